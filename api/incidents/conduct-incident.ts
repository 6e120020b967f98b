import type { IncidentActionRef, IncidentView } from '../../workflows/incident/incident-types.ts';
import type { Actor } from '../auth/actor.ts';
import type { ComplaintServices } from '../complaints/complaint-services.ts';
import { entityTag, expectedVersion } from '../http/entity-tag.ts';
import { operation, type Operation, type ResponseSpec } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problem-codes.ts';
import { actOnIncident } from './act-on-incident.ts';
import { incidentActionIdOf } from './incident-identity.ts';
import { findIncident, type FoundIncident } from './incident-lookup.ts';
import { presentIncident } from './incident-presenter.ts';
import * as schemas from './incident-schemas.ts';
import { linkableCases } from './linkable-cases.ts';

const done = {
  description: 'Done; the incident as it is now.',
  body: schemas.incidentAnswerSchema,
  headers: { ETag: 'Its version.' },
} satisfies ResponseSpec;

const problems: ProblemCode[] = ['not_found', 'incident_resolved', 'engine_unavailable', 'worker_unavailable'];

function common(services: ComplaintServices) {
  return {
    tag: 'Incidents',
    access: {
      action: 'incident.act',
      visibleBy: 'incident.read',
      resource: ({ params }: { params: { id: string } }): Promise<FoundIncident | null> =>
        findIncident(services.store, params.id),
    },
  } as const;
}

interface By {
  actor: Actor;
  headers: { 'idempotency-key'?: string | undefined };
  resource: FoundIncident;
}

function actionOf({ actor, headers, resource: { view } }: By, name: string): IncidentActionRef {
  const key = headers['idempotency-key'];
  const parts = { actorId: actor.id, incidentId: view.incidentId, name, ...(key === undefined ? {} : { key }) };
  return { actionId: incidentActionIdOf(parts), actor: { id: actor.id, role: actor.role } };
}

async function answer(services: ComplaintServices, view: IncidentView, actor: Actor) {
  const body = { incident: await presentIncident(services, view, actor) };
  return { status: 200 as const, body, headers: { ETag: entityTag(view.version) } };
}

/** POST /v1/incidents/:id/cases */
export function linkIncidentCases(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    method: 'post',
    path: '/v1/incidents/:id/cases',
    operationId: 'linkIncidentCases',
    summary: 'Say that cases have this cause: they give their turn back and wait with the incident',
    request: {
      params: schemas.incidentParams,
      headers: schemas.retryableHeaders,
      body: schemas.incidentCasesSchema,
    },
    responses: { 200: done },
    problems: [...problems, 'unknown_case', 'case_of_other_system', 'case_in_other_incident', 'incident_full'],
  }).handle(async ({ body, ...by }) => {
    const { view } = by.resource;
    const known = new Set(view.cases.flatMap(({ caseId, number }) => [caseId, number]));
    // One that is linked already, perhaps by this very request, is no reason to refuse the others.
    const fresh = body.complaintIds.filter((id) => !known.has(id) && !known.has(id.toUpperCase()));
    const cases = await linkableCases(services.store, fresh, view);
    const message = { ...actionOf(by, 'link'), cases };
    return answer(services, await actOnIncident(services, view.incidentId, { name: 'link', message }), by.actor);
  });
}

/** DELETE /v1/incidents/:id/cases/:complaintId */
export function unlinkIncidentCase(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    method: 'delete',
    path: '/v1/incidents/:id/cases/:complaintId',
    operationId: 'unlinkIncidentCase',
    summary: 'Say that a case has another cause after all: it takes a turn again',
    request: { params: schemas.incidentCaseParams, headers: schemas.retryableHeaders },
    responses: { 200: done },
    problems,
  }).handle(async ({ params, ...by }) => {
    const { view } = by.resource;
    const { complaintId } = params;
    const isMeant = (each: IncidentView['cases'][number]) =>
      each.caseId === complaintId || each.number === complaintId.toUpperCase();
    const caseId = view.cases.find(isMeant)?.caseId ?? complaintId;
    const message = { ...actionOf(by, `unlink/${caseId}`), caseId };
    return answer(services, await actOnIncident(services, view.incidentId, { name: 'unlink', message }), by.actor);
  });
}

/** PATCH /v1/incidents/:id */
export function changeIncident(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    method: 'patch',
    path: '/v1/incidents/:id',
    operationId: 'changeIncident',
    summary: 'Change what is said to everyone, or withdraw it',
    request: { params: schemas.incidentParams, headers: schemas.changeHeaders, body: schemas.incidentChangeSchema },
    responses: { 200: done },
    problems: [...problems, 'version_mismatch'],
  }).handle(async ({ body, ...by }) => {
    const { view } = by.resource;
    const version = expectedVersion(by.headers['if-match']);
    const change = {
      ...(body.title === undefined ? {} : { title: body.title }),
      ...(body.notice === undefined ? {} : { notice: body.notice }),
    };
    const expected = version === undefined ? {} : { expectedVersion: version };
    const message = { ...actionOf(by, 'change'), ...expected, change };
    return answer(services, await actOnIncident(services, view.incidentId, { name: 'change', message }), by.actor);
  });
}

/** The text first: whoever reads one of its cases as resolved can read why too. */
async function keepResolution(
  { clock, store }: ComplaintServices,
  { actor, resource: { view } }: By,
  resolution: { resolutionId: string; text: string },
): Promise<void> {
  const { resolutionId, text } = resolution;
  const row = { messageId: resolutionId, caseId: view.workflowId, kind: 'resolution' as const };
  await store.messages.insert({ ...row, authorId: actor.id, text, at: clock().toISOString() });
  const [kept] = await store.messages.findMany([resolutionId]);
  if (kept !== undefined && kept.text !== text) throw new Problem('idempotency_key_reused');
}

/** POST /v1/incidents/:id/resolve */
export function resolveIncident(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    method: 'post',
    path: '/v1/incidents/:id/resolve',
    operationId: 'resolveIncident',
    summary: 'Say how it was resolved, for all of its cases at once',
    description:
      'Every linked case is resolved within moments (`resolvedCount`), and every reporter is told once, however many ' +
      'of the cases are theirs. Each case can be reopened by its own reporters.',
    request: {
      params: schemas.incidentParams,
      headers: schemas.retryableHeaders,
      body: schemas.incidentResolutionSchema,
    },
    responses: { 200: done },
    problems: [...problems, 'idempotency_key_reused'],
  }).handle(async ({ body, ...by }) => {
    const { view } = by.resource;
    const action = actionOf(by, 'resolve');
    const resolutionId = action.actionId;
    if (view.status === 'resolved' && view.resolutionId !== resolutionId) throw new Problem('incident_resolved');
    await keepResolution(services, by, { resolutionId, text: body.resolution });
    const message = { ...action, resolutionId };
    return answer(services, await actOnIncident(services, view.incidentId, { name: 'resolve', message }), by.actor);
  });
}
