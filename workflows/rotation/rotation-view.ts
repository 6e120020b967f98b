import { capacityOf, nextEligibleIndex, openCasesOf } from './rotation-state.ts';
import type { RotationState, RotationView } from './rotation-types.ts';

/** The view goes out with every batch. A rotation started again from it forgets only ends from before a late repetition. */
const shownEnds = 50;

/** What the read model and the `getRotation` query show of a rotation. */
export function rotationView(state: RotationState): RotationView {
  const next = state.roster[nextEligibleIndex(state, { excludedAgentIds: [] })];
  return {
    deskId: state.deskId,
    tier: state.tier,
    seq: state.seq,
    nextAgentId: next?.agentId ?? null,
    roster: state.roster.map((agent) => ({
      ...agent,
      openCases: openCasesOf(state, agent.agentId),
      effectiveCapacity: capacityOf(state, agent),
    })),
    waiting: state.waiting.map(({ requestId, caseId, since }) => ({
      requestId,
      caseId,
      since: new Date(since).toISOString(),
    })),
    state: { ...state, endedRequestIds: state.endedRequestIds.slice(-shownEnds) },
    version: state.version,
  };
}

/** The rotation for people who look at it in the Temporal UI. */
export function rotationDetails(state: RotationState): string {
  const { seq, nextAgentId, roster, waiting } = rotationView(state);
  const rows = roster.map(
    (agent) =>
      `| ${agent.agentId === nextAgentId ? '**→**' : ''} | ${agent.agentId} | ${agent.availability} | ${agent.openCases} / ${agent.effectiveCapacity} | ${agent.turns} |`,
  );
  return [
    `**Turns dealt:** ${seq} · **next:** ${nextAgentId ?? 'nobody can take a case'} · **waiting:** ${waiting.length}`,
    '',
    '| next | agent | availability | open cases | turns |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
