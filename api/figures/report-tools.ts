import { KeyedQueue } from '../../store/kernel/keyed-queue.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor } from '../auth/actor.ts';
import { createDirectory, type Directory } from '../complaints/complaint-directory.ts';
import { csvOf } from './figure-csv.ts';
import { deskDays, periodOf, type Period } from './figure-period.ts';

/** What all reports need. */
export interface ReportTools extends Pick<ApiDeps, 'store' | 'clock'> {
  directory: Directory;
  /** A supervisor's own desk, and no other. */
  access: {
    action: 'desk.readFigures';
    resource: (input: { actor: Actor }) => ReturnType<ApiDeps['store']['desks']['find']> | null;
  };
  /** Counts for one desk at a time: a report reads much, and those who answer complaints read from the same store. */
  inTurn<T>(deskId: string, count: () => Promise<T>): Promise<T>;
  periodFor(asked: { from?: string | undefined; to?: string | undefined }, timezone: string): Period;
}

export function reportTools({ clock, store }: ApiDeps): ReportTools {
  const queue = new KeyedQueue();
  return {
    clock,
    store,
    directory: createDirectory(store),
    access: {
      action: 'desk.readFigures',
      resource: ({ actor }) => (actor.deskId === null ? null : store.desks.find(actor.deskId)),
    },
    inTurn: (deskId, count) => queue.run(deskId, count),
    periodFor: (asked, timezone) => periodOf(asked, timezone, clock()),
  };
}

export const asCsv = 'One table: `group` says what a line is about.';

interface Grouped {
  groupBy: string;
  total: object;
  groups: object[];
}

/** A download that says what it holds. */
export function csvFile(name: string, period: Period, lines: () => object[]) {
  return { fileName: `${name}-${deskDays(period).days[0] ?? ''}.csv`, text: () => csvOf(lines()) };
}

export function groupedLines({ groupBy, total, groups }: Grouped): object[] {
  const totalLine = { group: 'total', id: null, name: null, ...total };
  return [totalLine, ...groups.map((group) => ({ group: groupBy, ...group }))];
}
