import type { Complaint } from '../../api/client.ts';
import { startOfDay } from '../../shared/time-words.ts';

/** In the order in which people meet them. */
export const statuses = [
  'received',
  'assigned',
  'inProgress',
  'waitingOnSubmitter',
  'escalating',
  'resolved',
  'closed',
  'withdrawn',
  'merged',
] as const satisfies Complaint['status'][];

export const tiers = ['tier-1', 'tier-2'] as const;

/** What the list is narrowed to, as it stands in the address. */
export interface CaseFilters {
  q?: string;
  status?: (typeof statuses)[number];
  tier?: (typeof tiers)[number];
  overdue?: 'true';
  agentId?: string;
  officeId?: string;
  systemId?: string;
  /** The first and the last day, `2026-11-24`. */
  from?: string;
  to?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const anything = () => true;

/** Whatever somebody has put into the address, the API is only asked for what it understands. */
const rules: Record<keyof CaseFilters, (value: string) => boolean> = {
  q: anything,
  status: (value) => statuses.some((status) => status === value),
  tier: (value) => tiers.some((tier) => tier === value),
  overdue: (value) => value === 'true',
  agentId: anything,
  officeId: anything,
  systemId: anything,
  from: (value) => day.test(value) && !Number.isNaN(Date.parse(value)),
  to: (value) => day.test(value) && !Number.isNaN(Date.parse(value)),
};

export function filtersOf(address: URLSearchParams): CaseFilters {
  const known = Object.entries(rules).flatMap(([name, isKnown]) => {
    const value = address.get(name)?.trim();
    return value && isKnown(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(known) as CaseFilters;
}

/** As the API has it: days become the desk's midnights, the last one included. */
export function queryOf({ from, to, ...equal }: CaseFilters) {
  return {
    ...equal,
    ...(from ? { from: startOfDay(from) } : {}),
    ...(to ? { to: startOfDay(to, 1) } : {}),
  };
}

/** How many are set besides those that are always in sight. */
export function hiddenCount({ q: _q, status: _status, ...hidden }: CaseFilters): number {
  return Object.keys(hidden).length;
}
