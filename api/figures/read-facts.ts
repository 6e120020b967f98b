import type { Store } from '../../store/store.ts';
import type { PlacedEntry } from '../../store/timelines/timeline-repository.ts';
import { readEntry, unread, type CaseTrack } from './case-track.ts';
import type { Fact } from './figure-facts.ts';
import { storedDays, type Period } from './figure-period.ts';

/** Days that are read side by side. */
const daysAtOnce = 2;
/** Look-ups by id that are made side by side. */
const lookupsAtOnce = 50;
/** How long a report may have waited for Temporal before its case took it in. */
const longestQueueDays = 7;

/** Day after day, so that never more than a few days lie in memory. */
async function* ofDays<T>(days: string[], read: (day: string) => Promise<T>): AsyncGenerator<T> {
  for (let at = 0; at < days.length; at += daysAtOnce)
    yield* await Promise.all(days.slice(at, at + daysAtOnce).map(read));
}

async function lookedUp<T>(keys: string[], find: (key: string) => Promise<T>): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (let at = 0; at < keys.length; at += lookupsAtOnce) {
    const some = keys.slice(at, at + lookupsAtOnce);
    const values = await Promise.all(some.map(find));
    some.forEach((key, index) => found.set(key, values[index] as T));
  }
  return found;
}

/**
 * What has happened in the cases of a desk in the period, in batches. Of a case that began before it, or was with another
 * desk for a while, the lines in between are read too, so that every length of time has its beginning.
 */
export async function* timelineFacts(store: Store, deskId: string, period: Period): AsyncGenerator<Fact[]> {
  const tracks = new Map<string, CaseTrack>();
  for await (const entries of ofDays(storedDays(period), (day) => store.timelines.ofDay({ deskId, day }))) {
    await catchUp(store, tracks, entries);
    const facts: Fact[] = [];
    for (const entry of entries) {
      const { caseId, officeId, systemId } = entry;
      const read = readEntry(tracks.get(caseId) ?? unread, entry);
      tracks.set(caseId, read.track);
      const at = Date.parse(entry.at);
      if (at < period.from || at >= period.to) continue;
      for (const fact of read.facts) facts.push({ ...fact, caseId, officeId, systemId, at });
    }
    for (const { caseId } of entries) if (tracks.get(caseId)?.hasEnded === true) tracks.delete(caseId);
    yield facts;
  }
}

/** Reads what lies between what is known of a case and its first entry of the day. */
async function catchUp(store: Store, tracks: Map<string, CaseTrack>, entries: PlacedEntry[]): Promise<void> {
  const firsts = new Map<string, number>();
  for (const { caseId, no } of entries) if (!firsts.has(caseId)) firsts.set(caseId, no);
  const known = (caseId: string) => tracks.get(caseId) ?? unread;
  const behind = [...firsts].filter(([caseId, no]) => no > known(caseId).no + 1).map(([caseId]) => caseId);
  const missing = await lookedUp(behind, (caseId) => {
    const { no: afterNo } = known(caseId);
    return store.timelines.ofCase(caseId, { afterNo, limit: (firsts.get(caseId) ?? 0) - afterNo - 1 });
  });
  for (const [caseId, earlier] of missing) {
    tracks.set(
      caseId,
      earlier.reduce((track, entry) => readEntry(track, entry).track, known(caseId)),
    );
  }
}

/** How it stands as one asks. */
export async function* openFacts(store: Store, deskId: string, now: number): AsyncGenerator<Fact[]> {
  for (const { overdue, ...open } of await store.cases.openOfDesk(deskId)) {
    const fact = { ...open, value: 1, at: now };
    yield [{ ...fact, kind: 'openNow' }, ...(overdue ? [{ ...fact, kind: 'overdueNow' } as const] : [])];
  }
}

/** The same facts, and for each report that was added knowingly one more that says so. */
export async function* withKnowingly(
  facts: AsyncIterable<Fact[]>,
  { store, deskId, period }: { store: Store; deskId: string; period: Period },
): AsyncGenerator<Fact[]> {
  const knowingly = new Set<string>();
  const days = storedDays(period, longestQueueDays);
  for await (const ids of ofDays(days, (day) => store.reports.knowinglyAttached({ deskId, day }))) {
    for (const id of ids) knowingly.add(id);
  }
  for await (const some of facts) {
    const known = some.filter(({ kind, about = '' }) => kind === 'reportAttached' && knowingly.has(about));
    yield [...some, ...known.map((fact): Fact => ({ ...fact, kind: 'attachedKnowingly' }))];
  }
}

/** Sessions on office servers that were asked for on behalf of the desk's cases. */
export async function* sessionFacts(store: Store, deskId: string, period: Period): AsyncGenerator<Fact[]> {
  for await (const ofDay of ofDays(storedDays(period), (day) => store.serverSessions.ofDay(day))) {
    const sessions = ofDay.filter(({ requestedAt }) => isIn(period, Date.parse(requestedAt)));
    const cases = await lookedUp([...new Set(sessions.map(({ caseId }) => caseId))], (id) => store.cases.find(id));
    const agents = await store.users.findMany(sessions.map(({ agentId }) => agentId));
    const tierOf = new Map(agents.map(({ userId, tier }) => [userId, tier]));
    yield sessions.flatMap(({ agentId, caseId, officeId, requestedAt, waited }): Fact[] => {
      const view = cases.get(caseId);
      if (!view || view.deskId !== deskId) return [];
      const tier = tierOf.get(agentId) ?? view.tier;
      const fact = { caseId, officeId, systemId: view.systemId, agentId, tier, value: 1, at: Date.parse(requestedAt) };
      return [{ ...fact, kind: 'sessionRequested' }, ...(waited ? [{ ...fact, kind: 'sessionWaited' } as const] : [])];
    });
  }
}

/** How many turns whom a rotation has dealt in the period. */
export async function turnsDealt(
  store: Store,
  key: Parameters<Store['turns']['ofDay']>[0],
  period: Period,
): Promise<Map<string, number>> {
  const dealt = new Map<string, number>();
  for await (const turns of ofDays(storedDays(period), (day) => store.turns.ofDay(key, day))) {
    for (const { agentId, at } of turns) {
      if (isIn(period, Date.parse(at))) dealt.set(agentId, (dealt.get(agentId) ?? 0) + 1);
    }
  }
  return dealt;
}

function isIn({ from, to }: Period, at: number): boolean {
  return at >= from && at < to;
}
