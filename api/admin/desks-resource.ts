import { z } from 'zod';
import { defaultDeskSettings } from '../../store/desks/default-desk-settings.ts';
import type { Desk } from '../../store/desks/desk-repository.ts';
import { initialRotation } from '../../store/rotations/initial-rotation.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import type { ApiDeps } from '../api-deps.ts';
import { deskSchema, presentDesk, settingsChangeSchema } from '../desks/desk-schemas.ts';
import { changedSettings, enforceSettings } from '../desks/settings-change.ts';
import { deskSubject } from './desk-subject.ts';
import { revisions } from './revision.ts';
import type { SetupResource } from './setup-resource.ts';
import { nameSchema, slugSchema } from './setup-schemas.ts';
import { savedButUntold } from './untold.ts';

const createSchema = z
  .strictObject({ id: slugSchema, name: nameSchema, settings: settingsChangeSchema.optional() })
  .meta({ id: 'NewDesk', example: { id: 'keuangan', name: 'Unit Keuangan', settings: { capacityPerAgent: 5 } } });

const changeSchema = z
  .strictObject({ name: nameSchema, settings: settingsChangeSchema })
  .partial()
  .meta({ id: 'DeskChange', example: { name: 'Unit Keuangan dan Aset' } });

type Creation = z.output<typeof createSchema>;
type Change = z.output<typeof changeSchema>;

export function deskResource(deps: ApiDeps): SetupResource<Desk, Creation, Change, z.input<typeof deskSchema>> {
  const { store, engine } = deps;
  const subject = deskSubject(store);
  return {
    subject,
    revisions: revisions(store.changes, subject),
    path: '/v1/desks',
    names: { one: 'desk', many: 'desks' },
    tag: 'Desks',
    list: () => store.desks.list(),
    schemas: { create: createSchema, change: changeSchema, shown: deskSchema },
    filters: {},
    read: null,
    write: 'setup.write',
    deletable: false,
    make: async ({ id, name, settings = {} }) => ({
      ...{ deskId: id, name, version: 1 },
      settings: changedSettings(defaultDeskSettings, settings),
    }),
    changed: async (desk, { name = desk.name, settings = {} }) => ({
      ...{ ...desk, name },
      settings: changedSettings(desk.settings, settings),
    }),
    present: presentDesk,
    isUsed: async () => true,
    async announce(desk) {
      await savedButUntold(desk.version, async () => {
        for (const tier of tiers)
          await engine.startRotation(await initialRotation(store, { deskId: desk.deskId, tier }));
      });
      await enforceSettings(deps, desk, desk.settings);
    },
  };
}
