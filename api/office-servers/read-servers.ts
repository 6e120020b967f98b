import { z } from 'zod';
import type { OfficeServer } from '../../store/office-servers/office-server-repository.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { entityTag } from '../http/entity-tag.ts';
import { operation, type Operation } from '../http/operation.ts';
import { presentServer } from './office-server-presenter.ts';
import { officeServerSchema, officeServersSchema, serverParams, serverQuery } from './office-server-schemas.ts';
import type { OfficeServerServices } from './office-server-services.ts';

const place = z.strictObject({ after: z.string() });

/** GET /v1/office-servers */
export function listServers(services: OfficeServerServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/office-servers',
    operationId: 'listOfficeServers',
    summary: 'The servers of the offices: who is on them, and who waits',
    tag: 'Office servers',
    request: { query: serverQuery },
    access: { action: 'officeServer.read' },
    responses: { 200: { description: 'A page of servers, in order of id.', body: officeServersSchema } },
    problems: ['invalid_cursor'],
  }).handle(async ({ actor, query: { officeId, limit, cursor } }) => {
    const after = cursor === undefined ? '' : decodeCursor(cursor, place).after;
    const isWanted = (server: OfficeServer) =>
      server.serverId > after && (officeId === undefined || server.officeId === officeId);
    const servers = (await services.store.officeServers.list()).filter(isWanted);
    const items = await Promise.all(servers.slice(0, limit).map((server) => presentServer(services, server, actor)));
    const last = servers.length > limit ? items.at(-1) : undefined;
    return { status: 200, body: { items, nextCursor: last ? encodeCursor({ after: last.id }) : null } };
  });
}

/** GET /v1/office-servers/:id */
export function getServer(services: OfficeServerServices): Operation {
  return operation({
    method: 'get',
    path: '/v1/office-servers/:id',
    operationId: 'getOfficeServer',
    summary: "One office's server: who is on it, and who waits",
    tag: 'Office servers',
    request: { params: serverParams },
    access: { action: 'officeServer.read', resource: ({ params: { id } }) => services.store.officeServers.find(id) },
    responses: {
      200: {
        description: 'The server as its workflow last recorded it.',
        body: officeServerSchema,
        headers: { ETag: 'The version of its set-up.' },
      },
    },
    problems: ['not_found'],
  }).handle(async ({ actor, resource }) => ({
    status: 200,
    body: await presentServer(services, resource, actor),
    headers: { ETag: entityTag(resource.version ?? 1) },
  }));
}
