import { hash } from '@node-rs/argon2';
import { Connection } from '@temporalio/client';
import { dataConverter } from '../../codec/data-converter.ts';
import type { PayloadKey } from '../../settings/payload-keys.ts';
import { defaultDeskSettings } from '../../store/desks/default-desk-settings.ts';
import { connectStore } from '../../store/connect-store.ts';
import type { Store } from '../../store/store.ts';
import { ensureRotations } from '../../worker/rotation-bootstrap.ts';
import { temporalEngine } from '../../worker/temporal-engine.ts';
import { complaintTaskQueue, rotationTaskQueue } from '../../workflows/kernel/task-queues.ts';
import { demoDeskId, demoOffices, demoPassword, demoServers, demoSystems, demoUsers } from './demo-data.ts';

/**
 * Fills an empty store with the demo desk and starts its rotations. What is there already is left as it is; the desk is
 * written last, so that a seed that was interrupted is completed by the next start.
 */
export async function seedDemo(target: {
  mongodbUri: string;
  temporalAddress: string;
  temporalNamespace: string;
  payloadKeys: PayloadKey[];
}): Promise<{ seeded: boolean }> {
  const store = await connectStore({ uri: target.mongodbUri });
  const connection = Connection.lazy({ address: target.temporalAddress });
  try {
    const seeded = await fill(store);
    const engine = temporalEngine({
      connection,
      namespace: target.temporalNamespace,
      rotationQueue: rotationTaskQueue,
      complaintQueue: complaintTaskQueue,
      clientOptions: { dataConverter: dataConverter(target.payloadKeys) },
    });
    await ensureRotations(store, engine);
    return { seeded };
  } finally {
    await Promise.allSettled([connection.close(), store.close()]);
  }
}

/** Only the store's part; answers whether there was anything to do. */
export async function fill(store: Store): Promise<boolean> {
  if (await store.desks.find(demoDeskId)) return false;
  const passwordHashes = await Promise.all(demoUsers.map(() => hash(demoPassword)));
  await Promise.all([
    ...demoOffices.map((office) => store.offices.insert(office)),
    ...demoServers.map((server) => store.officeServers.insert(server)),
    ...demoSystems.map((system) => store.systems.insert(system)),
    ...demoUsers.map((user, index) => store.users.insert({ ...user, passwordHash: passwordHashes[index] ?? '' })),
  ]);
  return store.desks.insert({
    deskId: demoDeskId,
    name: 'Unit Layanan',
    settings: defaultDeskSettings,
    version: 1,
  });
}
