import { z } from 'zod';
import type { Office } from '../../store/offices/office-repository.ts';
import type { Store } from '../../store/store.ts';
import { revisions, type Subject } from './revision.ts';
import type { SetupResource } from './setup-resource.ts';
import { activeSchema, nameSchema, slugSchema, versionSchema } from './setup-schemas.ts';

const createSchema = z
  .strictObject({ id: slugSchema, name: nameSchema, active: activeSchema.optional() })
  .meta({ id: 'NewOffice', example: { id: '126', name: 'Kantor 126' } });

const changeSchema = z
  .strictObject({ name: nameSchema, active: activeSchema })
  .partial()
  .meta({ id: 'OfficeChange', example: { name: 'Kantor 126 Baru' } });

const serversSchema = z
  .array(z.strictObject({ id: z.string(), name: z.string() }))
  .describe('The servers of the office that are in use, to choose one from; for one office only');

const shownSchema = z
  .strictObject({
    ...{ id: z.string(), name: z.string(), active: activeSchema, version: versionSchema },
    servers: serversSchema.optional(),
  })
  .meta({ id: 'Office' });

type Creation = z.output<typeof createSchema>;
type Change = z.output<typeof changeSchema>;
type Shown = z.output<typeof shownSchema>;

function officeSubject({ offices }: Store): Subject<Office> {
  return {
    kind: 'office',
    idOf: ({ officeId }) => officeId,
    find: (id) => offices.find(id),
    insert: (row) => offices.insert(row),
    record: (row) => offices.record(row),
    remove: (id) => offices.remove(id),
    snapshot: ({ name, active = true }) => ({ name, active }),
  };
}

export function officeResource(store: Store): SetupResource<Office, Creation, Change, Shown> {
  const subject = officeSubject(store);
  return {
    subject,
    revisions: revisions(store.changes, subject),
    path: '/v1/offices',
    names: { one: 'office', many: 'offices' },
    tag: 'Set-up',
    list: () => store.offices.list(),
    schemas: { create: createSchema, change: changeSchema, shown: shownSchema },
    filters: {},
    read: 'setup.read',
    write: 'setup.write',
    deletable: true,
    make: async ({ id, ...rest }) => ({ officeId: id, ...rest }),
    changed: async (row, change) => ({ ...row, ...change }),
    present: ({ officeId, name, active = true, version = 1 }) => ({ id: officeId, name, active, version }),
    async detail({ officeId }) {
      const servers = (await store.officeServers.list()).filter((server) => server.officeId === officeId);
      const inUse = servers.filter(({ active }) => active !== false);
      return { servers: inUse.map(({ serverId, name }) => ({ id: serverId, name })) };
    },
    async isUsed({ officeId }) {
      const [servers, users, cases] = await Promise.all([
        store.officeServers.list(),
        store.users.list(),
        store.cases.list({ officeId }, { limit: 1 }),
      ]);
      return [...servers, ...users].some((row) => row.officeId === officeId) || cases.items.length > 0;
    },
  };
}
