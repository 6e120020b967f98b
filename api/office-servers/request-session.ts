import { operation, type Operation } from '../http/operation.ts';
import { askForSession } from './ask-for-session.ts';
import { presentSession } from './office-server-presenter.ts';
import { retryableHeaders, serverParams, sessionAnswerSchema, sessionRequestSchema } from './office-server-schemas.ts';
import type { OfficeServerServices } from './office-server-services.ts';
import { sessionIdOf } from './session-identity.ts';

const headers = { Location: 'Where the session is.' };

/** POST /v1/office-servers/:id/sessions */
export function requestSession(services: OfficeServerServices): Operation {
  return operation({
    method: 'post',
    path: '/v1/office-servers/:id/sessions',
    operationId: 'requestSession',
    summary: "Ask to be let in to an office's server on behalf of one's own case",
    description:
      'While the server is full the session waits, first come first served, and is granted by itself. Asking again ' +
      'for the same case gets the same session, with its place in the queue as it is by then.',
    tag: 'Office servers',
    request: { params: serverParams, headers: retryableHeaders, body: sessionRequestSchema },
    access: { action: 'session.request', resource: ({ params: { id } }) => services.store.officeServers.find(id) },
    responses: {
      201: { description: 'Granted.', body: sessionAnswerSchema, headers },
      202: {
        description: 'It waits: behind whom, and until when they have the server.',
        body: sessionAnswerSchema,
        headers,
      },
    },
    problems: [
      ...(['not_found', 'not_assigned', 'case_moved_on', 'illegal_in_status', 'case_not_begun'] as const),
      ...(['unknown_server', 'server_of_other_office', 'session_ended', 'idempotency_key_reused'] as const),
      ...(['engine_unavailable', 'worker_unavailable'] as const),
    ],
  }).handle(async ({ actor, body, headers: sent, locale, resource: server }) => {
    const sessionId = sessionIdOf(actor.id, server.serverId, sent['idempotency-key']);
    const standing = await askForSession(services, { server, actor, locale, sessionId, ...body });
    const session = await presentSession(services, standing);
    const location = { Location: `/v1/office-servers/${server.serverId}/sessions/${session.id}` };
    return { status: session.state === 'granted' ? 201 : 202, body: { session }, headers: location };
  });
}
