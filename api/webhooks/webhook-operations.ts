import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Webhook } from '../../store/webhooks/webhook-repository.ts';
import type { ApiDeps } from '../api-deps.ts';
import { recordEvent } from '../admin/audit-trail.ts';
import { revisions } from '../admin/revision.ts';
import { ifMatchHeaders } from '../admin/setup-schemas.ts';
import { newSecret } from '../auth/secret.ts';
import { entityTag } from '../http/entity-tag.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { deliveryOperations } from './delivery-operations.ts';
import { webhookSubject } from './webhook-subject.ts';
import { demandCallable } from './webhook-address.ts';
import {
  webhookChangeSchema,
  webhookListSchema,
  webhookRequestSchema,
  webhookSchema,
  webhookSecretSchema,
} from './webhook-schemas.ts';

/** Each is called for each event: more would be a load of its own. */
const mostWebhooks = 20;

const common = { tag: 'Webhooks', access: { action: 'webhook.manage' } } as const;
const params = z.strictObject({ id: idSchema });
const path = '/v1/webhooks/:id';

const etag = { ETag: 'The version.' };
const tagOf = ({ version = 1 }: Webhook) => ({ ETag: entityTag(version) });

function presentWebhook(webhook: Webhook) {
  const { active, createdAt, description, events, updatedAt, url, version = 1, webhookId } = webhook;
  return { id: webhookId, url, events, description, active, createdAt, updatedAt, version };
}

/** Other programs that are told of what happens to cases. */
export function webhookOperations(deps: ApiDeps): Operation[] {
  return [
    createWebhook(deps),
    listWebhooks(deps),
    getWebhook(deps),
    changeWebhook(deps),
    renewSecret(deps),
    removeWebhook(deps),
    ...deliveryOperations(deps),
  ];
}

/** Each change is audited, and by that in force (ADR 17). */
const revised = (store: ApiDeps['store']) => revisions(store.changes, webhookSubject(store));

/** Recognisable to scanners that look for leaked ones. */
const freshSecret = () => `giliran_wh_${newSecret()}`;

function createWebhook({ clock, settings, store }: ApiDeps): Operation {
  return operation({
    ...common,
    method: 'post',
    path: '/v1/webhooks',
    operationId: 'createWebhook',
    summary: 'Have another program told of what happens to cases',
    description: 'It is sent ids and states, no texts. From a few seconds later on.',
    request: { body: webhookRequestSchema },
    responses: { 201: { description: 'Made, with its secret.', body: webhookSecretSchema, headers: etag } },
    problems: ['too_many_webhooks'],
  }).handle(async ({ actor, body }) => {
    demandCallable(body.url, settings.NODE_ENV === 'production');
    if ((await store.webhooks.list()).length >= mostWebhooks) throw new Problem('too_many_webhooks');
    const now = clock().toISOString();
    const made = { webhookId: randomUUID(), secret: freshSecret(), active: true, createdBy: actor.id };
    const webhook: Webhook = { ...body, ...made, createdAt: now, updatedAt: now };
    await revised(store).create(webhook, { actorId: actor.id, at: now });
    const shown = { ...presentWebhook(webhook), secret: webhook.secret };
    return { status: 201, body: shown, headers: tagOf(webhook) };
  });
}

function listWebhooks({ store }: ApiDeps): Operation {
  return operation({
    ...common,
    method: 'get',
    path: '/v1/webhooks',
    operationId: 'listWebhooks',
    summary: 'All webhooks',
    responses: { 200: { description: 'In order of id.', body: webhookListSchema } },
  }).handle(async () => ({ status: 200, body: { items: (await store.webhooks.list()).map(presentWebhook) } }));
}

function getWebhook({ store }: ApiDeps): Operation {
  return operation({
    ...common,
    method: 'get',
    path,
    operationId: 'getWebhook',
    summary: 'One webhook, without its secret',
    request: { params },
    responses: { 200: { description: 'The webhook.', body: webhookSchema, headers: etag } },
    problems: ['not_found'],
  }).handle(async ({ params: { id } }) => {
    const webhook = await store.webhooks.find(id);
    if (webhook === null) throw new Problem('not_found');
    return { status: 200, body: presentWebhook(webhook), headers: tagOf(webhook) };
  });
}

function changeWebhook({ clock, settings, store }: ApiDeps): Operation {
  return operation({
    ...common,
    method: 'patch',
    path,
    operationId: 'changeWebhook',
    summary: 'Change a webhook, or switch it off and on',
    request: { params, headers: ifMatchHeaders, body: webhookChangeSchema },
    responses: { 200: { description: 'The webhook now.', body: webhookSchema, headers: etag } },
    problems: ['not_found', 'version_mismatch'],
  }).handle(async ({ actor, body, headers, params: { id } }) => {
    if (body.url !== undefined) demandCallable(body.url, settings.NODE_ENV === 'production');
    const at = clock().toISOString();
    const webhook = await revised(store).revise(id, {
      ...{ actorId: actor.id, at, action: 'changed', ifMatch: headers['if-match'] },
      change: (current) => ({ ...current, ...body, updatedAt: at }),
    });
    return { status: 200, body: presentWebhook(webhook), headers: tagOf(webhook) };
  });
}

function renewSecret({ clock, store }: ApiDeps): Operation {
  return operation({
    ...common,
    method: 'post',
    path: `${path}/secret`,
    operationId: 'renewWebhookSecret',
    summary: 'Give a webhook another secret',
    description: 'What is sent from now on is signed with it; the old one ends at once.',
    request: { params },
    responses: { 200: { description: 'The webhook, with its new secret.', body: webhookSecretSchema } },
    problems: ['not_found'],
  }).handle(async ({ actor, params: { id } }) => {
    const webhook = await store.webhooks.find(id);
    if (webhook === null) throw new Problem('not_found');
    const [secret, at] = [freshSecret(), clock().toISOString()];
    const author = { actorId: actor.id, at };
    await recordEvent(store, { ...author, kind: 'webhookSecret', subjectId: id, action: 'renewed' });
    if (!(await store.webhooks.recordSecret(id, { secret, updatedAt: at }))) throw new Problem('not_found');
    return { status: 200, body: { ...presentWebhook({ ...webhook, updatedAt: at }), secret } };
  });
}

function removeWebhook({ clock, store }: ApiDeps): Operation {
  return operation({
    ...common,
    method: 'delete',
    path,
    operationId: 'removeWebhook',
    summary: 'Remove a webhook',
    description: 'What was still to be sent to it is not sent any more.',
    request: { params, headers: ifMatchHeaders },
    responses: { 204: { description: 'It is gone.' } },
    problems: ['not_found', 'version_mismatch'],
  }).handle(async ({ actor, headers, params: { id } }) => {
    const author = { actorId: actor.id, at: clock().toISOString() };
    await revised(store).remove(id, { ...author, ifMatch: headers['if-match'] });
    return { status: 204 };
  });
}
