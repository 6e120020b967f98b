import { z } from 'zod';
import type { CaseFilter } from '../../store/cases/case-repository.ts';
import type { Actor } from '../auth/actor.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { entityTag } from '../http/entity-tag.ts';
import { operation, type Operation } from '../http/operation.ts';
import { findCase, findSurvivor } from './complaint-lookup.ts';
import { presentComplaint } from './complaint-presenter.ts';
import {
  complaintParamsSchema,
  complaintQuerySchema,
  timelineQuerySchema,
  type ComplaintQuery,
} from './complaint-request-schemas.ts';
import { complaintAnswerSchema, complaintPageSchema, timelinePageSchema } from './complaint-schemas.ts';
import type { ComplaintServices } from './complaint-services.ts';
import { presentTimeline } from './timeline-presenter.ts';

const casePlace = z.strictObject({ createdAt: z.string(), caseId: z.string() });
const timelinePlace = z.strictObject({ no: z.int().min(0) });

const inUtc = (instant: string | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString());

/** What the query asks for, narrowed to what the actor may see; null when the two have nothing in common. */
export function scopedFilter(query: ComplaintQuery, actor: Actor): CaseFilter | null {
  const { cursor: _cursor, limit: _limit, from, overdue, to, ...equal } = query;
  const asked: CaseFilter = {
    ...equal,
    ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
    ...(from === undefined ? {} : { from: inUtc(from) }),
    ...(to === undefined ? {} : { to: inUtc(to) }),
  };
  if (actor.role === 'submitter') return { ...asked, reporterId: actor.id };
  if (actor.deskId === null || (query.deskId !== undefined && query.deskId !== actor.deskId)) return null;
  return { ...asked, deskId: actor.deskId };
}

/** GET /v1/complaints */
export function listComplaints(services: ComplaintServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/complaints',
    operationId: 'listComplaints',
    summary: 'The cases that one may see, newest first',
    description: 'Submitters see what they have reported themselves, staff the cases of their desk.',
    tag: 'Complaints',
    access: { action: 'case.list' },
    request: { query: complaintQuerySchema },
    responses: { 200: { description: 'A page of cases.', body: complaintPageSchema } },
    problems: ['invalid_cursor'],
  }).handle(async ({ actor, query }) => {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, casePlace);
    const filter = scopedFilter(query, actor);
    if (filter === null) return { status: 200, body: { items: [] } };
    const page = await services.store.cases.list(filter, { limit: query.limit, ...(after ? { after } : {}) });
    const items = await Promise.all(page.items.map((view) => presentComplaint(services, view, actor, { brief: true })));
    return { status: 200, body: { items, ...(page.next ? { nextCursor: encodeCursor(page.next) } : {}) } };
  });
}

/** GET /v1/complaints/:id */
export function getComplaint(services: ComplaintServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/complaints/:id',
    operationId: 'getComplaint',
    summary: 'One case, by its id or its number',
    tag: 'Complaints',
    access: {
      action: 'case.read',
      visibleBy: 'case.read',
      resource: ({ actor, params }) => findSurvivor(services.store, params.id, actor),
    },
    request: { params: complaintParamsSchema },
    responses: {
      200: { description: 'The case.', body: complaintAnswerSchema, headers: { ETag: 'The version of the case.' } },
    },
    problems: ['not_found'],
  }).handle(async ({ actor, resource }) => {
    const { ownReports, view } = resource;
    const complaint = await presentComplaint(services, view, actor, { ownReports });
    return { status: 200, body: { complaint }, headers: { ETag: entityTag(view.version) } };
  });
}

/** GET /v1/complaints/:id/timeline */
export function getTimeline(services: ComplaintServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/complaints/:id/timeline',
    operationId: 'getTimeline',
    summary: 'What has happened to a case, from the beginning',
    tag: 'Complaints',
    access: {
      action: 'case.read',
      visibleBy: 'case.read',
      resource: ({ actor, params }) => findCase(services.store, params.id, actor),
    },
    request: { params: complaintParamsSchema, query: timelineQuerySchema },
    responses: { 200: { description: 'A page of entries.', body: timelinePageSchema } },
    problems: ['not_found', 'invalid_cursor'],
  }).handle(async ({ actor, locale, query, resource }) => {
    const afterNo = query.cursor === undefined ? 0 : decodeCursor(query.cursor, timelinePlace).no;
    const page = { afterNo, limit: query.limit + 1 };
    const entries = await services.store.timelines.ofCase(resource.view.caseId, page);
    const shown = entries.slice(0, query.limit);
    const items = await presentTimeline(services, resource, shown, { actor, locale });
    const last = entries.length > query.limit ? shown.at(-1) : undefined;
    return { status: 200, body: { items, ...(last ? { nextCursor: encodeCursor({ no: last.no }) } : {}) } };
  });
}
