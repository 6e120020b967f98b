import { hasEnded } from '../../../workflows/complaint/complaint-types.ts';
import { problemTerms } from '../../../workflows/similarity/problem-terms.ts';
import { similarCases } from '../../../workflows/similarity/similar-ranking.ts';
import type { Actor } from '../../auth/actor.ts';
import { operation, type Operation } from '../../http/operation.ts';
import { findCase, type FoundCase } from '../complaint-lookup.ts';
import { presentComplaint } from '../complaint-presenter.ts';
import { newComplaintSchema } from '../complaint-request-schemas.ts';
import type { ComplaintServices } from '../complaint-services.ts';
import type { Submission } from '../intake/report-intake.ts';
import { checkedSubmission } from '../intake/submission-checks.ts';
import { namesOf } from './open-case-index.ts';
import { similarComplaintsSchema, type SimilarComplaints } from './similar-schemas.ts';

const most = 5;
/** Coarse on purpose: nobody finds out by trying words what another person has written (ADR 14). */
const step = 0.05;

const rounded = (similarity: number): number => Math.round(Math.round(similarity / step) * step * 100) / 100;

type Found = Pick<FoundCase, 'view' | 'ownReports'>;

/** One look-up for a case that others reported, which most are; the whole way for the reader's own, and for new ones. */
async function foundFor({ store }: ComplaintServices, caseId: string, actor: Actor): Promise<Found | null> {
  const view = await store.cases.find(caseId);
  if (view === null || view.reporterIds.includes(actor.id)) return findCase(store, caseId, actor);
  return { view, ownReports: [] };
}

function isStillOpen({ view }: Found, { desk, officeId }: Submission): boolean {
  return !hasEnded(view) && view.officeId === officeId && view.deskId === desk.deskId;
}

/** Never more of a case than one of its reporters sees, and of a case of others no word of theirs. */
async function itemsFor(
  services: ComplaintServices,
  actor: Actor,
  submission: Submission,
): Promise<SimilarComplaints['items']> {
  const { description, desk, officeId, systemId, title } = submission;
  const [pool, context] = await Promise.all([
    services.openCases.poolOf({ officeId, deskId: desk.deskId }),
    namesOf(services.directory, systemId),
  ]);
  const ranked = similarCases({ systemId, terms: problemTerms({ title, description, context }) }, pool);
  const items = new Map<string, SimilarComplaints['items'][number]>();
  // Some may have ended since the open cases were read: then those behind them move up.
  while (items.size < most && ranked.length > 0) {
    const looked = ranked.splice(0, most).map(async ({ caseId, similarity }) => {
      const found = await foundFor(services, caseId, actor);
      if (found === null || !isStillOpen(found, submission)) return null;
      const options = { brief: true, ownReports: found.ownReports };
      const complaint = await presentComplaint(services, found.view, actor, options);
      return { complaint, similarity: rounded(similarity) };
    });
    for (const item of await Promise.all(looked)) {
      if (item !== null && items.size < most && !items.has(item.complaint.id)) items.set(item.complaint.id, item);
    }
  }
  return [...items.values()];
}

/** Nobody needs to describe what is known to be out of order. */
async function incidentsOf({ store }: ComplaintServices, systemId: string): Promise<SimilarComplaints['incidents']> {
  const views = await store.incidents.list({ systemId, published: true }, { limit: most });
  return views.map(({ incidentId, notice, title }) => ({ id: incidentId, systemId, title, notice: notice ?? '' }));
}

/** POST /v1/complaints/similar */
export function findSimilarComplaints(services: ComplaintServices): Operation {
  return operation({
    method: 'post',
    path: '/v1/complaints/similar',
    operationId: 'findSimilarComplaints',
    summary: 'Open cases of the office that may be the same problem, and incidents of the system',
    description:
      'For before sending; nothing is kept and nothing attaches by itself. A case that others reported shows its ' +
      'category in place of a title.',
    tag: 'Complaints',
    access: { action: 'case.submit' },
    request: { body: newComplaintSchema },
    responses: { 200: { description: 'At most five, best first; often none.', body: similarComplaintsSchema } },
    problems: [
      ...(['unknown_system', 'unknown_server', 'server_of_other_office', 'unknown_submitter'] as const),
      ...(['inactive_office', 'inactive_system', 'inactive_server'] as const),
      ...(['submitter_without_office', 'system_of_other_desk', 'unknown_incident'] as const),
    ],
  }).handle(async ({ actor, body }) => {
    const submission = await checkedSubmission(services.store, actor, body, undefined);
    const [items, incidents] = await Promise.all([
      itemsFor(services, actor, submission),
      incidentsOf(services, submission.systemId),
    ]);
    return { status: 200, body: { items, incidents } };
  });
}
