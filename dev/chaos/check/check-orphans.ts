import { isOpen } from './check-cases.ts';
import type { Observations, Violation } from './observations.ts';

const heldStatuses: readonly string[] = ['assigned', 'inProgress', 'waitingOnSubmitter'];

/** I5: nothing in Temporal without its row, no row without its workflow, no place of an agent without its case. */
export function checkOrphans(seen: Observations): Violation[] {
  return [...checkRows(seen), ...checkRuns(seen), ...checkPlaces(seen)];
}

function checkRows({ cases, reports, runs, timelines, turns }: Observations): Violation[] {
  const violations: Violation[] = [];
  const live = new Map(
    runs.filter(({ status, type }) => type === 'complaint' && status === 'RUNNING').map((run) => [run.caseId, run]),
  );
  const caseIds = new Set(cases.map(({ caseId }) => caseId));
  const say = (caseId: string, what: string) => violations.push({ invariant: 'I5', caseId, what });
  for (const view of cases) {
    const { caseId, status } = view;
    if (isOpen(view) && !live.has(caseId)) say(caseId, `is ${status} in the store, and does not run in Temporal`);
    // A merged case's run stays open as a forwarder.
    if (!isOpen(view) && status !== 'merged' && live.has(caseId)) say(caseId, `is ${status}, and runs in Temporal`);
    const own = reports.filter(({ placedCaseId }) => placedCaseId === caseId).length;
    if (status !== 'merged' && own !== view.reportCount)
      say(caseId, `counts ${view.reportCount} reports, and has ${own}`);
  }
  for (const [caseId, { workflowId }] of live) {
    if (caseId !== null && caseIds.has(caseId)) continue;
    violations.push({ invariant: 'I5', workflowId, what: `${workflowId} runs as case ${caseId}, which has no row` });
  }
  for (const { caseId, seq } of turns) if (!caseIds.has(caseId)) say(caseId, `has turn ${seq}, and no row`);
  for (const caseId of new Set(timelines.map((entry) => entry.caseId)))
    if (!caseIds.has(caseId) && !caseId.startsWith('incident:')) say(caseId, 'has a timeline, and no row');
  return violations;
}

/** Nothing has failed or was ended by force. */
function checkRuns({ runs }: Observations): Violation[] {
  const sound = ['RUNNING', 'COMPLETED', 'CONTINUED_AS_NEW'];
  return runs
    .filter(({ status }) => !sound.includes(status))
    .map(({ caseId, status, workflowId }) => ({
      ...{ invariant: 'I5', workflowId, what: `${workflowId} is ${status}` },
      ...(caseId === null ? {} : { caseId }),
    }));
}

/** The rotation's book of who has what, and the cases' own, are the same. */
function checkPlaces({ cases, rotations }: Observations): Violation[] {
  const violations: Violation[] = [];
  const views = new Map(cases.map((view) => [view.caseId, view]));
  const booked = new Map<string, string>();
  for (const { assignments, deskId, tier } of rotations) {
    for (const { agentId, caseId, requestId } of assignments) {
      booked.set(caseId, agentId);
      const view = views.get(caseId);
      const isTheirs = view?.agentId === agentId && view.tier === tier && heldStatuses.includes(view.status);
      if (isTheirs) continue;
      const what = `${agentId} has a place in ${deskId}/${tier} for ${requestId}; the case is ${view?.status} with ${view?.agentId}`;
      violations.push({ invariant: 'I5', caseId, what });
    }
  }
  if (rotations.length === 0) return violations;
  for (const { agentId, caseId, status } of cases) {
    if (!heldStatuses.includes(status) || booked.get(caseId) === agentId) continue;
    violations.push({ invariant: 'I5', caseId, what: `is ${status} with ${agentId}, who has no place for it` });
  }
  return violations;
}
