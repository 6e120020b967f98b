import type { Desk, DeskSettings } from '../../store/desks/desk-repository.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import type { ApiDeps } from '../api-deps.ts';
import { savedButUntold } from '../admin/untold.ts';
import type { SettingsChange } from './desk-schemas.ts';

/** What is left out stays as it is, also inside the working hours. */
export function changedSettings(settings: DeskSettings, change: SettingsChange): DeskSettings {
  const businessHours = { ...settings.businessHours, ...change.businessHours };
  return { ...settings, ...change, businessHours };
}

/** Tells both rotations of the new capacity. One that does not run reads it when it starts. */
export async function announceCapacity({ engine }: Pick<ApiDeps, 'engine'>, desk: Desk): Promise<void> {
  const message = { capacity: desk.settings.capacityPerAgent };
  await savedButUntold(desk.version, async () => {
    await Promise.all(
      tiers.map((tier) => engine.signalRotation({ deskId: desk.deskId, tier }, { name: 'capacityChanged', message })),
    );
  });
}
