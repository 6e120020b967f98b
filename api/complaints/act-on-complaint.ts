import { entityTag } from '../http/entity-tag.ts';
import { operation, type Operation, type ResponseSpec } from '../http/operation.ts';
import type { ProblemCode } from '../http/problem-codes.ts';
import { actOnCase, type ActionRequest, type ActionResult } from './case-action.ts';
import { findCase, type FoundCase } from './complaint-lookup.ts';
import { presentComplaint } from './complaint-presenter.ts';
import {
  actionHeadersSchema,
  complaintParamsSchema,
  escalationSchema,
  resolutionSchema,
} from './complaint-request-schemas.ts';
import { complaintAnswerSchema } from './complaint-schemas.ts';
import type { ComplaintServices } from './complaint-services.ts';
import type { Actor } from '../auth/actor.ts';
import type { Action } from '../auth/policy.ts';

export const done = {
  description: 'Done; the case as it is now.',
  body: complaintAnswerSchema,
  headers: { ETag: 'The version of the case.' },
} satisfies ResponseSpec;

const accepted = {
  description: 'Kept with the case, and done as soon as it is processed again; the case as it was last known.',
  body: complaintAnswerSchema,
} satisfies ResponseSpec;

export const actionProblems: ProblemCode[] = [
  ...(['not_found', 'not_assigned', 'case_moved_on', 'illegal_in_status', 'case_closed', 'case_not_begun'] as const),
  ...(['version_mismatch', 'idempotency_key_reused', 'engine_unavailable'] as const),
];

/** What all actions have in common; the case itself decides whether this person may do it now. */
export function common<A extends Action = 'case.act'>(services: ComplaintServices, action: A = 'case.act' as A) {
  return {
    method: 'post',
    tag: 'Complaints',
    access: {
      action,
      visibleBy: 'case.read',
      resource: ({ actor, params }: { actor: Actor; params: { id: string } }): Promise<FoundCase | null> =>
        findCase(services.store, params.id, actor),
    },
  } as const;
}

export async function present(services: ComplaintServices, { actor, found }: ActionRequest, { view }: ActionResult) {
  const { ownReports } = found;
  const body = { complaint: await presentComplaint(services, view, actor, { ownReports }) };
  return { body, headers: { ETag: entityTag(view.version) } };
}

/** Without an ETag when it was only accepted: the version will change as soon as the case gets to it. */
async function presentEither(services: ComplaintServices, request: ActionRequest, result: ActionResult) {
  const { body, headers } = await present(services, request, result);
  return result.kind === 'done' ? ({ status: 200, body, headers } as const) : ({ status: 202, body } as const);
}

/** POST /v1/complaints/:id/acknowledge */
export function acknowledgeComplaint(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    path: '/v1/complaints/:id/acknowledge',
    operationId: 'acknowledgeComplaint',
    summary: 'Begin to work on a case that one has been given',
    request: { params: complaintParamsSchema, headers: actionHeadersSchema },
    responses: { 200: done },
    problems: [...actionProblems, 'worker_unavailable'],
  }).handle(async ({ actor, headers, locale, resource }) => {
    const keys = { idempotencyKey: headers['idempotency-key'], ifMatch: headers['if-match'] };
    const request: ActionRequest = { name: 'acknowledge', found: resource, actor, locale, ...keys };
    return { status: 200, ...(await present(services, request, await actOnCase(services, request))) };
  });
}

/** POST /v1/complaints/:id/resolve */
export function resolveComplaint(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    path: '/v1/complaints/:id/resolve',
    operationId: 'resolveComplaint',
    summary: 'Say how a case was resolved',
    request: { params: complaintParamsSchema, headers: actionHeadersSchema, body: resolutionSchema },
    responses: { 200: done, 202: accepted },
    problems: [...actionProblems, 'worker_unavailable'],
  }).handle(async ({ actor, body, headers, locale, resource }) => {
    const keys = { idempotencyKey: headers['idempotency-key'], ifMatch: headers['if-match'] };
    const text = body.resolution;
    const request: ActionRequest = { name: 'resolve', text, found: resource, actor, locale, ...keys };
    return presentEither(services, request, await actOnCase(services, request));
  });
}

/** POST /v1/complaints/:id/escalate */
export function escalateComplaint(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    path: '/v1/complaints/:id/escalate',
    operationId: 'escalateComplaint',
    summary: 'Hand a case over to tier 2',
    request: { params: complaintParamsSchema, headers: actionHeadersSchema, body: escalationSchema },
    responses: { 200: done, 202: accepted },
    problems: [...actionProblems, 'no_higher_tier', 'worker_unavailable'],
  }).handle(async ({ actor, body, headers, locale, resource }) => {
    const keys = { idempotencyKey: headers['idempotency-key'], ifMatch: headers['if-match'] };
    const request: ActionRequest = { name: 'escalate', text: body.reason, found: resource, actor, locale, ...keys };
    return presentEither(services, request, await actOnCase(services, request));
  });
}
