import { earliestDeadline } from '../../../workflows/complaint/complaint-deadlines.ts';
import { tiers } from '../../../workflows/kernel/tier.ts';
import type { CaseRun } from '../world/case-run.ts';
import type { SimulatedDesk } from '../world/simulated-desk.ts';
import type { ViolationLog } from './violation-log.ts';

/** What must agree when nothing is under way: at night, and at the end. */
export function checkQuietDesk(desk: SimulatedDesk, log: ViolationLog): void {
  const runs = [...desk.cases.values()];
  checkPlaces(desk, runs, log);
  checkTimers(desk, runs, log);
  checkSessions(desk, runs, log);
}

/** The rotation's book of who has what, and the cases' own, are the same. */
function checkPlaces(desk: SimulatedDesk, runs: CaseRun[], log: ViolationLog): void {
  for (const tier of tiers) {
    const { assignments, waiting } = desk.rotations[tier].state;
    const booked = new Map(assignments.map(({ agentId, requestId }) => [requestId, agentId]));
    const queued = new Set(waiting.map(({ requestId }) => requestId));
    for (const { state } of runs) {
      if (state.tier !== tier || state.requestId === null) continue;
      const { agentId, caseId, requestId } = state;
      if (agentId === null) {
        log.unless(
          queued.delete(requestId),
          'places',
          caseId,
          () => `${requestId} waits, and the rotation does not know`,
        );
        continue;
      }
      const place = booked.get(requestId);
      log.unless(place === agentId, 'places', caseId, () => `${requestId} is with ${agentId}, booked for ${place}`);
      booked.delete(requestId);
    }
    for (const [requestId, agentId] of booked)
      log.add('places', null, `${agentId} has a place for ${requestId}, which is no open case`);
    for (const requestId of queued) log.add('places', null, `${requestId} waits for a turn, and no case does`);
  }
}

function checkTimers({ network }: SimulatedDesk, runs: CaseRun[], log: ViolationLog): void {
  for (const { state, timerAt } of runs) {
    if (state.status === 'merged') continue;
    const due = earliestDeadline(state);
    const isArmed = due !== undefined && timerAt === due.at && due.at >= network.now;
    log.unless(isArmed, 'deadlineRuns', state.caseId, () => {
      return `it is ${state.status}, due ${due?.at}, its timer ${timerAt}, now ${network.now}`;
    });
  }
}

function checkSessions(desk: SimulatedDesk, runs: CaseRun[], log: ViolationLog): void {
  const agents = new Map(runs.map(({ state }) => [state.caseId, state.status === 'resolved' ? null : state.agentId]));
  for (const { state } of desk.servers.values()) {
    for (const { agentId, caseId, sessionId } of [...state.leases, ...state.queue]) {
      const agent = agents.get(caseId) ?? null;
      log.unless(agent === agentId, 'leaseOutlived', caseId, () => `${sessionId} is ${agentId}'s, the case ${agent}'s`);
    }
  }
}
