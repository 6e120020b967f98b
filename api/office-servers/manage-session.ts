import type { Actor } from '../auth/actor.ts';
import type { ServerAction } from '../engine/engine-types.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { Locale } from '../locale/translate.ts';
import { connectionFile, connectionFileType, isServerAddress } from './connection-file.ts';
import { presentSession, recordedStanding } from './office-server-presenter.ts';
import * as schemas from './office-server-schemas.ts';
import type { OfficeServerServices } from './office-server-services.ts';
import { extensionIdOf } from './session-identity.ts';
import { findSession, type FoundSession } from './session-lookup.ts';
import { refusalProblem, retrySoon, sessionEnded } from './session-problems.ts';
import { z } from 'zod';

const path = '/v1/office-servers/:id/sessions/:sessionId';

function common(services: OfficeServerServices) {
  return {
    tag: 'Office servers',
    resource: ({ params }: { params: { id: string; sessionId: string } }) => findSession(services.store, params),
  };
}

/** Has it done by the server's workflow, which alone knows how the session stands. */
async function act(services: OfficeServerServices, { server }: FoundSession, action: ServerAction, locale: Locale) {
  const outcome = await services.engine.actOnServer(server, action);
  switch (outcome.kind) {
    case 'done':
      return outcome.standing;
    case 'refused':
      throw refusalProblem(outcome.refusal, locale);
    case 'notRunning':
      throw new Problem('not_found');
    case 'unanswered':
      throw new Problem('worker_unavailable', { headers: retrySoon });
  }
}

const who = ({ id, role }: Actor) => ({ id, role });

/** GET /v1/office-servers/:id/sessions/:sessionId */
export function getSession(services: OfficeServerServices): Operation {
  const { tag, resource } = common(services);
  return operation({
    method: 'get',
    path,
    tag,
    operationId: 'getServerSession',
    summary: 'How a session stands: its place in the queue, or until when it lasts, or how it ended',
    request: { params: schemas.sessionParams },
    access: { action: 'session.read', visibleBy: 'session.read', resource },
    responses: { 200: { description: 'The session as it was last recorded.', body: schemas.sessionAnswerSchema } },
    problems: ['not_found'],
  }).handle(async ({ resource: { session } }) => {
    const standing = await recordedStanding(services, session);
    return { status: 200, body: { session: await presentSession(services, standing) } };
  });
}

/** POST /v1/office-servers/:id/sessions/:sessionId/extend */
export function extendSession(services: OfficeServerServices): Operation {
  const { tag, resource } = common(services);
  return operation({
    method: 'post',
    path: `${path}/extend`,
    tag,
    operationId: 'extendServerSession',
    summary: 'Make a session last longer',
    request: { params: schemas.sessionParams, headers: schemas.retryableHeaders, body: schemas.extensionSchema },
    access: { action: 'session.manage', visibleBy: 'session.read', resource },
    responses: { 200: { description: 'Prolonged.', body: schemas.sessionAnswerSchema } },
    problems: [
      ...(['not_found', 'not_session_holder', 'session_ended', 'session_not_granted', 'lease_too_long'] as const),
      ...(['engine_unavailable', 'worker_unavailable'] as const),
    ],
  }).handle(async ({ actor, body: { minutes }, headers, locale, resource: found }) => {
    const { sessionId } = found.session;
    const actionId = extensionIdOf(actor.id, sessionId, headers['idempotency-key']);
    const message = { sessionId, actor: who(actor), minutes, actionId };
    const standing = await act(services, found, { name: 'extend', message }, locale);
    if (standing === null) throw new Error('a session that was prolonged has no standing');
    return { status: 200, body: { session: await presentSession(services, standing) } };
  });
}

/** DELETE /v1/office-servers/:id/sessions/:sessionId */
export function endSession(services: OfficeServerServices): Operation {
  const { tag, resource } = common(services);
  return operation({
    method: 'delete',
    path,
    tag,
    operationId: 'endServerSession',
    summary: 'Give a session back; as a supervisor, revoke it',
    description: 'Whoever is next in line gets the server at once. A supervisor gives a reason, in query or body.',
    request: { params: schemas.sessionParams, query: schemas.endQuery, body: schemas.endBody },
    access: { action: 'session.manage', visibleBy: 'session.read', resource },
    responses: { 204: { description: 'Ended, now or before.' } },
    problems: ['not_found', 'not_session_holder', 'engine_unavailable', 'worker_unavailable'],
  }).handle(async ({ actor, body, locale, query, resource: found }) => {
    const reason = body?.reason ?? query.reason ?? null;
    const message = { sessionId: found.session.sessionId, actor: who(actor), reason };
    await act(services, found, { name: 'end', message }, locale);
    return { status: 204 };
  });
}

/** GET /v1/office-servers/:id/sessions/:sessionId/connection */
export function getConnection(services: OfficeServerServices): Operation {
  const { tag, resource } = common(services);
  return operation({
    method: 'get',
    path: `${path}/connection`,
    tag,
    operationId: 'getServerConnection',
    summary: 'The file with which a remote desktop connects; only for the holder, while the session lasts',
    request: { params: schemas.sessionParams },
    access: { action: 'session.connect', visibleBy: 'session.read', resource },
    responses: {
      200: {
        description: 'An .rdp file.',
        body: z.string(),
        contentType: connectionFileType,
        headers: { 'Content-Disposition': 'Its name.' },
      },
    },
    problems: ['not_found', 'not_session_holder', 'session_ended', 'session_not_granted', 'server_without_address'],
  }).handle(({ actor, locale, resource: { session, server } }) => {
    if (session.agentId !== actor.id) throw new Problem('not_session_holder');
    if (session.state === 'queued') throw new Problem('session_not_granted');
    // The workflow ends it at that instant; the read model may tell of it a moment later.
    const isOver = session.expiresAt === null || Date.parse(session.expiresAt) <= services.clock().getTime();
    if (session.state === 'ended' || isOver) throw sessionEnded(session.how ?? 'expired', locale);
    const { address } = server;
    if (address === undefined || !isServerAddress(address)) throw new Problem('server_without_address');
    const name = `${server.serverId.replace(/[^\w.-]/g, '_')}.rdp`;
    const headers = { 'Content-Disposition': `attachment; filename="${name}"` };
    return { status: 200, body: connectionFile({ address }), headers };
  });
}
