import { z } from 'zod';
import { newestIncidentFirst } from '../../store/incidents/incident-order.ts';
import type { IncidentFilter, IncidentPosition } from '../../store/incidents/incident-repository.ts';
import type { IncidentView } from '../../workflows/incident/incident-types.ts';
import type { Actor } from '../auth/actor.ts';
import { systemName } from '../complaints/complaint-texts.ts';
import type { ComplaintServices } from '../complaints/complaint-services.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { entityTag } from '../http/entity-tag.ts';
import { operation, type Operation } from '../http/operation.ts';
import { findIncident } from './incident-lookup.ts';
import { presentIncident } from './incident-presenter.ts';
import * as schemas from './incident-schemas.ts';

const place = z.strictObject({ openedAt: z.string(), incidentId: z.string() });
const timelinePlace = z.strictObject({ no: z.int().min(0) });

const isStaff = ({ role }: Actor) => role === 'agent' || role === 'supervisor';

/** The own desk's, and of everybody else's those with a notice. */
async function visible(
  { store }: ComplaintServices,
  actor: Actor,
  filter: IncidentFilter,
  page: { limit: number; after?: IncidentPosition },
): Promise<IncidentView[]> {
  const [published, own] = await Promise.all([
    store.incidents.list({ ...filter, published: true }, page),
    isStaff(actor) && actor.deskId !== null ? store.incidents.list({ ...filter, deskId: actor.deskId }, page) : [],
  ]);
  const unique = new Map([...published, ...own].map((view) => [view.incidentId, view]));
  return [...unique.values()].sort(newestIncidentFirst).slice(0, page.limit);
}

/** GET /v1/incidents */
export function listIncidents(services: ComplaintServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/incidents',
    operationId: 'listIncidents',
    summary: 'What is known to be out of order, newest first',
    description: 'Everybody sees open incidents with a notice; staff those of their desk too, whatever their status.',
    tag: 'Incidents',
    access: { action: 'incident.list' },
    request: { query: schemas.incidentQuery },
    responses: { 200: { description: 'A page of incidents.', body: schemas.incidentPageSchema } },
    problems: ['invalid_cursor'],
  }).handle(async ({ actor, query: { cursor, limit, status, systemId } }) => {
    const after = cursor === undefined ? {} : { after: decodeCursor(cursor, place) };
    const filter = { ...(status && { status }), ...(systemId && { systemId }) };
    const views = await visible(services, actor, filter, { limit: limit + 1, ...after });
    const shown = views.slice(0, limit);
    const items = await Promise.all(shown.map((view) => presentIncident(services, view, actor, { brief: true })));
    const last = views.length > limit ? shown.at(-1) : undefined;
    const next = last && { nextCursor: encodeCursor({ openedAt: last.openedAt, incidentId: last.incidentId }) };
    return { status: 200, body: { items, ...next } };
  });
}

/** GET /v1/incidents/:id */
export function getIncident(services: ComplaintServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/incidents/:id',
    operationId: 'getIncident',
    summary: 'One incident',
    tag: 'Incidents',
    access: {
      action: 'incident.read',
      visibleBy: 'incident.read',
      resource: ({ params }) => findIncident(services.store, params.id),
    },
    request: { params: schemas.incidentParams },
    responses: {
      200: { description: 'The incident.', body: schemas.incidentAnswerSchema, headers: { ETag: 'Its version.' } },
    },
    problems: ['not_found'],
  }).handle(async ({ actor, resource: { view } }) => {
    const body = { incident: await presentIncident(services, view, actor) };
    return { status: 200, body, headers: { ETag: entityTag(view.version) } };
  });
}

/** GET /v1/incidents/:id/timeline */
export function getIncidentTimeline(services: ComplaintServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/incidents/:id/timeline',
    operationId: 'getIncidentTimeline',
    summary: 'What has happened to an incident, from the beginning',
    tag: 'Incidents',
    access: {
      action: 'incident.act',
      visibleBy: 'incident.read',
      resource: ({ params }) => findIncident(services.store, params.id),
    },
    request: { params: schemas.incidentParams, query: schemas.timelineQuery },
    responses: { 200: { description: 'A page of entries.', body: schemas.incidentTimelineSchema } },
    problems: ['not_found', 'invalid_cursor'],
  }).handle(async ({ locale, query: { cursor, limit }, resource: { view } }) => {
    const afterNo = cursor === undefined ? 0 : decodeCursor(cursor, timelinePlace).no;
    const entries = await services.store.timelines.ofCase(view.workflowId, { afterNo, limit: limit + 1 });
    const shown = entries.slice(0, limit);
    const names = await services.directory.people(shown.map(({ actor }) => actor.id));
    const items = shown.map(({ actor: { id, role }, at, data, hash, no, type }) => {
      const name = role === 'system' ? systemName(locale) : (names.get(id) ?? id);
      return { no, type, at, actor: { id, name, role }, data, hash };
    });
    const last = entries.length > limit ? shown.at(-1) : undefined;
    return { status: 200, body: { items, ...(last && { nextCursor: encodeCursor({ no: last.no }) }) } };
  });
}
