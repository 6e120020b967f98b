import type { Report } from '../../store/reports/report-repository.ts';
import type { Store } from '../../store/store.ts';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/policy.ts';
import { filesById } from '../attachments/attachment-schemas.ts';
import type { Directory } from './complaint-directory.ts';
import { ownReportsOf } from './complaint-lookup.ts';
import type { Complaint } from './complaint-schemas.ts';

export interface PresenterDeps {
  store: Store;
  directory: Directory;
  /** Where Temporal's own web interface is, without a slash at the end. */
  temporalUi: { url: string; namespace: string };
}

/** Fewer look-ups for lists: `brief` leaves out the reports and the resolution's text. */
export interface PresentOptions {
  brief?: boolean;
  /** All that the reader has sent about this case, if it is loaded already; unless `brief`, it is shown to them. */
  ownReports?: Report[];
  /** A title of the reader's own, when their reports are not loaded. */
  ownTitle?: string;
}

/** The only way for a case to leave the API. A submitter gets their own words and nobody else's. */
export async function presentComplaint(
  deps: PresenterDeps,
  view: CaseView,
  actor: Actor,
  options: PresentOptions = {},
): Promise<Complaint> {
  const isStaff = can(actor, 'case.readInternal', view);
  const [common, title, resolution, own] = await Promise.all([
    commonPart(deps, view),
    isStaff ? view.title : (options.ownTitle ?? ownTitle(deps.store, view, actor, options.ownReports)),
    options.brief === true ? {} : resolutionPart(deps.store, view),
    isStaff ? internalPart(deps, view, options) : ownPart(deps, view, options),
  ]);
  return { ...common, title, ...resolution, ...own };
}

/** What the reader wrote themselves. */
async function ownPart(
  deps: PresenterDeps,
  view: CaseView,
  { brief, ownReports }: PresentOptions,
): Promise<Partial<Complaint>> {
  return brief === true || ownReports === undefined ? {} : { reports: await presentReports(deps, view, ownReports) };
}

async function commonPart({ directory }: PresenterDeps, view: CaseView): Promise<Complaint> {
  const { agentId, officeId, serverId, systemId } = view;
  const [people, office, system, server] = await Promise.all([
    directory.people(agentId === null ? [] : [agentId]),
    directory.office(officeId),
    directory.system(systemId),
    serverId === null ? null : directory.server(serverId),
  ]);
  const { acknowledgeBy, attempt, category, createdAt, deskId, number } = view;
  const { overdue, reportCount, resolveBy, status, tier, title, updatedAt, version } = view;
  return {
    ...{ id: view.caseId, number, status, tier, deskId },
    office: { id: officeId, name: office },
    system: { id: systemId, name: system },
    ...(serverId !== null && server !== null ? { server: { id: serverId, name: server } } : {}),
    ...{ category, title },
    agent: agentId === null ? null : { id: agentId, name: people.get(agentId) ?? agentId },
    ...{ reportCount, attempt, overdue, acknowledgeBy, resolveBy, createdAt, updatedAt, version },
    ...(view.incidentId ? { incidentId: view.incidentId } : {}),
  };
}

/** The title that the reader gave the problem; without one its category, never another's title. */
async function ownTitle(store: Store, view: CaseView, actor: Actor, known?: Report[]): Promise<string> {
  const isOnlyReporter = view.reporterIds.length === 1 && view.reporterIds[0] === actor.id;
  const own = known ?? (isOnlyReporter ? [] : await ownReportsOf(store, view, actor.id));
  return own[0]?.title ?? (isOnlyReporter ? view.title : view.category);
}

async function resolutionPart(store: Store, { resolutionId }: CaseView): Promise<Pick<Complaint, 'resolution'>> {
  if (resolutionId === null) return {};
  const [message] = await store.messages.findMany([resolutionId]);
  return message === undefined ? {} : { resolution: message.text };
}

async function internalPart(deps: PresenterDeps, view: CaseView, options: PresentOptions): Promise<Partial<Complaint>> {
  const { previousCaseId, runId, workflowId } = view;
  return {
    ...(previousCaseId === null ? {} : { previousId: previousCaseId }),
    ...(runId === '' ? {} : { workflow: { id: workflowId, runId, url: historyUrl(deps.temporalUi, view) } }),
    ...(options.brief === true ? {} : { reports: await reportsPart(deps, view) }),
  };
}

function historyUrl({ url, namespace }: PresenterDeps['temporalUi'], { runId, workflowId }: CaseView): string {
  const [space, workflow, run] = [namespace, workflowId, runId].map(encodeURIComponent);
  return `${url.replace(/\/+$/, '')}/namespaces/${space}/workflows/${workflow}/${run}/history`;
}

async function reportsPart(deps: PresenterDeps, view: CaseView): Promise<Complaint['reports']> {
  const reports = await Promise.all(idsWithMerged(view).map((caseId) => deps.store.reports.ofCase(caseId)));
  return presentReports(deps, view, reports.flat());
}

const idsWithMerged = ({ caseId, mergedCaseIds }: CaseView): string[] => [caseId, ...mergedCaseIds];

async function presentReports(
  { directory, store }: PresenterDeps,
  view: CaseView,
  reports: Report[],
): Promise<Complaint['reports']> {
  const caseIds = idsWithMerged(view);
  const names = await directory.people(reports.map(({ submitterId }) => submitterId));
  const files = await filesById(
    store,
    reports.flatMap(({ attachmentIds }) => attachmentIds),
  );
  return reports.map(({ attachmentIds, candidate, description, receivedAt, reportId, submitterId, title }) => ({
    id: reportId,
    submitter: { id: submitterId, name: names.get(submitterId) ?? submitterId },
    ...{ title, description, receivedAt },
    attachments: attachmentIds.flatMap((id) => files.get(id) ?? []),
    openedCase: caseIds.includes(candidate.caseId),
  }));
}
