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

describe('histories of released versions', () => {
  it('are there, of both workflows', () => {
    for (const flow of ['complaint', 'rotation']) expect(names.some((name) => name.includes(flow))).toBe(true);
  });

  it.each(names)('%s replays', async (name) => {
    await replay(load(name));
  });

  it('a history that the code does not make fails, or this test would prove nothing', async () => {
    const history = load(names.find((name) => name.includes('complaint-both-tiers')) ?? '');
    // The first marker is the plan of the first deadline; here it tells of another activity.
    const marker = history.events.find((event) => event.markerRecordedEventAttributes);
    const data = marker?.markerRecordedEventAttributes?.details['data']?.payloads[0];
    const told = Buffer.from(data?.data ?? '', 'base64').toString();
    expect(told).toContain('planDeadline');
    if (data) data.data = Buffer.from(told.replace('planDeadline', 'planHoliday')).toString('base64');
    await expect(replay(history)).rejects.toThrow(/nondeterminism|Nondeterminism|DeterminismViolation/i);
  });
});
