import { z } from 'zod';
import type { OfficeServer } from '../../store/office-servers/office-server-repository.ts';
import type { Store } from '../../store/store.ts';
import type { ApiDeps } from '../api-deps.ts';
import { idSchema } from '../http/id-schema.ts';
import { Problem } from '../http/problem.ts';
import { revisions, type Subject } from './revision.ts';
import type { SetupResource } from './setup-resource.ts';
import { activeSchema, nameSchema, slugSchema, unknownReference, versionSchema } from './setup-schemas.ts';
import { savedButUntold } from './untold.ts';

const sessionLimitSchema = z
  .int()
  .min(1)
  .max(1000)
  .meta({ description: 'Remote sessions at once. Lowered below those that run, it takes effect as they end.' });

/** A host name, an IPv4 or a bracketed IPv6 address, perhaps with a port: it ends up in a connection file. */
const addressSchema = z
  .string()
  .max(255)
  .regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?$/, 'srv-126.example.go.id')
  .meta({ description: 'Where a remote desktop connects to; with a port if it is not 3389.' });

const createSchema = z
  .strictObject({
    id: slugSchema,
    officeId: idSchema,
    name: nameSchema,
    sessionLimit: sessionLimitSchema.default(1),
    address: addressSchema.optional(),
    active: activeSchema.optional(),
  })
  .meta({ id: 'NewOfficeServer', example: { id: 'srv-126', officeId: '126', name: 'Server 126', sessionLimit: 1 } });

const changeSchema = z
  .strictObject({
    name: nameSchema,
    officeId: idSchema,
    sessionLimit: sessionLimitSchema,
    address: addressSchema,
    active: activeSchema,
  })
  .partial()
  .meta({ id: 'OfficeServerChange', example: { sessionLimit: 2 } });

const shownSchema = z
  .strictObject({
    id: z.string(),
    officeId: z.string(),
    name: z.string(),
    sessionLimit: z.int(),
    address: z.string().optional(),
    active: activeSchema,
    version: versionSchema,
  })
  .meta({ id: 'OfficeServerSetup' });

type Creation = z.output<typeof createSchema>;
type Change = z.output<typeof changeSchema>;
type Shown = z.output<typeof shownSchema>;

function officeServerSubject({ officeServers }: Store): Subject<OfficeServer> {
  return {
    kind: 'officeServer',
    idOf: ({ serverId }) => serverId,
    find: (id) => officeServers.find(id),
    insert: (row) => officeServers.insert(row),
    record: (row) => officeServers.record(row),
    remove: (id) => officeServers.remove(id),
    snapshot: ({ officeId, name, sessionLimit, address, active = true }) => ({
      ...{ officeId, name, sessionLimit, active },
      ...(address !== undefined && { address }),
    }),
  };
}

export function officeServerResource({ store, engine }: ApiDeps): SetupResource<OfficeServer, Creation, Change, Shown> {
  const subject = officeServerSubject(store);
  const checked = async (row: OfficeServer) => {
    if ((await store.offices.find(row.officeId)) === null) throw unknownReference('officeId');
    return row;
  };
  const isUsed = async ({ officeId, serverId }: OfficeServer) =>
    (await store.cases.list({ officeId, serverId }, { limit: 1 })).items.length > 0;
  return {
    subject,
    revisions: revisions(store.changes, subject),
    path: '/v1/office-servers',
    names: { one: 'officeServer', many: 'officeServers' },
    tag: 'Set-up',
    list: () => store.officeServers.list(),
    schemas: { create: createSchema, change: changeSchema, shown: shownSchema },
    filters: { officeId: idSchema.optional() },
    read: null,
    write: 'setup.write',
    deletable: true,
    make: async ({ id, ...rest }) => checked({ serverId: id, ...rest }),
    async changed(row, change) {
      const moves = change.officeId !== undefined && change.officeId !== row.officeId;
      // Cases and the server's own workflow are named by the office.
      if (moves && (await isUsed(row))) throw new Problem('in_use');
      return checked({ ...row, ...change });
    },
    present: ({ serverId, officeId, name, sessionLimit, address, active = true, version = 1 }) => ({
      ...{ id: serverId, officeId, name, sessionLimit, active, version },
      ...(address !== undefined && { address }),
    }),
    isUsed,
    // One that does not run reads its limit when it starts.
    announce: ({ officeId, serverId, sessionLimit, version = 1 }) =>
      savedButUntold(version, async () => {
        await engine.changeServerLimit({ officeId, serverId }, sessionLimit);
      }),
  };
}
