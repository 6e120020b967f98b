import { grouped } from './grouping.ts';
import type { CaseRow, Observations, ServerLook, SessionRow, Violation } from './observations.ts';

const workedOn: readonly string[] = ['assigned', 'inProgress', 'waitingOnSubmitter'];

/** I8: never more than N live leases on a server, tokens increase, first come first served, no lease outlives its case. */
export function checkLeases({ cases, servers, sessions }: Observations): Violation[] {
  const limits = new Map(servers.map(({ limit, serverId }) => [serverId, limit]));
  const views = new Map(cases.map((view) => [view.caseId, view]));
  return [
    ...servers.flatMap(checkLook),
    ...[...grouped(sessions, ({ serverId }) => serverId)].flatMap(([serverId, own]) => [
      ...checkGrants(serverId, own),
      ...checkOverlaps(serverId, own, limits.get(serverId) ?? 1),
    ]),
    ...sessions.flatMap((session) => checkOutlived(session, views.get(session.caseId))),
  ];
}

function checkLook({ limit, live, serverId }: ServerLook): Violation[] {
  if (live.length <= limit && new Set(live.map(({ token }) => token)).size === live.length) return [];
  const what = `${serverId} was seen with ${live.length} of ${limit}: ${live.map(({ sessionId }) => sessionId)}`;
  return [{ invariant: 'I8', what }];
}

/** In order of their tokens, grants never go back in time, and nobody was served before somebody who had asked earlier. */
function checkGrants(serverId: string, sessions: SessionRow[]): Violation[] {
  const granted = sessions.filter(({ token }) => token !== null).sort((a, b) => Number(a.token) - Number(b.token));
  return granted.flatMap((session, index): Violation[] => {
    const before = granted[index - 1];
    if (!before) return [];
    const { caseId, token } = session;
    const say = (what: string): Violation => ({ invariant: 'I8', caseId, what: `${what} on ${serverId}` });
    return [
      ...(Number(token) > Number(before.token) ? [] : [say(`token ${token} was given twice`)]),
      ...(String(session.grantedAt) >= String(before.grantedAt)
        ? []
        : [say(`token ${token} is older than the one before`)]),
      ...(session.requestedAt >= before.requestedAt ? [] : [say(`token ${token} overtook one who had asked earlier`)]),
    ];
  });
}

/** Walks through grants and ends in the order of time; an end makes room for a grant of the same instant. */
function checkOverlaps(serverId: string, sessions: SessionRow[], limit: number): Violation[] {
  const steps = sessions.flatMap(({ caseId, endedAt, grantedAt }) =>
    grantedAt === null
      ? []
      : [{ at: grantedAt, change: 1, caseId }, ...(endedAt === null ? [] : [{ at: endedAt, change: -1, caseId }])],
  );
  steps.sort((one, other) => one.at.localeCompare(other.at) || one.change - other.change);
  let live = 0;
  for (const { at, caseId, change } of steps) {
    live += change;
    if (live > limit)
      return [{ invariant: 'I8', caseId, what: `${live} leases of ${limit} were live on ${serverId} at ${at}` }];
  }
  return [];
}

function checkOutlived(
  { agentId, caseId, serverId, sessionId, state }: SessionRow,
  view: CaseRow | undefined,
): Violation[] {
  if (state === 'ended') return [];
  if (view?.agentId === agentId && workedOn.includes(view.status)) return [];
  const what = `${sessionId} on ${serverId} is ${state} for ${agentId}; the case is ${view?.status} with ${view?.agentId}`;
  return [{ invariant: 'I8', caseId, what }];
}
