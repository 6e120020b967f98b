import { throughOutages } from '../client/outages.ts';
import type { Fault } from '../fault-types.ts';

/** F3: kill -9 Temporal, which keeps its data on disk: intake answers 202 or 503, and what was queued drains unaided. */
export const temporalKilled: Fault = {
  id: 'F3',
  title: 'kill -9 Temporal (on disk) while complaints come in',
  async run(context) {
    const { expect, note, stack } = context;
    const within = await throughOutages(context, [stack.temporal], 4_000);
    const statuses = new Map<number | null, number>();
    for (const { status } of within) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    note(`answered while it was away: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')}`);
    const others = within.filter(({ status }) => status !== 202 && status !== 503);
    expect(others.length === 0, `${others.length} were answered otherwise than 202 or 503, first ${others[0]?.status}`);
    expect(within.length > 0, 'nothing was answered while Temporal was away');
  },
};
