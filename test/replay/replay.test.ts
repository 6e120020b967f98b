import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import * as workflows from '../../workflows/index.ts';
import { savedHistory, savedNames, typeOf } from './saved-histories.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

function replay(history: unknown): Promise<void> {
  return Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundlePath') } }, history);
}

function decoded(payload: { data: string }): string {
  return Buffer.from(payload.data, 'base64').toString();
}

describe('histories of released versions', () => {
  it.each(Object.keys(workflows))('one of %s is there, made by this version (else: npm run histories)', (type) => {
    const own = savedNames.filter((name) => name.startsWith(`${packageJson.version}/`));
    expect(own.map((name) => typeOf(savedHistory(name)))).toContain(type);
  });

  it.each(savedNames)('%s replays', async (name) => {
    await replay(savedHistory(name));
  });

  it('a history that the code does not make fails, or this test would prove nothing', async () => {
    const history = savedHistory(savedNames.find((name) => name.includes('complaint-both-tiers')) ?? '');
    // The marker of the first planned deadline tells of another activity than the code asks for.
    const data = history.events
      .map((event) => event.markerRecordedEventAttributes?.details['data']?.payloads[0])
      .find((payload) => payload && decoded(payload).includes('planDeadline'));
    expect(data).toBeDefined();
    if (data) data.data = Buffer.from(decoded(data).replace('planDeadline', 'planHoliday')).toString('base64');
    await expect(replay(history)).rejects.toThrow(/nondeterminism|Nondeterminism|DeterminismViolation/i);
  });
});
