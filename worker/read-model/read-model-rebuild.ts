import type { Store } from '../../store/store.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import { rebuildCase } from './case-rebuild.ts';
import { rebuildIncident } from './incident-rebuild.ts';
import type { RunningViews } from './running-views.ts';

export interface RebuildOptions {
  store: Store;
  running: RunningViews;
  /** Go on behind this case or incident. */
  after?: string;
  /** Stops after the page that is under way. */
  signal?: AbortSignal;
  onProgress?(progress: RebuildProgress): void;
  onFailure?(failure: { id: string; error: unknown }): void;
}

export interface RebuildProgress {
  /** Cases and incidents, rotations and office servers that were looked at. */
  seen: number;
  written: number;
  failed: number;
  /** Where a later rebuild may go on. */
  upTo: string;
}

const pageSize = 100;
/** At once: a look-up each, and a query of a workflow that may have to be replayed for it. */
const parallel = 4;
/** So many failures one after another are an engine that is away, not documents that are odd. */
const mostFailuresInARow = 20;

const incidentPrefix = 'incident:';

/**
 * Makes the read model anew: ended cases and incidents from their timelines, all others as their workflows see
 * themselves. Repeating it, or doing it while the service runs, changes nothing that is as new (ADR 27).
 */
export async function rebuildReadModel(options: RebuildOptions): Promise<RebuildProgress> {
  const { after = '', onProgress, signal, store } = options;
  const progress: RebuildProgress = { seen: 0, written: 0, failed: 0, upTo: after };
  const rebuild = counting(progress, options);
  await inParallel(await singletons(options), rebuild);
  for (;;) {
    const ids = signal?.aborted ? [] : await store.timelines.subjects({ after: progress.upTo, limit: pageSize });
    const last = ids.at(-1);
    if (last === undefined) return progress;
    await inParallel(
      ids.map((id) => ({ id, write: () => rebuildSubject(options, id) })),
      rebuild,
    );
    progress.upTo = last;
    onProgress?.({ ...progress });
  }
}

interface Rebuilding {
  id: string;
  write(): Promise<boolean>;
}

function rebuildSubject(options: RebuildOptions, id: string): Promise<boolean> {
  if (!id.startsWith(incidentPrefix)) return rebuildCase(options, id);
  return rebuildIncident(options, id.slice(incidentPrefix.length));
}

/** Rotations and office servers never end: only they themselves know how they stand. */
async function singletons({ running, store }: RebuildOptions): Promise<Rebuilding[]> {
  const [desks, servers] = await Promise.all([store.desks.list(), store.officeServers.list()]);
  const rotations = desks.flatMap(({ deskId }) =>
    tiers.map((tier) => ({
      id: `rotation:${deskId}:${tier}`,
      write: () => recorded(running.ofRotation({ deskId, tier }), (view) => store.rotations.record(view)),
    })),
  );
  const views = servers.map(({ officeId, serverId }) => ({
    id: `office-server:${officeId}:${serverId}`,
    write: () =>
      recorded(running.ofOfficeServer({ officeId, serverId }), (view) => store.officeServerViews.record(view)),
  }));
  return [...rotations, ...views];
}

async function recorded<View>(asked: Promise<View | null>, record: (view: View) => Promise<boolean>): Promise<boolean> {
  const view = await asked;
  return view !== null && (await record(view));
}

function counting(progress: RebuildProgress, { onFailure }: RebuildOptions) {
  let failuresInARow = 0;
  return async ({ id, write }: Rebuilding): Promise<void> => {
    try {
      if (await write()) progress.written += 1;
      failuresInARow = 0;
    } catch (error) {
      progress.failed += 1;
      onFailure?.({ id, error });
      if ((failuresInARow += 1) >= mostFailuresInARow) throw error;
    } finally {
      progress.seen += 1;
    }
  };
}

async function inParallel<Item>(items: Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const runner = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: parallel }, runner));
}
