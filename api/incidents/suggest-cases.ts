import type { CaseStatus, CaseView } from '../../workflows/complaint/complaint-types.ts';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import { problemTerms } from '../../workflows/similarity/problem-terms.ts';
import { similarCases } from '../../workflows/similarity/similar-ranking.ts';
import { presentComplaint } from '../complaints/complaint-presenter.ts';
import type { ComplaintServices } from '../complaints/complaint-services.ts';
import { namesOf } from '../complaints/similar/open-case-index.ts';
import { operation, type Operation } from '../http/operation.ts';
import { findIncident } from './incident-lookup.ts';
import { incidentParams, suggestionsSchema } from './incident-schemas.ts';

const openStatuses: CaseStatus[] = ['received', 'assigned', 'inProgress', 'waitingOnSubmitter', 'escalating'];
/** Of each status; the newest, since an incident is about what comes in now. */
const mostRead = 100;
const mostShown = 20;
/** Linked cases whose words say what belongs to it, beside its title; the latest. */
const mostSpeaking = 10;

/** Open cases of the system at the desk, from every office, that wait with no incident. */
async function candidates({ store }: ComplaintServices, view: IncidentView): Promise<CaseView[]> {
  const { deskId, systemId } = view;
  const page = { limit: mostRead };
  const pages = openStatuses.map((status) => store.cases.list({ deskId, systemId, status }, page));
  return (await Promise.all(pages)).flatMap(({ items }) => items).filter(({ incidentId }) => incidentId === null);
}

/** What the incident is about, in several ways of saying it. */
async function sayings({ directory, store }: ComplaintServices, { cases, systemId, title }: IncidentView) {
  const linked = await Promise.all(
    cases.slice(-mostSpeaking).map(({ caseId }) => store.reports.findByCandidate(caseId)),
  );
  const context = await namesOf(directory, systemId);
  const told = linked.flatMap((report) => (report === null ? [] : [report]));
  return [{ title, description: '' }, ...told].map(({ description, title: said }) =>
    problemTerms({ title: said, description, context }),
  );
}

async function ranked(services: ComplaintServices, view: IncidentView) {
  const found = new Map((await candidates(services, view)).map((each) => [each.caseId, each]));
  const offices = [...new Set([...found.values()].map(({ officeId }) => officeId))];
  const [terms, pools] = await Promise.all([
    sayings(services, view),
    Promise.all(offices.map((officeId) => services.openCases.poolOf({ officeId, deskId: view.deskId }))),
  ]);
  const best = new Map<string, number>();
  for (const pool of pools) {
    for (const each of terms) {
      for (const { caseId, similarity } of similarCases({ systemId: view.systemId, terms: each }, pool)) {
        if (found.has(caseId)) best.set(caseId, Math.max(similarity, best.get(caseId) ?? 0));
      }
    }
  }
  const order = [...best].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, mostShown);
  return order.flatMap(([caseId, similarity]) => {
    const each = found.get(caseId);
    return each ? [{ view: each, similarity: Math.round(similarity * 100) / 100 }] : [];
  });
}

/** GET /v1/incidents/:id/suggestions */
export function suggestIncidentCases(services: ComplaintServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/incidents/:id/suggestions',
    operationId: 'suggestIncidentCases',
    summary: 'Open cases of the system, from every office, that sound like this incident',
    description: 'Compared with its title and the latest linked cases. Nothing is linked by itself.',
    tag: 'Incidents',
    access: {
      action: 'incident.act',
      visibleBy: 'incident.read',
      resource: ({ params }) => findIncident(services.store, params.id),
    },
    request: { params: incidentParams },
    responses: { 200: { description: 'At most twenty, best first; often none.', body: suggestionsSchema } },
    problems: ['not_found'],
  }).handle(async ({ actor, resource: { view } }) => {
    const items = (await ranked(services, view)).map(async ({ similarity, view: each }) => ({
      complaint: await presentComplaint(services, each, actor, { brief: true }),
      similarity,
    }));
    return { status: 200, body: { items: await Promise.all(items) } };
  });
}
