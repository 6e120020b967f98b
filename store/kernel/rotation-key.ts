import type { Tier } from '../../workflows/kernel/tier.ts';

/** One text for a desk's tier. The tier is one of two words, so that no two keys can read the same. */
export function rotationKey(key: { deskId: string; tier: Tier }): string {
  return `${key.deskId}/${key.tier}`;
}
