import type { Observations, Violation } from './observations.ts';

/** The server's own limit is 51,200; a case or a rotation continues as new long before. */
const mostEvents = 10_000;

/** I7: no workflow task ever failed for nondeterminism, every history replays, and none grows without end. */
export function checkHistories({ histories }: Observations): Violation[] {
  return histories.flatMap(({ events, nondeterminism, replayError, runId, workflowId }) => {
    const say = (what: string): Violation => ({ invariant: 'I7', workflowId, what: `${workflowId} ${runId} ${what}` });
    return [
      ...(replayError === null ? [] : [say(`does not replay: ${replayError}`)]),
      ...(nondeterminism === null ? [] : [say(`has failed a task: ${nondeterminism}`)]),
      ...(events <= mostEvents ? [] : [say(`has ${events} events`)]),
    ];
  });
}
