/** The two lines of support of a desk, written the same everywhere (design.md, "HTTP API"). */
export const tiers = ['tier-1', 'tier-2'] as const;

export type Tier = (typeof tiers)[number];
