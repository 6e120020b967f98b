import { GroupedTally, type FactTally, type Grouping } from './fact-tally.ts';
import { isMeant, type Fact } from './figure-facts.ts';
import { deskDays, type Period } from './figure-period.ts';
import type { FiguresQuery } from './figure-schemas.ts';
import type { Directory } from '../complaints/complaint-directory.ts';

/** What the caller asked for. */
export interface Question {
  query: FiguresQuery;
  period: Period;
}

/** All facts of these sources that are meant, counted; `also` sees each of them. */
export async function counted(
  { query, period }: Question,
  sources: AsyncIterable<Fact[]>[],
  also: (fact: Fact) => void = () => {},
): Promise<GroupedTally> {
  const tally = new GroupedTally(query.groupBy, deskDays(period).dayOf);
  for (const source of sources) {
    for await (const facts of source) {
      for (const fact of facts) {
        if (!isMeant(fact, query)) continue;
        tally.add(fact);
        also(fact);
      }
    }
  }
  return tally.finish();
}

export function presentPeriod({ from, to, timezone }: Period) {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), timezone };
}

async function namesOf(directory: Directory, grouping: Grouping, ids: string[]): Promise<Map<string, string>> {
  if (grouping === 'agent') return directory.people(ids);
  const name = (id: string) => (grouping === 'office' ? directory.office(id) : directory.system(id));
  return new Map(await Promise.all(ids.map(async (id) => [id, await name(id)] as const)));
}

/** Period, total and groups in order of id, each as `figures` reads it; what nobody had comes last. */
export async function presentGroups<Figures extends object>(
  directory: Directory,
  { query: { groupBy }, period }: Question,
  { total, groups }: GroupedTally,
  figures: (tally: FactTally) => Figures,
) {
  const ids = [...groups.keys()].filter((id) => id !== null).sort();
  const names = await namesOf(directory, groupBy, ids);
  const present = (id: string | null) => {
    const tally = groups.get(id);
    return tally ? [{ id, name: id === null ? null : (names.get(id) ?? id), ...figures(tally) }] : [];
  };
  return {
    period: presentPeriod(period),
    groupBy,
    total: figures(total),
    groups: [...ids, null].flatMap(present),
  };
}
