import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { recordEvent } from '../admin/audit-trail.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ownSessionOf } from '../auth/own-session.ts';
import { hashOfSecret, newSecret } from '../auth/secret.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { invalid } from '../http/problem.ts';
import { timeSchema } from '../http/time-schema.ts';

const tokenRequestSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100).meta({ description: 'What it is for.' }),
    expiresAt: timeSchema.optional().meta({ description: 'Without it the token has no end.' }),
  })
  .meta({ id: 'TokenRequest', example: { name: 'laporan malam', expiresAt: '2099-01-01T00:00:00Z' } });

const tokenSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    token: z.string().meta({ description: 'Shown this once; only its hash is kept.' }),
    createdAt: timeSchema,
    expiresAt: timeSchema.nullable(),
  })
  .meta({ id: 'Token' });

const listedTokenSchema = tokenSchema.omit({ token: true }).extend({ userId: z.string() }).meta({ id: 'ListedToken' });

/** Makes secrets of tokens recognisable to people and to scanners that look for leaked ones. */
const prefix = 'giliran_';

export function tokenOperations({ store, clock }: ApiDeps): Operation[] {
  return [
    operation({
      method: 'post',
      path: '/v1/tokens',
      operationId: 'createToken',
      summary: 'Make a bearer token for programs',
      description: 'It has the rights of its owner, never more. A token cannot make tokens: it could outlive itself.',
      tag: 'Tokens',
      access: 'signedIn',
      request: { body: tokenRequestSchema },
      responses: { 201: { description: 'Made.', body: tokenSchema } },
      problems: ['session_required'],
    }).handle(async ({ actor, body, ...caller }) => {
      ownSessionOf(caller);
      const now = clock();
      const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
      if (expiresAt && expiresAt <= now) throw invalid({ in: 'body', pointer: '#/expiresAt', code: 'not_in_future' });
      const token = prefix + newSecret();
      const kept = {
        tokenId: randomUUID(),
        name: body.name,
        createdAt: now.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
      };
      await store.tokens.insert({ ...kept, tokenHash: hashOfSecret(token), userId: actor.id });
      const { tokenId, ...shown } = kept;
      return { status: 201, body: { id: tokenId, token, ...shown } };
    }),
    operation({
      method: 'get',
      path: '/v1/tokens',
      operationId: 'listTokens',
      summary: 'The tokens that one has made, without their secrets',
      description: 'Admins may ask for those of somebody else.',
      tag: 'Tokens',
      access: { action: 'token.list', resource: ({ actor, query: { userId = actor.id } }) => ({ userId }) },
      request: { query: z.strictObject({ userId: idSchema.optional() }) },
      responses: {
        200: {
          description: 'All of them, oldest first.',
          body: z.strictObject({ items: z.array(listedTokenSchema), nextCursor: z.null() }),
        },
      },
    }).handle(async ({ resource }) => {
      const items = (await store.tokens.ofUser(resource.userId)).map(
        ({ tokenId, userId, name, createdAt, expiresAt }) => ({
          ...{ id: tokenId, userId, name, createdAt, expiresAt },
        }),
      );
      return { status: 200, body: { items, nextCursor: null } };
    }),
    operation({
      method: 'delete',
      path: '/v1/tokens/:id',
      operationId: 'revokeToken',
      summary: 'Revoke a token of one’s own; admins anybody’s',
      tag: 'Tokens',
      access: {
        action: 'token.revoke',
        visibleBy: 'token.revoke',
        resource: ({ params: { id } }) => store.tokens.find(id),
      },
      request: { params: z.strictObject({ id: idSchema }) },
      responses: { 204: { description: 'It is good for nothing any more.' } },
      problems: ['not_found'],
    }).handle(async ({ actor, resource: { tokenId, userId } }) => {
      const author = { actorId: actor.id, at: clock().toISOString() };
      await recordEvent(store, { ...author, kind: 'token', subjectId: tokenId, action: 'revoked', after: { userId } });
      await store.tokens.remove(tokenId);
      return { status: 204 };
    }),
  ];
}
