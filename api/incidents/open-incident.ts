import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/policy.ts';
import type { ComplaintServices } from '../complaints/complaint-services.ts';
import { entityTag } from '../http/entity-tag.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { actOnIncident } from './act-on-incident.ts';
import { incidentHashOf, incidentIdOf } from './incident-identity.ts';
import { presentIncident } from './incident-presenter.ts';
import { incidentAnswerSchema, newIncidentSchema, retryableHeaders } from './incident-schemas.ts';
import { linkableCases } from './linkable-cases.ts';

const atSystem = { in: 'body', pointer: '#/systemId', code: 'unknown_reference' } as const;

/** The desk that serves the system, which must be the actor's own. */
async function deskOf({ store }: ComplaintServices, actor: Actor, systemId: string): Promise<string> {
  const system = await store.systems.find(systemId);
  if (system === null) throw new Problem('unknown_system', { faults: [atSystem] });
  if (!can(actor, 'incident.act', { deskId: system.deskId })) {
    throw new Problem('system_of_other_desk', { faults: [atSystem] });
  }
  return system.deskId;
}

/** POST /v1/incidents */
export function openIncident(services: ComplaintServices): Operation {
  return operation({
    method: 'post',
    path: '/v1/incidents',
    operationId: 'openIncident',
    summary: 'Say that one cause is behind many cases',
    description:
      'Linked cases give their turn back and wait with the incident. With a notice it is offered to everybody who ' +
      'is about to send a complaint about the system. With an Idempotency-Key the request can be repeated safely.',
    tag: 'Incidents',
    access: { action: 'incident.open' },
    request: { headers: retryableHeaders, body: newIncidentSchema },
    responses: {
      201: {
        description: 'Opened, now or before.',
        body: incidentAnswerSchema,
        headers: { Location: 'Where the incident is.', ETag: 'Its version.' },
      },
    },
    problems: [
      ...(['unknown_system', 'system_of_other_desk', 'unknown_case', 'case_of_other_system'] as const),
      ...(['case_in_other_incident', 'idempotency_key_reused', 'engine_unavailable', 'worker_unavailable'] as const),
    ],
  }).handle(async ({ actor, body, headers }) => {
    const { complaintIds: ids = [], notice = null, systemId, title } = body;
    const deskId = await deskOf(services, actor, systemId);
    const key = headers['idempotency-key'];
    const incidentId = incidentIdOf(actor.id, key);
    const payloadHash = incidentHashOf({ systemId, title, notice, ids });
    const isRepeated = key !== undefined && (await services.store.incidents.find(incidentId)) !== null;
    // What was linked then may be linked or ended by now.
    const cases = isRepeated ? [] : await linkableCases(services.store, ids, { deskId, systemId, incidentId });
    const by = { id: actor.id, role: actor.role };
    const input = { incidentId, deskId, systemId, title, notice, payloadHash, actor: by, cases };
    const systemName = await services.directory.system(systemId);
    if (!isRepeated) await services.engine.startIncident({ input, systemName });
    const view = await actOnIncident(services, incidentId, { name: 'confirm' });
    if (view.payloadHash !== payloadHash) throw new Problem('idempotency_key_reused');
    const answer = { incident: await presentIncident(services, view, actor) };
    const sent = { Location: `/v1/incidents/${incidentId}`, ETag: entityTag(view.version) };
    return { status: 201, body: answer, headers: sent };
  });
}
