import type { Desk } from '../../../store/desks/desk-repository.ts';
import type { Office } from '../../../store/offices/office-repository.ts';
import type { OfficeServer } from '../../../store/office-servers/office-server-repository.ts';
import type { Store } from '../../../store/store.ts';
import type { InformationSystem } from '../../../store/systems/system-repository.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { Actor } from '../../auth/actor.ts';
import { can } from '../../auth/policy.ts';
import { Problem, type Fault } from '../../http/problem.ts';
import type { ProblemCode } from '../../http/problem-codes.ts';
import type { NewComplaint } from '../complaint-request-schemas.ts';
import { reportIdOf } from './report-identity.ts';
import type { Submission } from './report-intake.ts';

/** A 422 that points to the field which names something that is not there or does not belong. */
function unprocessable(code: ProblemCode, pointer: string, fault: Fault['code'] = 'unknown_reference'): Problem {
  return new Problem(code, { faults: [{ in: 'body', pointer, code: fault }] });
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

/** What a complaint names, as it was found. */
interface Named {
  office: Office | null;
  system: InformationSystem | null;
  server: OfficeServer | null;
}

/** What is out of use takes nothing new. The office follows from who sends: a field names it only on behalf of one. */
function checkInUse({ office, server, system }: Named, body: NewComplaint, running: RunningCase | undefined): void {
  if (office?.active === false) {
    throw body.onBehalfOf === undefined
      ? new Problem('inactive_office')
      : unprocessable('inactive_office', '#/onBehalfOf', 'not_in_use');
  }
  if (system?.active === false && system.systemId !== running?.systemId) {
    throw unprocessable('inactive_system', '#/systemId', 'not_in_use');
  }
  if (server?.active === false && server.serverId !== running?.serverId) {
    throw unprocessable('inactive_server', '#/serverId', 'not_in_use');
  }
}

/** Whether the report is here already, so that whatever has become of all it names meanwhile, it is answered again. */
export async function isRepeated(
  { reports }: Pick<Store, 'reports'>,
  { actorId, idempotencyKey }: Pick<Submission, 'actorId' | 'idempotencyKey'>,
): Promise<boolean> {
  if (idempotencyKey === undefined) return false;
  return (await reports.find(reportIdOf(actorId, idempotencyKey))) !== null;
}

/** The case that a report is added to knowingly: what it is about goes on, even if it is out of use for others. */
type RunningCase = Pick<CaseView, 'systemId' | 'serverId'>;

/** One that is over by now, or whose notice was withdrawn, is no reason to refuse: then the case goes by turn. */
async function checkIncident(store: Store, { incidentId, systemId }: NewComplaint): Promise<void> {
  if (incidentId === undefined) return;
  const incident = await store.incidents.find(incidentId);
  if (incident?.systemId !== systemId) throw unprocessable('unknown_incident', '#/incidentId');
}

/**
 * Whether everything that a complaint names exists, is in use, belongs together, and is for this actor to send.
 * @throws Problem with a pointer to the field
 */
export async function checkedSubmission(
  store: Store,
  actor: Actor,
  body: NewComplaint,
  idempotencyKey: string | undefined,
  running?: RunningCase,
): Promise<Submission> {
  const { submitterId, officeId } = await submitterOf(store, actor, body.onBehalfOf);
  const serverId = body.serverId ?? null;
  const [office, system, server] = await Promise.all([
    store.offices.find(officeId),
    store.systems.find(body.systemId),
    serverId === null ? null : store.officeServers.find(serverId),
  ]);
  const desk = await deskFor(store, actor, system);
  if (serverId !== null) checkServer(server, officeId);
  await checkIncident(store, body);
  const anyInactive = [office, system, server].some((named) => named?.active === false);
  if (anyInactive && !(await isRepeated(store, { actorId: actor.id, idempotencyKey }))) {
    checkInUse({ office, system, server }, body, running);
  }
  const attachmentIds = [...new Set(body.attachmentIds)];
  const { category, description, systemId, title } = body;
  return {
    ...{ actorId: actor.id, submitterId, officeId, desk, systemId, serverId },
    ...{ category, title, description, attachmentIds, idempotencyKey },
    ...(body.incidentId === undefined ? {} : { incidentId: body.incidentId }),
  };
}
