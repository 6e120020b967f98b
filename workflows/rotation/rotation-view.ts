import { capacityOf, nextEligibleIndex, openCasesOf } from './rotation-room.ts';
import type { RotationHead, RotationState, RotationView } from './rotation-types.ts';

/** The view goes out with every batch. A rotation started again from it forgets only ends from before a late repetition. */
const shownEnds = 50;

/** What the read model and the `getRotation` query show of a rotation. */
export function rotationView(state: RotationState): RotationView {
  return {
    ...summary(state),
    waiting: state.waiting.map(({ requestId, caseId, since }) => ({
      requestId,
      caseId,
      since: new Date(since).toISOString(),
    })),
    state: { ...state, endedRequestIds: state.endedRequestIds.slice(-shownEnds) },
  };
}

/** The same without what grows with the open cases. */
export function rotationHead(state: RotationState): RotationHead {
  const { assignments: _open, waiting: _waiting, endedRequestIds: _ended, ...head } = state;
  return { ...summary(state), head, waitingCount: state.waiting.length };
}

function summary(state: RotationState): Omit<RotationHead, 'head' | 'waitingCount'> {
  const open = openCasesOf(state);
  const next = state.roster[nextEligibleIndex(state, { excludedAgentIds: [] }, open)];
  return {
    deskId: state.deskId,
    tier: state.tier,
    seq: state.seq,
    nextAgentId: next?.agentId ?? null,
    roster: state.roster.map((agent) => ({
      ...agent,
      openCases: open.get(agent.agentId) ?? 0,
      effectiveCapacity: capacityOf(state, agent),
    })),
    version: state.version,
  };
}

/** The rotation for people who look at it in the Temporal UI. */
export function rotationDetails(state: RotationState): string {
  const { seq, nextAgentId, roster } = summary(state);
  const rows = roster.map(
    (agent) =>
      `| ${agent.agentId === nextAgentId ? '**→**' : ''} | ${agent.agentId} | ${agent.availability} | ${agent.openCases} / ${agent.effectiveCapacity} | ${agent.turns} |`,
  );
  return [
    `**Turns dealt:** ${seq} · **next:** ${nextAgentId ?? 'nobody can take a case'} · **waiting:** ${state.waiting.length}`,
    '',
    '| next | agent | availability | open cases | turns |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
