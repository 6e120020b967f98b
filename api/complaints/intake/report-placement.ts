import type { Report } from '../../../store/reports/report-repository.ts';
import type { Store } from '../../../store/store.ts';
import type { CaseFacts, ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId, incidentWorkflowId } from '../../../workflows/kernel/workflow-ids.ts';
import type { Engine } from '../../engine/engine-types.ts';
import type { Directory } from '../complaint-directory.ts';

export interface PlacementDeps {
  store: Store;
  engine: Engine;
  directory: Directory;
}

/** `new`: the report opened this case · `attached`: it went to a case that was open · `queued`: neither, as yet. */
export interface Placement {
  kind: 'new' | 'attached' | 'queued';
  caseId: string;
  number: string;
  /** This very call opened the case: nothing of it can be recorded yet. */
  justOpened?: true;
}

/** A case can end between two calls, and another open; each round needs such a coincidence again. */
const rounds = 5;

function reportRefOf(report: Report): ReportRef {
  const { reportId, submitterId, receivedAt, title, candidate } = report;
  return { reportId, submitterId, receivedAt, title, candidate };
}

function factsOf(report: Report): CaseFacts {
  const { deskId, officeId, systemId, serverId, category, title, fingerprint } = report;
  return { deskId, officeId, systemId, serverId, category, title, fingerprint };
}

/** The case that already took the report in, if one did. */
async function placedBefore({ store, engine }: PlacementDeps, report: Report): Promise<Placement | null> {
  const { placedCaseId, candidate } = report;
  if (placedCaseId === null) return null;
  if (placedCaseId === candidate.caseId) return { kind: 'new', ...candidate };
  const view = await store.cases.find(placedCaseId);
  const run = view ?? (await engine.describeCase(complaintWorkflowId(report)));
  return {
    kind: 'attached',
    caseId: placedCaseId,
    number: run?.caseId === placedCaseId ? run.number : candidate.number,
  };
}

/**
 * Only for the link to the earlier case of the same problem. Exact, since a case is recorded as closed before it ends;
 * and Temporal forgets closed cases some day.
 */
async function previousCaseId({ store }: PlacementDeps, { fingerprint }: Report): Promise<string | null> {
  const page = await store.cases.list({ fingerprint, status: 'closed' }, { limit: 1 });
  return page.items.find((view) => view.fingerprint === fingerprint)?.caseId ?? null;
}

async function open(deps: PlacementDeps, report: Report): Promise<'started' | 'alreadyRunning'> {
  const [previous, officeName, systemName, origin] = await Promise.all([
    previousCaseId(deps, report),
    deps.directory.office(report.officeId),
    deps.directory.system(report.systemId),
    originOf(deps, report),
  ]);
  const facts = factsOf(report);
  const firstReport = reportRefOf(report);
  const { incidentId } = report;
  // One that was detached from its case takes a turn, whatever its sender took it for.
  const incident = incidentId ? { incident: { incidentId, workflowId: incidentWorkflowId({ incidentId }) } } : {};
  return deps.engine.startCase({
    facts,
    firstReport,
    previousCaseId: previous,
    officeName,
    systemName,
    ...(origin ?? incident),
  });
}

/** The case that gave the report away, for the new one to name. */
async function originOf({ store }: PlacementDeps, { detachedFromIds }: Report) {
  const view = detachedFromIds?.[0] === undefined ? null : await store.cases.find(detachedFromIds[0]);
  return view === null ? null : { detachedFrom: { caseId: view.caseId, number: view.number } };
}

/** One attempt; null when the case that ran has ended in between. */
async function placeOnce(deps: PlacementDeps, report: Report, workflowId: string): Promise<Placement | null> {
  if ((await open(deps, report)) === 'started') return { kind: 'new', ...report.candidate, justOpened: true };
  const run = await deps.engine.describeCase(workflowId);
  // The report's own case: a twin of this request, or this one before it was repeated, has opened it.
  if (run?.caseId === report.candidate.caseId) return { kind: 'new', ...report.candidate };
  if (run === null || !run.running) return null;
  const outcome = await deps.engine.attachReport({ workflowId, report: reportRefOf(report) });
  return outcome === 'attached' ? { kind: 'attached', caseId: run.caseId, number: run.number } : null;
}

/**
 * Brings a stored report to its case: opens one, or attaches it to the one that runs. Temporal arbitrates, by
 * start-with-FAIL, or by a signal to the very run that was seen running a moment ago; the store is not asked. Repeating it
 * gives the same answer, whoever repeats it: a case knows its own first report by the candidate identity, and takes in
 * every other report once.
 * @throws EngineUnavailable the report stays unplaced, for the sweeper
 */
export async function placeReport(deps: PlacementDeps, report: Report): Promise<Placement> {
  const before = await placedBefore(deps, report);
  if (before !== null) return before;
  const workflowId = complaintWorkflowId(report);
  const known = await deps.engine.attachToKnown({ workflowId, report: reportRefOf(report) });
  if (known !== null) return { kind: 'attached', caseId: known.caseId, number: known.number };
  for (let round = 0; round < rounds; round += 1) {
    const placement = await placeOnce(deps, report, workflowId);
    if (placement !== null) return placement;
  }
  return { kind: 'queued', ...report.candidate };
}
