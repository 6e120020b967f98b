import { performance } from 'node:perf_hooks';
import { percentile } from '../../../dev/chaos/report/chaos-table.ts';
import { openHttpDesk } from '../http/http-desk.ts';
import { openLoop } from '../load/open-loop.ts';
import { untilAllHaveTurns } from '../load/turns-dealt.ts';
import { figure, milliseconds } from '../report/figure-text.ts';
import type { Measure } from './measure-types.ts';

const steps = [20, 40, 60, 80, 100, 130, 160, 200, 250];
const seconds = 8;
const tooLateMs = 1_000;
const drainMs = 180_000;

/** More and more complaints a second, until one in a hundred waits for its answer for more than a second. */
export const acceptedRate: Measure = {
  name: 'accepted',
  title: 'Complaints accepted each second, in steps until p99 is beyond 1 s',
  async run({ stack, store }, say) {
    const desk = await openHttpDesk(stack.base, []);
    const rows = [];
    let accepted = 0;
    for (const perSecond of steps) {
      const began = performance.now();
      const sent = await openLoop({ perSecond, seconds }, async (dueAt) => {
        const { status } = await desk.submit();
        return { ms: performance.now() - dueAt, status };
      });
      const rate = sent.length / ((performance.now() - began) / 1_000);
      accepted += sent.length;
      const [p50, p99] = [0.5, 0.99].map(
        (share) =>
          percentile(
            sent.map(({ ms }) => ms),
            share,
          ) ?? 0,
      );
      const later = sent.filter(({ status }) => status === 202).length;
      rows.push([String(perSecond), figure(rate), milliseconds(p50 ?? 0), milliseconds(p99 ?? 0), String(later)]);
      say(`  ${rows.at(-1)?.join(' · ')}`);
      if ((p99 ?? 0) > tooLateMs) break;
    }
    desk.people.close();
    const drained = await untilAllHaveTurns(store, accepted, drainMs);
    return {
      table: { head: ['sent/s', 'answered/s', 'p50', 'p99', 'kept for later (202)'], rows },
      notes: [
        `Each step takes ${seconds} s and begins with what the one before has left to do.`,
        drained === null
          ? `After ${drainMs / 1_000} s not all of the ${accepted} cases had an agent.`
          : `All ${accepted} cases had their agents ${figure(drained)} s after the last step.`,
      ],
    };
  },
};
