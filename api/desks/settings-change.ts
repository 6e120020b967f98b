import { isDeepStrictEqual } from 'node:util';
import type { Desk, DeskRepository, DeskSettings } from '../../store/desks/desk-repository.ts';
import { StaleVersion } from '../../store/store-errors.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import type { ApiDeps } from '../api-deps.ts';
import { demandVersion, entityTag } from '../http/entity-tag.ts';
import { EngineUnavailable, Problem } from '../http/problem.ts';
import type { SettingsChange } from './desk-schemas.ts';

function changed(settings: DeskSettings, change: SettingsChange): DeskSettings {
  const businessHours = { ...settings.businessHours, ...change.businessHours };
  return { ...settings, ...change, businessHours };
}

/**
 * Saves what is asked for over what is there. A change that changes nothing is not written, so that sending it again is
 * harmless. Without If-Match a writer who was overtaken applies the change to what the other one left.
 */
export async function saveChange(
  desks: DeskRepository,
  request: { deskId: string; change: SettingsChange; ifMatch: number[] | null | undefined },
): Promise<Desk> {
  for (;;) {
    const desk = await desks.find(request.deskId);
    if (!desk) throw new Problem('not_found');
    demandVersion(request.ifMatch, desk.version);
    const settings = changed(desk.settings, request.change);
    if (isDeepStrictEqual(settings, desk.settings)) return desk;
    try {
      const saved = await desks.saveSettings(desk.deskId, settings, desk.version);
      if (saved) return saved;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}

/** Tells both rotations of the new capacity. One that does not run reads it when it starts. */
export async function announceCapacity({ engine }: Pick<ApiDeps, 'engine'>, desk: Desk): Promise<void> {
  const message = { capacity: desk.settings.capacityPerAgent };
  try {
    await Promise.all(
      tiers.map((tier) => engine.signalRotation({ deskId: desk.deskId, tier }, { name: 'capacityChanged', message })),
    );
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    throw new Problem('saved_but_engine_unavailable', {
      headers: { 'Retry-After': '2', ETag: entityTag(desk.version) },
      members: { version: desk.version },
      cause: error,
    });
  }
}
