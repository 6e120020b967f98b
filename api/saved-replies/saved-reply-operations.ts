import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { SavedReply } from '../../store/saved-replies/saved-reply-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { manyLines, oneLine } from '../complaints/complaint-request-schemas.ts';
import { demandVersion, entityTag, ifMatchHeader } from '../http/entity-tag.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';

type Deps = Pick<ApiDeps, 'store' | 'clock'>;

const bodySchema = z
  .strictObject({ title: oneLine(1, 100), text: z.strictObject({ id: manyLines(10_000), en: manyLines(10_000) }) })
  .meta({
    id: 'SavedReplyText',
    example: { title: 'Sandi diatur ulang', text: { id: 'Sandi sudah diatur ulang.', en: 'The password was reset.' } },
  });

const savedReplySchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    text: z.strictObject({ id: z.string(), en: z.string() }),
    version: z.int().min(1),
  })
  .meta({ id: 'SavedReply' });

const answerSchema = z.strictObject({ savedReply: savedReplySchema });
const ofDesk = z.strictObject({ id: idSchema });
const ofReply = z.strictObject({ id: idSchema, replyId: idSchema });
const headers = z.object({ 'if-match': ifMatchHeader.optional() });
const etag = { ETag: 'The version of the saved reply.' };
const common = { tag: 'Messages' } as const;

function present({ savedReplyId, text, title, version }: SavedReply): z.input<typeof savedReplySchema> {
  return { id: savedReplyId, title, text: { id: text.id, en: text.en }, version };
}

const answerOf = (reply: SavedReply) => ({
  body: { savedReply: present(reply) },
  headers: { ETag: entityTag(reply.version) },
});

/** Only one of the desk that the address names. */
async function replyOf({ store }: Deps, { id, replyId }: z.output<typeof ofReply>): Promise<SavedReply> {
  const reply = await store.savedReplies.find(replyId);
  if (reply === null || reply.deskId !== id) throw new Problem('not_found');
  return reply;
}

function listSavedReplies({ store }: Deps): Operation {
  return operation({
    ...common,
    method: 'get',
    path: '/v1/desks/:id/saved-replies',
    operationId: 'listSavedReplies',
    summary: 'Texts that the agents of a desk send often, by title',
    request: { params: ofDesk },
    access: { action: 'savedReply.read', resource: ({ params }) => store.desks.find(params.id) },
    responses: {
      200: { description: 'All.', body: z.strictObject({ items: z.array(savedReplySchema), nextCursor: z.null() }) },
    },
    problems: ['not_found'],
  }).handle(async ({ params }) => {
    const items = (await store.savedReplies.ofDesk(params.id)).map(present);
    return { status: 200, body: { items, nextCursor: null } };
  });
}

function createSavedReply({ clock, store }: Deps): Operation {
  return operation({
    ...common,
    method: 'post',
    path: '/v1/desks/:id/saved-replies',
    operationId: 'createSavedReply',
    summary: 'Save a text for the agents of a desk, in both languages',
    request: { params: ofDesk, body: bodySchema },
    access: { action: 'savedReply.write', resource: ({ params }) => store.desks.find(params.id) },
    responses: { 201: { description: 'Saved.', body: answerSchema, headers: etag } },
    problems: ['not_found'],
  }).handle(async ({ body, params }) => {
    const identity = { savedReplyId: randomBytes(16).toString('hex'), deskId: params.id, version: 1 };
    const reply = { ...identity, ...body, updatedAt: clock().toISOString() };
    await store.savedReplies.record(reply);
    return { status: 201, ...answerOf(reply) };
  });
}

function changeSavedReply(deps: Deps): Operation {
  const { clock, store } = deps;
  return operation({
    ...common,
    method: 'put',
    path: '/v1/desks/:id/saved-replies/:replyId',
    operationId: 'changeSavedReply',
    summary: 'Change a saved text',
    request: { params: ofReply, headers, body: bodySchema },
    access: { action: 'savedReply.write', resource: ({ params }) => store.desks.find(params.id) },
    responses: { 200: { description: 'Saved.', body: answerSchema, headers: etag } },
    problems: ['not_found', 'version_mismatch'],
  }).handle(async ({ body, headers: { 'if-match': ifMatch }, params }) => {
    const before = await replyOf(deps, params);
    demandVersion(ifMatch, before.version);
    const reply = { ...before, ...body, updatedAt: clock().toISOString(), version: before.version + 1 };
    if (!(await store.savedReplies.record(reply))) throw new Problem('version_mismatch');
    return { status: 200, ...answerOf(reply) };
  });
}

function deleteSavedReply(deps: Deps): Operation {
  const { store } = deps;
  return operation({
    ...common,
    method: 'delete',
    path: '/v1/desks/:id/saved-replies/:replyId',
    operationId: 'deleteSavedReply',
    summary: 'Remove a saved text',
    request: { params: ofReply },
    access: { action: 'savedReply.write', resource: ({ params }) => store.desks.find(params.id) },
    responses: { 204: { description: 'Removed.' } },
    problems: ['not_found'],
  }).handle(async ({ params }) => {
    const { savedReplyId } = await replyOf(deps, params);
    await store.savedReplies.remove(savedReplyId);
    return { status: 204 };
  });
}

export function savedReplyOperations(deps: Deps): Operation[] {
  return [listSavedReplies(deps), createSavedReply(deps), changeSavedReply(deps), deleteSavedReply(deps)];
}
