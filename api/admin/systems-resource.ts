import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import type { InformationSystem } from '../../store/systems/system-repository.ts';
import { idSchema } from '../http/id-schema.ts';
import { revisions, type Subject } from './revision.ts';
import type { SetupResource } from './setup-resource.ts';
import { activeSchema, nameSchema, slugSchema, unknownReference, versionSchema } from './setup-schemas.ts';

const createSchema = z
  .strictObject({ id: slugSchema, name: nameSchema, deskId: idSchema, active: activeSchema.optional() })
  .meta({ id: 'NewSystem', example: { id: 'espt', name: 'e-SPT', deskId: 'layanan' } });

const changeSchema = z
  .strictObject({ name: nameSchema, deskId: idSchema, active: activeSchema })
  .partial()
  .meta({ id: 'SystemChange', example: { name: 'e-SPT Tahunan' } });

const shownSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    deskId: z.string().meta({ description: 'Which desk serves it. Cases that run stay where they are.' }),
    active: activeSchema,
    version: versionSchema,
  })
  .meta({ id: 'System' });

type Creation = z.output<typeof createSchema>;
type Change = z.output<typeof changeSchema>;
type Shown = z.output<typeof shownSchema>;

function systemSubject({ systems }: Store): Subject<InformationSystem> {
  return {
    kind: 'system',
    idOf: ({ systemId }) => systemId,
    find: (id) => systems.find(id),
    insert: (row) => systems.insert(row),
    record: (row) => systems.record(row),
    remove: (id) => systems.remove(id),
    snapshot: ({ name, deskId, active = true }) => ({ name, deskId, active }),
  };
}

export function systemResource(store: Store): SetupResource<InformationSystem, Creation, Change, Shown> {
  const subject = systemSubject(store);
  const checked = async (row: InformationSystem) => {
    if ((await store.desks.find(row.deskId)) === null) throw unknownReference('deskId');
    return row;
  };
  return {
    subject,
    revisions: revisions(store.changes, subject),
    path: '/v1/systems',
    names: { one: 'system', many: 'systems' },
    tag: 'Set-up',
    list: () => store.systems.list(),
    schemas: { create: createSchema, change: changeSchema, shown: shownSchema },
    filters: { deskId: idSchema.optional() },
    read: 'setup.read',
    write: 'setup.write',
    deletable: true,
    make: async ({ id, ...rest }) => checked({ systemId: id, ...rest }),
    changed: async (row, change) => checked({ ...row, ...change }),
    present: ({ systemId, name, deskId, active = true, version = 1 }) => ({
      ...{ id: systemId, name, deskId, active, version },
    }),
    isUsed: async ({ systemId }) => (await store.cases.list({ systemId }, { limit: 1 })).items.length > 0,
  };
}
