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

/**
 * Brings saved settings into force where something runs already. The rotations are told of a new capacity: one that does
 * not run reads it when it starts. Running deadlines are planned again, also when nothing has changed: whoever sends the
 * same settings again repairs what an earlier attempt did not reach. Repeating it changes nothing more.
 */
export async function enforceSettings(
  { engine }: Pick<ApiDeps, 'engine'>,
  { deskId, settings, version }: Desk,
  change: SettingsChange,
): Promise<void> {
  const message = { capacity: settings.capacityPerAgent };
  const told = change.capacityPerAgent === undefined ? [] : tiers;
  await savedButUntold(version, async () => {
    await Promise.all([
      engine.replanDesk({ deskId }),
      ...told.map((tier) => engine.signalRotation({ deskId, tier }, { name: 'capacityChanged', message })),
    ]);
  });
}
