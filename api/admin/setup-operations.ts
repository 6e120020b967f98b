import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { entityTag } from '../http/entity-tag.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { Revised } from '../../store/kernel/catalog.ts';
import { pageOfRows } from './setup-page.ts';
import type { SetupResource } from './setup-resource.ts';
import { ifMatchHeaders, pageFields } from './setup-schemas.ts';

type Row = Revised & { name: string };

const params = z.strictObject({ id: idSchema });
const etag = { ETag: 'The version.' };

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function parts<R extends Row, Creation, Change, Shown>(resource: SetupResource<R, Creation, Change, Shown>) {
  const { names, schemas, subject, tag, path } = resource;
  const answerSchema = z.strictObject({ [names.one]: schemas.shown as z.ZodType });
  return {
    common: { tag, path },
    item: { tag, path: `${path}/:id` },
    answerSchema,
    one: capital(names.one),
    find: async ({ params: { id } }: { params: { id: string } }) => ((await subject.find(id)) ? {} : null),
    answer: (row: R) => ({
      body: { [names.one]: resource.present(row) as unknown },
      headers: { ETag: entityTag(row.version ?? 1) },
    }),
  };
}

function readOperations<R extends Row, Creation, Change, Shown>(
  resource: SetupResource<R, Creation, Change, Shown>,
): Operation[] {
  const { names, schemas, subject, filters, read: action } = resource;
  if (action === null) return [];
  const { common, item, answerSchema, one, answer } = parts(resource);
  const query = z.strictObject({ ...pageFields, ...filters } as typeof pageFields);
  const page = z.strictObject({ items: z.array(schemas.shown as z.ZodType), nextCursor: z.string().nullable() });
  return [
    operation({
      ...common,
      method: 'get',
      operationId: `list${capital(names.many)}`,
      summary: `All ${names.many}, in order of id`,
      access: { action },
      request: { query },
      responses: { 200: { description: 'A page.', body: page } },
      problems: ['invalid_cursor'],
    }).handle(async ({ query: asked }) => {
      const wanted = Object.entries(asked).filter(([field, value]) => field in filters && value !== undefined);
      const rows = (await resource.list()).filter((row) =>
        wanted.every(([field, value]) => row[field as keyof R] === value),
      );
      const { items, nextCursor } = pageOfRows(rows, subject.idOf, asked);
      return { status: 200, body: { items: items.map((row) => resource.present(row)), nextCursor } };
    }),
    operation({
      ...item,
      method: 'get',
      operationId: `get${one}`,
      summary: `One of the ${names.many}`,
      access: { action },
      request: { params },
      responses: { 200: { description: 'As it is.', body: answerSchema, headers: etag } },
      problems: ['not_found'],
    }).handle(async ({ params: { id } }) => {
      const row = await subject.find(id);
      if (!row) throw new Problem('not_found');
      const { body, headers } = answer(row);
      const detail = await resource.detail?.(row);
      return { status: 200, body: { [names.one]: { ...(body[names.one] as object), ...detail } }, headers };
    }),
  ];
}

function changeOperation<R extends Row, Creation, Change, Shown>(
  { clock }: ApiDeps,
  resource: SetupResource<R, Creation, Change, Shown>,
  method: 'put' | 'patch',
): Operation {
  const { names, schemas, revisions, write } = resource;
  const { item, answerSchema, one, find, answer } = parts(resource);
  return operation({
    ...item,
    method,
    operationId: `${method}${one}`,
    summary: `Change one of the ${names.many}`,
    description: 'What is left out stays as it is.',
    access: { action: write, resource: find },
    request: { params, headers: ifMatchHeaders, body: schemas.change as z.ZodType },
    responses: { 200: { description: 'As it is now.', body: answerSchema, headers: etag } },
    problems: ['not_found', 'version_mismatch', 'last_admin', 'saved_but_engine_unavailable'],
  }).handle(async ({ actor, body, headers, params: { id } }) => {
    const row = await revisions.revise(id, {
      ...{ actorId: actor.id, at: clock().toISOString(), action: 'changed', ifMatch: headers['if-match'] },
      change: (current) => resource.changed(current, body as Change),
    });
    await resource.announce?.(row);
    return { status: 200, ...answer(row) };
  });
}

function createOperation<R extends Row, Creation, Change, Shown>(
  { clock }: ApiDeps,
  resource: SetupResource<R, Creation, Change, Shown>,
): Operation {
  const { names, schemas, subject, revisions, write, firstAnswer } = resource;
  const { common, answerSchema, one, answer } = parts(resource);
  const body = answerSchema.extend(firstAnswer?.fields ?? {}) as typeof answerSchema;
  return operation({
    ...common,
    method: 'post',
    operationId: `create${one}`,
    summary: `Add one to the ${names.many}`,
    access: { action: write },
    request: { body: schemas.create as z.ZodType },
    responses: { 201: { description: 'Made.', body, headers: { ...etag, Location: 'Where it is.' } } },
    problems: ['id_taken', 'username_taken', 'saved_but_engine_unavailable'],
  }).handle(async ({ actor, body: asked }) => {
    const author = { actorId: actor.id, at: clock().toISOString() };
    const row = await revisions.create(await resource.make(asked as Creation), author);
    const more = await firstAnswer?.of(row);
    await resource.announce?.(row);
    const { body: shown, headers } = answer(row);
    const location = `${resource.path}/${subject.idOf(row)}`;
    return { status: 201, body: { ...shown, ...more }, headers: { ...headers, Location: location } };
  });
}

function deleteOperation<R extends Row, Creation, Change, Shown>(
  { clock }: ApiDeps,
  resource: SetupResource<R, Creation, Change, Shown>,
): Operation[] {
  const { names, subject, revisions, write, deletable } = resource;
  const { item, one, find } = parts(resource);
  if (!deletable) return [];
  return [
    operation({
      ...item,
      method: 'delete',
      operationId: `delete${one}`,
      summary: `Delete one of the ${names.many} that nothing refers to`,
      description: 'What something refers to cannot be deleted: make it inactive.',
      access: { action: write, resource: find },
      request: { params, headers: ifMatchHeaders },
      responses: { 204: { description: 'Deleted.' } },
      problems: ['not_found', 'version_mismatch', 'in_use', 'last_admin', 'saved_but_engine_unavailable'],
    }).handle(async ({ actor, headers, params: { id } }) => {
      const row = await subject.find(id);
      if (!row) throw new Problem('not_found');
      if (await resource.isUsed(row)) throw new Problem('in_use');
      const author = { actorId: actor.id, at: clock().toISOString() };
      await revisions.remove(id, { ...author, ifMatch: headers['if-match'] });
      await resource.announce?.(row);
      return { status: 204 };
    }),
  ];
}

/** Create, list, get, change and delete, for admins. */
export function setupOperations<R extends Row, Creation, Change, Shown>(
  deps: ApiDeps,
  resource: SetupResource<R, Creation, Change, Shown>,
): Operation[] {
  return [
    createOperation(deps, resource),
    ...readOperations(resource),
    changeOperation(deps, resource, 'put'),
    changeOperation(deps, resource, 'patch'),
    ...deleteOperation(deps, resource),
  ];
}
