import type { z } from 'zod';
import type { Correction } from '../../workflows/complaint/complaint-correction-types.ts';
import { fingerprintOf } from '../../workflows/complaint/complaint-fingerprint.ts';
import type { CaseLink, CaseView } from '../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem, type Fault } from '../http/problem.ts';
import type { ProblemCode } from '../http/problem-codes.ts';
import { actionProblems, common, present } from './act-on-complaint.ts';
import { actOnCase, type ActionRequest } from './case-action.ts';
import { actionHeadersSchema, complaintParamsSchema, correctionSchema } from './complaint-request-schemas.ts';
import { correctionAnswerSchema } from './complaint-schemas.ts';
import type { ComplaintServices } from './complaint-services.ts';

type Wish = z.output<typeof correctionSchema>;

function unprocessable(code: ProblemCode, pointer: string, fault: Fault['code'] = 'unknown_reference'): Problem {
  return new Problem(code, { faults: [{ in: 'body', pointer, code: fault }] });
}

/** What it is already may stay, even if it is out of use by now; the desk is only another if the system is. */
async function deskOf({ store }: ComplaintServices, view: CaseView, systemId: string): Promise<string> {
  if (systemId === view.systemId) return view.deskId;
  const system = await store.systems.find(systemId);
  if (system === null) throw unprocessable('unknown_system', '#/systemId');
  if (system.active === false) throw unprocessable('inactive_system', '#/systemId', 'not_in_use');
  return system.deskId;
}

async function checkServer({ store }: ComplaintServices, view: CaseView, serverId: string | null): Promise<void> {
  if (serverId === null || serverId === view.serverId) return;
  const server = await store.officeServers.find(serverId);
  if (server === null) throw unprocessable('unknown_server', '#/serverId');
  if (server.officeId !== view.officeId) throw unprocessable('server_of_other_office', '#/serverId');
  if (server.active === false) throw unprocessable('inactive_server', '#/serverId', 'not_in_use');
}

async function correctionOf(services: ComplaintServices, view: CaseView, wish: Wish): Promise<Correction> {
  const { category, deskId, officeId, serverId, systemId } = view;
  const from = { deskId, systemId, serverId, category };
  const system = wish.systemId ?? systemId;
  const server = wish.serverId === undefined ? serverId : wish.serverId;
  await checkServer(services, view, server);
  const desk = await deskOf(services, view, system);
  const to = { deskId: desk, systemId: system, serverId: server, category: wish.category ?? category };
  const first = await services.store.reports.findByCandidate(view.caseId);
  if (first === null) throw new Error(`the first report of case ${view.caseId} cannot be found`);
  const { description, title } = first;
  return { from, to, fingerprint: fingerprintOf({ ...to, officeId, title, description }) };
}

/** Another case that runs under the fingerprint; what leads to this one already is known to this one itself. */
async function occupantOf(
  { engine }: ComplaintServices,
  { caseId, officeId }: CaseView,
  fingerprint: string,
): Promise<CaseLink | null> {
  const workflowId = complaintWorkflowId({ officeId, fingerprint });
  const run = await engine.describeCase(workflowId);
  if (run === null || !run.running || run.caseId === caseId) return null;
  return { caseId: run.caseId, number: run.number, workflowId };
}

/** PATCH /v1/complaints/:id */
export function correctComplaint(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    method: 'patch',
    path: '/v1/complaints/:id',
    operationId: 'correctComplaint',
    summary: 'Correct the system, server or category of a case',
    description:
      'From then on the same problem reaches this case under the corrected facts too. A system of another desk hands ' +
      'it over: it leaves its agent, takes a turn at that desk and its deadlines begin anew.',
    request: { params: complaintParamsSchema, headers: actionHeadersSchema, body: correctionSchema },
    responses: {
      200: {
        description: 'Done; the case as it is now.',
        body: correctionAnswerSchema,
        headers: { ETag: 'The version of the case.' },
      },
    },
    problems: [
      ...actionProblems,
      ...(['nothing_to_correct', 'unknown_system', 'inactive_system', 'unknown_server', 'inactive_server'] as const),
      ...(['server_of_other_office', 'worker_unavailable'] as const),
    ],
  }).handle(async ({ actor, body, headers, locale, resource }) => {
    const { view } = resource;
    const correction = await correctionOf(services, view, body);
    const occupiedBy = await occupantOf(services, view, correction.fingerprint);
    const keys = { idempotencyKey: headers['idempotency-key'], ifMatch: headers['if-match'] };
    const corrected = { correction, occupiedBy };
    const common = { found: resource, actor, locale, ...keys };
    const request: ActionRequest = { name: 'correct', text: body.reason, corrected, ...common };
    const { sameProblem, ...result } = await actOnCase(services, request);
    const answer = await present(services, request, result);
    const same = sameProblem && { sameProblem: { id: sameProblem.caseId, number: sameProblem.number } };
    return { status: 200, headers: answer.headers, body: { ...answer.body, ...same } };
  });
}
