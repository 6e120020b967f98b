import type { Desk } from '../../../store/desks/desk-repository.ts';
import type { OfficeServer } from '../../../store/office-servers/office-server-repository.ts';
import type { Store } from '../../../store/store.ts';
import type { InformationSystem } from '../../../store/systems/system-repository.ts';
import type { Actor } from '../../auth/actor.ts';
import { can } from '../../auth/policy.ts';
import { Problem, type Fault } from '../../http/problem.ts';
import type { ProblemCode } from '../../http/problem-codes.ts';
import type { NewComplaint } from '../complaint-request-schemas.ts';
import type { Submission } from './report-intake.ts';

/** A 422 that points to the field which names something that is not there or does not belong. */
function unprocessable(code: ProblemCode, pointer: string): Problem {
  const fault: Fault = { in: 'body', pointer, code: 'unknown_reference' };
  return new Problem(code, { faults: [fault] });
}

interface Submitter {
  submitterId: string;
  officeId: string;
}

async function submitterOf(store: Store, actor: Actor, onBehalfOf: string | undefined): Promise<Submitter> {
  if (actor.role === 'submitter') {
    if (onBehalfOf !== undefined && onBehalfOf !== actor.id) throw new Problem('forbidden');
    if (actor.officeId === null) throw new Problem('submitter_without_office');
    if (!can(actor, 'case.create', { officeId: actor.officeId })) throw new Problem('forbidden');
    return { submitterId: actor.id, officeId: actor.officeId };
  }
  if (!can(actor, 'case.createOnBehalf')) throw new Problem('forbidden');
  if (onBehalfOf === undefined) {
    throw new Problem('validation_failed', { faults: [{ in: 'body', pointer: '#/onBehalfOf', code: 'required' }] });
  }
  const submitter = await store.users.find(onBehalfOf);
  if (submitter === null || submitter.role !== 'submitter' || !submitter.active) {
    throw unprocessable('unknown_submitter', '#/onBehalfOf');
  }
  if (submitter.officeId === null) throw unprocessable('submitter_without_office', '#/onBehalfOf');
  return { submitterId: submitter.userId, officeId: submitter.officeId };
}

async function deskFor(store: Store, actor: Actor, system: InformationSystem | null): Promise<Desk> {
  if (system === null) throw unprocessable('unknown_system', '#/systemId');
  // Else an agent would get back a case that is not theirs to see.
  if (actor.role === 'agent' && actor.deskId !== system.deskId) {
    throw unprocessable('system_of_other_desk', '#/systemId');
  }
  const desk = await store.desks.find(system.deskId);
  if (desk === null) throw new Error(`system ${system.systemId} belongs to desk ${system.deskId}, which is not there`);
  return desk;
}

function checkServer(server: OfficeServer | null, officeId: string): void {
  if (server === null) throw unprocessable('unknown_server', '#/serverId');
  if (server.officeId !== officeId) throw unprocessable('server_of_other_office', '#/serverId');
}

/**
 * Whether everything that a complaint names exists, belongs together, and is for this actor to send.
 * @throws Problem with a pointer to the field
 */
export async function checkedSubmission(
  store: Store,
  actor: Actor,
  body: NewComplaint,
  idempotencyKey: string | undefined,
): Promise<Submission> {
  const { submitterId, officeId } = await submitterOf(store, actor, body.onBehalfOf);
  const serverId = body.serverId ?? null;
  const [system, server] = await Promise.all([
    store.systems.find(body.systemId),
    serverId === null ? null : store.officeServers.find(serverId),
  ]);
  const desk = await deskFor(store, actor, system);
  if (serverId !== null) checkServer(server, officeId);
  const attachmentIds = [...new Set(body.attachmentIds)];
  const { category, description, systemId, title } = body;
  return {
    ...{ actorId: actor.id, submitterId, officeId, desk, systemId, serverId },
    ...{ category, title, description, attachmentIds, idempotencyKey },
  };
}
