import type { Report } from '../../store/reports/report-repository.ts';
import type { Store } from '../../store/store.ts';
import type { CaseCandidate, CaseView } from '../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import type { Actor } from '../auth/actor.ts';

/** A case as somebody asked for it; it fits the policy as a resource. */
export interface FoundCase {
  view: CaseView;
  /** False while nothing but the report that will open it is known: its workflow has not recorded anything yet. */
  begun: boolean;
  /** What the actor has sent about it, oldest first; empty for staff. */
  ownReports: Report[];
  deskId: string;
  /** With the actor, when they have sent a report to it that is not recorded yet. */
  reporterIds: string[];
}

/** What can be said of a case before its workflow has recorded it: version 0. */
export function unbegunView(report: Report, identity: CaseCandidate = report.candidate): CaseView {
  const { deskId, officeId, systemId, serverId, category, title, fingerprint, receivedAt } = report;
  return {
    ...identity,
    ...{ deskId, officeId, systemId, serverId, category, title, fingerprint },
    workflowId: complaintWorkflowId(report),
    runId: '',
    previousCaseId: null,
    status: 'received',
    tier: 'tier-1',
    attempt: 0,
    agentId: null,
    formerAgentIds: [],
    reportCount: identity.caseId === report.candidate.caseId ? 1 : 2,
    reporterIds: [report.submitterId],
    overdue: false,
    acknowledgeBy: null,
    resolveBy: null,
    closesAt: null,
    assignedAt: null,
    resolutionId: null,
    ratings: [],
    mergedIntoId: null,
    mergedCaseIds: [],
    incidentId: report.incidentId ?? null,
    createdAt: receivedAt,
    updatedAt: receivedAt,
    version: 0,
  };
}

/** A report may still reach a case that is just closing; it then opens the next one. */
const closingMs = 60_000;

/**
 * Whether a report of the same problem counts as one of this case. One that is on its way does, and so does one that
 * came while the case ran: its sender was answered with this case, wherever it ended up.
 */
function belongsTo(view: CaseView, report: Report): boolean {
  if (report.placedCaseId === view.caseId) return true;
  if (view.status !== 'closed' && view.status !== 'withdrawn')
    return report.placedCaseId === null || report.receivedAt >= view.createdAt;
  const late = Date.parse(report.receivedAt) - Date.parse(view.updatedAt);
  return report.receivedAt >= view.createdAt && late <= closingMs;
}

/** The reports of one submitter that count as this case's. */
export async function ownReportsOf(store: Store, view: CaseView, submitterId: string): Promise<Report[]> {
  const fingerprints = [view.fingerprint, ...(view.otherFingerprints ?? [])];
  const reports = await Promise.all(
    fingerprints.map((fingerprint) => store.reports.ofSubmitter({ submitterId, fingerprint })),
  );
  return reports
    .flat()
    .filter((report) => belongsTo(view, report))
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
}

/** The same, with those that came in under a case that was merged into this one. */
async function ownReportsWithMerged(store: Store, view: CaseView, submitterId: string): Promise<Report[]> {
  const merged = await Promise.all(view.mergedCaseIds.map((caseId) => store.cases.find(caseId)));
  const views = [view, ...merged.filter((each) => each !== null)];
  const reports = await Promise.all(views.map((each) => ownReportsOf(store, each, submitterId)));
  const unique = new Map(reports.flat().map((report) => [report.reportId, report]));
  return [...unique.values()].sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
}

/** Merging is flat, but the record of a long chain may lag behind. */
const longestTrail = 10;

/** The case as which a merged one goes on; any other is itself. */
export async function survivorOf(store: Store, view: CaseView): Promise<CaseView> {
  let current = view;
  for (let step = 0; step < longestTrail && current.mergedIntoId !== null; step += 1) {
    current = (await store.cases.find(current.mergedIntoId)) ?? current;
  }
  return current;
}

async function viewOrUnbegun(store: Store, idOrNumber: string): Promise<CaseView | null> {
  const view = await store.cases.find(idOrNumber);
  if (view !== null) return view;
  const report = await store.reports.findByCandidate(idOrNumber);
  if (report === null) return null;
  const elsewhere = report.placedCaseId === null ? null : await store.cases.find(report.placedCaseId);
  return elsewhere ?? unbegunView(report);
}

/**
 * A case by id or number. The read model may lag behind what was just answered: then what the report says is shown. A
 * report that was queued and then attached to another case leads to that one.
 */
export async function findCase(store: Store, idOrNumber: string, actor: Actor): Promise<FoundCase | null> {
  const view = await viewOrUnbegun(store, idOrNumber);
  if (view === null) return null;
  const ownReports = actor.role === 'submitter' ? await ownReportsWithMerged(store, view, actor.id) : [];
  const reporterIds = ownReports.length > 0 ? [...new Set([...view.reporterIds, actor.id])] : view.reporterIds;
  return { view, begun: view.version > 0, ownReports, deskId: view.deskId, reporterIds };
}

/** The same, but a merged case leads to the one as which it goes on, for ever. */
export async function findSurvivor(store: Store, idOrNumber: string, actor: Actor): Promise<FoundCase | null> {
  const found = await findCase(store, idOrNumber, actor);
  if (found === null || found.view.mergedIntoId === null) return found;
  const survivor = await survivorOf(store, found.view);
  return findCase(store, survivor.caseId, actor);
}
