import type { Report } from '../../../store/reports/report-repository.ts';
import type { Store } from '../../../store/store.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import { problemTerms } from '../../../workflows/similarity/problem-terms.ts';
import {
  similarityPool,
  type SimilarityCandidate,
  type SimilarityPool,
} from '../../../workflows/similarity/similar-ranking.ts';
import type { Directory } from '../complaint-directory.ts';

export interface OpenCaseIndexDeps {
  store: Store;
  directory: Directory;
  /** For tests: epoch milliseconds. */
  now?: () => number;
}

export interface OpenCaseIndex {
  /** The open cases of one desk that came from this office. */
  poolOf(key: { officeId: string; deskId: string }): Promise<SimilarityPool>;
  /** A report that has just opened a case: known here at once, everywhere else after the next reading. */
  remember(report: Report): void;
}

/** Younger than this an office's cases are compared as they are; older, they are read again beside the answer. */
const freshMs = 10_000;
/** Older than this the answer waits for them to be read again. */
const staleMs = 60_000;
/** Reading the descriptions of many cases for the first time takes long: then titles have to do for a while. */
const describeWaitMs = 100;
/** Descriptions read at once. */
const readers = 10;
const mostOffices = 500;

interface Entry extends SimilarityCandidate {
  deskId: string;
  title: string;
  /** Whether its terms are those of title and description, not only of the title. */
  described: boolean;
  since: number;
}

interface OfficeCases {
  entries: Map<string, Entry>;
  pools: Map<string, SimilarityPool>;
  readAt: number;
  reading: Promise<void> | null;
  describing: Promise<void> | null;
}

/**
 * The open cases of offices, taken apart for comparison and kept in this process: reading a thousand cases from the store
 * takes longer than an answer may. What is found in it has to be looked up again before it is shown.
 */
export function openCaseIndex({ directory, now = Date.now, store }: OpenCaseIndexDeps): OpenCaseIndex {
  const offices = new Map<string, OfficeCases>();

  const officeOf = (officeId: string): OfficeCases => {
    const known = offices.get(officeId);
    const office = known ?? { entries: new Map(), pools: new Map(), readAt: 0, reading: null, describing: null };
    // The one that was asked for last stands last.
    offices.delete(officeId);
    offices.set(officeId, office);
    const [oldest] = offices.keys();
    if (offices.size > mostOffices && oldest !== undefined) offices.delete(oldest);
    return office;
  };

  const entryOf = async (view: CaseView): Promise<Entry> => {
    const { caseId, deskId, systemId, title } = view;
    const terms = problemTerms({ title, description: '', context: await namesOf(directory, systemId) });
    return { caseId, deskId, systemId, title, terms, described: false, since: now() };
  };

  const read = async (officeId: string, office: OfficeCases): Promise<void> => {
    const begun = now();
    const entries = new Map<string, Entry>();
    for (const view of await store.cases.openOfOffice(officeId)) {
      const known = office.entries.get(view.caseId);
      const same = known !== undefined && known.title === view.title && known.systemId === view.systemId;
      entries.set(view.caseId, same ? { ...known, deskId: view.deskId } : await entryOf(view));
    }
    for (const entry of office.entries.values()) {
      if (entry.since > begun - staleMs && !entries.has(entry.caseId)) entries.set(entry.caseId, entry);
    }
    Object.assign(office, { entries, readAt: now() });
    office.pools.clear();
    office.describing ??= describe(office).finally(() => (office.describing = null));
  };

  const describe = async (office: OfficeCases): Promise<void> => {
    const missing = [...office.entries.values()].filter(({ described }) => !described);
    const work = Array.from({ length: readers }, async () => {
      for (let entry = missing.pop(); entry !== undefined; entry = missing.pop()) {
        const report = await store.reports.findByCandidate(entry.caseId);
        const { caseId, systemId, title } = entry;
        const context = await namesOf(directory, systemId);
        const terms = report === null ? entry.terms : problemTerms({ title, description: report.description, context });
        if (office.entries.has(caseId)) office.entries.set(caseId, { ...entry, terms, described: true });
      }
    });
    await Promise.all(work);
    office.pools.clear();
  };

  const reread = (officeId: string, office: OfficeCases): Promise<void> =>
    (office.reading ??= read(officeId, office).finally(() => (office.reading = null)));

  return {
    async poolOf({ deskId, officeId }) {
      const office = officeOf(officeId);
      const age = now() - office.readAt;
      // An office whose cases cannot be read now is answered from what is known of it.
      if (age > staleMs) await reread(officeId, office);
      else if (age > freshMs) reread(officeId, office).catch(() => undefined);
      await atMost(describeWaitMs, office.describing);
      const known = office.pools.get(deskId);
      if (known !== undefined) return known;
      const pool = similarityPool([...office.entries.values()].filter((entry) => entry.deskId === deskId));
      office.pools.set(deskId, pool);
      return pool;
    },
    remember({ candidate, deskId, description, officeId, systemId, title }) {
      const office = offices.get(officeId);
      if (office === undefined) return;
      const terms = problemTerms({ title, description, context: [systemId] });
      const { caseId } = candidate;
      office.entries.set(caseId, { caseId, deskId, systemId, title, terms, described: true, since: now() });
      office.pools.delete(deskId);
    },
  };
}

/** What a system is called: said of each of its cases, so that it tells nothing. */
export async function namesOf(directory: Directory, systemId: string): Promise<string[]> {
  return [systemId, await directory.system(systemId)];
}

/** Waits for the work, but not longer than this; if it fails, the next reading does it again. */
async function atMost(ms: number, work: Promise<void> | null): Promise<void> {
  if (work === null) return;
  let timer: NodeJS.Timeout | undefined;
  const bell = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work.catch(() => undefined), bell]).finally(() => clearTimeout(timer));
}
