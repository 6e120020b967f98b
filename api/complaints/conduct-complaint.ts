import type { z } from 'zod';
import { hasEnded, type CaseLink } from '../../workflows/complaint/complaint-types.ts';
import type { Action } from '../auth/policy.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { actionProblems, common, done, present } from './act-on-complaint.ts';
import { actOnCase, type ActionRequest } from './case-action.ts';
import { survivorOf, type FoundCase } from './complaint-lookup.ts';
import {
  actionHeadersSchema,
  complaintParamsSchema,
  mergeSchema,
  questionSchema,
  ratingSchema,
  reasonSchema,
  reassignmentSchema,
} from './complaint-request-schemas.ts';
import type { ComplaintServices } from './complaint-services.ts';

type Details = Pick<ActionRequest, 'text' | 'agentId' | 'into' | 'score'>;

interface Conduct<Body extends z.ZodType> {
  name: ActionRequest['name'];
  access: Action;
  summary: string;
  body: Body;
  details(body: z.output<Body>, found: FoundCase): Details | Promise<Details>;
  problems?: ('unknown_agent' | 'unknown_case')[];
}

/** One action with a text: answered by the case itself, so a worker is needed. */
function conduct<Body extends z.ZodType>(services: ComplaintServices, spec: Conduct<Body>): Operation {
  return operation({
    ...common(services, spec.access),
    path: `/v1/complaints/:id/${spec.name}`,
    operationId: `${spec.name}Complaint`,
    summary: spec.summary,
    request: { params: complaintParamsSchema, headers: actionHeadersSchema, body: spec.body },
    responses: { 200: done },
    problems: [...actionProblems, ...(spec.problems ?? []), 'worker_unavailable'],
  }).handle(async ({ actor, body, headers, locale, resource }) => {
    const details = await spec.details(body as z.output<Body>, resource);
    const keys = { idempotencyKey: headers['idempotency-key'], ifMatch: headers['if-match'] };
    const request: ActionRequest = { name: spec.name, found: resource, actor, locale, ...keys, ...details };
    return { status: 200, ...(await present(services, request, await actOnCase(services, request))) };
  });
}

/** POST /v1/complaints/:id/resume, which has nothing to say */
function resumeComplaint(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    path: '/v1/complaints/:id/resume',
    operationId: 'resumeComplaint',
    summary: 'Go on without an answer of the submitter',
    request: { params: complaintParamsSchema, headers: actionHeadersSchema },
    responses: { 200: done },
    problems: [...actionProblems, 'worker_unavailable'],
  }).handle(async ({ actor, headers, locale, resource }) => {
    const keys = { idempotencyKey: headers['idempotency-key'], ifMatch: headers['if-match'] };
    const request: ActionRequest = { name: 'resume', found: resource, actor, locale, ...keys };
    return { status: 200, ...(await present(services, request, await actOnCase(services, request))) };
  });
}

/** Only somebody who serves the tier that the case is in, and is not gone. */
async function knownAgent(services: ComplaintServices, agentId: string, found: FoundCase) {
  const user = await services.store.users.find(agentId);
  const serves = user?.active && user.role === 'agent' && user.deskId === found.deskId && user.tier === found.view.tier;
  if (!serves)
    throw new Problem('unknown_agent', { faults: [{ in: 'body', pointer: '#/agentId', code: 'unknown_reference' }] });
  return agentId;
}

/** Another case of the same desk that has not ended; one that was merged itself leads to where it goes on. */
async function mergeTarget({ store }: ComplaintServices, intoId: string, found: FoundCase): Promise<CaseLink> {
  const named = await store.cases.find(intoId);
  const target = named && (await survivorOf(store, named));
  const isOpen = target && !hasEnded(target);
  if (!isOpen || target.deskId !== found.deskId || target.caseId === found.view.caseId) {
    throw new Problem('unknown_case', { faults: [{ in: 'body', pointer: '#/intoId', code: 'unknown_reference' }] });
  }
  const { caseId, number, workflowId } = target;
  return { caseId, number, workflowId };
}

/** How a case is conducted after it was assigned, up to what its reporter thinks of it. */
export function conductOperations(services: ComplaintServices): Operation[] {
  return [
    conduct(services, {
      name: 'ask',
      access: 'case.act',
      summary: 'Ask the submitter; the clock stands until the answer',
      body: questionSchema,
      details: ({ message }) => ({ text: message }),
    }),
    resumeComplaint(services),
    conduct(services, {
      name: 'reassign',
      access: 'case.reassign',
      summary: 'Give a case to a named agent, or to the next in turn',
      body: reassignmentSchema,
      details: async ({ agentId, reason }, found) => ({
        agentId: agentId === undefined ? null : await knownAgent(services, agentId, found),
        text: reason,
      }),
      problems: ['unknown_agent'],
    }),
    conduct(services, {
      name: 'merge',
      access: 'case.act',
      summary: 'Let a case go on as another one of the same problem',
      body: mergeSchema,
      details: async ({ intoId }, found) => ({ into: await mergeTarget(services, intoId, found) }),
      problems: ['unknown_case'],
    }),
    conduct(services, {
      name: 'reopen',
      access: 'case.reopen',
      summary: 'Take a resolved case up again, within its window',
      body: reasonSchema,
      details: ({ reason }) => ({ text: reason }),
    }),
    conduct(services, {
      name: 'withdraw',
      access: 'case.judge',
      summary: 'Withdraw what one has reported',
      body: reasonSchema,
      details: ({ reason }) => ({ text: reason }),
    }),
    conduct(services, {
      name: 'rate',
      access: 'case.judge',
      summary: 'Say how good the solution was, 1 to 5',
      body: ratingSchema,
      details: ({ comment, score }) => ({ score, text: comment }),
    }),
  ];
}
