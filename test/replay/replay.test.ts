import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';

Runtime.install({ logger: new DefaultLogger('ERROR') });

const folder = fileURLToPath(new URL('./histories/', import.meta.url));
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));

interface RecordedEvent {
  markerRecordedEventAttributes?: { details: Record<string, { payloads: { data: string }[] }> };
}

function load(name: string): { events: RecordedEvent[] } {
  return JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as { events: RecordedEvent[] };
}

function replay(history: unknown): Promise<void> {
  return Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundlePath') } }, history);
}

function decoded(payload: { data: string }): string {
  return Buffer.from(payload.data, 'base64').toString();
}

describe('histories of released versions', () => {
  it('are there, of every workflow', () => {
    for (const flow of ['complaint', 'incident', 'office-server', 'replanning', 'rotation'])
      expect(names.some((name) => name.includes(flow))).toBe(true);
  });

  it.each(names)('%s replays', async (name) => {
    await replay(load(name));
  });

  it('a history that the code does not make fails, or this test would prove nothing', async () => {
    const history = load(names.find((name) => name.includes('complaint-both-tiers')) ?? '');
    // The marker of the first planned deadline tells of another activity than the code asks for.
    const data = history.events
      .map((event) => event.markerRecordedEventAttributes?.details['data']?.payloads[0])
      .find((payload) => payload && decoded(payload).includes('planDeadline'));
    expect(data).toBeDefined();
    if (data) data.data = Buffer.from(decoded(data).replace('planDeadline', 'planHoliday')).toString('base64');
    await expect(replay(history)).rejects.toThrow(/nondeterminism|Nondeterminism|DeterminismViolation/i);
  });
});
