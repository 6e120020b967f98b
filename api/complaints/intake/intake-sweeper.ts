import type { Logger } from 'pino';
import type { Report } from '../../../store/reports/report-repository.ts';
import { EngineUnavailable } from '../../http/problem.ts';
import { placeReport, type PlacementDeps } from './report-placement.ts';
import { RetryPlan } from './retry-plan.ts';

export interface SweeperOptions extends PlacementDeps {
  logger: Pick<Logger, 'info' | 'warn'>;
  /** Pause between two sweeps, milliseconds; each is stretched or shortened a little at random. */
  everyMs?: number;
  /** Younger reports are left to the request that brought them, milliseconds. */
  olderThanMs?: number;
  /** How many reports one sweep brings to their cases at most. */
  perSweep?: number;
}

export interface IntakeSweeper {
  /** Sweeps now and answers how many reports it brought to a case; for tests and drills. */
  sweep(): Promise<number>;
  /** Begins nothing more and settles when a sweep under way has ended. */
  stop(): Promise<void>;
}

type Logging = Pick<SweeperOptions, 'logger'>;

/** Temporal away: no use in trying the others now. Anything else is this one report's trouble. */
async function placeAgain(
  deps: PlacementDeps & Logging,
  reportId: string,
): Promise<'placed' | 'failed' | 'engineAway'> {
  try {
    // It may have been placed since the sweep began: a case that has ended must not be opened again.
    const report = await deps.store.reports.find(reportId);
    if (report === null || report.placedCaseId !== null) return 'placed';
    const { kind } = await placeReport(deps, report);
    return kind === 'queued' ? 'failed' : 'placed';
  } catch (error) {
    if (error instanceof EngineUnavailable) return 'engineAway';
    deps.logger.warn({ err: error, reportId }, 'a report could not be brought to its case; it will be tried again');
    return 'failed';
  }
}

async function dueReports(options: SweeperOptions, plan: RetryPlan, now: number): Promise<Report[]> {
  const { store, olderThanMs = 5_000, perSweep = 200 } = options;
  const before = new Date(now - olderThanMs).toISOString();
  // Those that wait for their next attempt must not hide those behind them.
  const unplaced = await store.reports.unplaced({ before, limit: perSweep + plan.size });
  plan.keepOnly(unplaced.map(({ reportId }) => reportId));
  return unplaced.filter(({ reportId }) => plan.isDue(reportId, now)).slice(0, perSweep);
}

async function sweepOnce(options: SweeperOptions, plan: RetryPlan, isStopping: () => boolean): Promise<number> {
  let placed = 0;
  for (const { reportId } of await dueReports(options, plan, Date.now())) {
    if (isStopping()) break;
    const outcome = await placeAgain(options, reportId);
    if (outcome === 'engineAway') break;
    plan.tried(reportId, Date.now());
    if (outcome === 'placed') placed += 1;
  }
  if (placed > 0) options.logger.info({ placed }, 'reports that waited were brought to their cases');
  return placed;
}

/**
 * Brings the reports to their cases that no request could bring there: because Temporal was away, or this process died
 * in between. One report after the other, never two sweeps at once; no error ends it. Any number of processes may sweep:
 * placing is idempotent. A report that was delivered stays unplaced until its case has recorded it, and is repeated ever
 * more seldom meanwhile, so that a long absence of workers does not fill the case's history.
 */
export function startIntakeSweeper(options: SweeperOptions): IntakeSweeper {
  const plan = new RetryPlan();
  const everyMs = options.everyMs ?? 5_000;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<number> | null = null;

  const sweep = (): Promise<number> => {
    current ??= sweepOnce(options, plan, () => stopping).finally(() => {
      current = null;
    });
    return current;
  };
  const later = () => {
    if (stopping) return;
    timer = setTimeout(() => void tick(), everyMs * (0.8 + 0.4 * Math.random()));
    timer.unref();
  };
  const tick = async () => {
    await sweep().catch((error: unknown) => options.logger.warn({ err: error }, 'a sweep of the intake failed'));
    later();
  };
  later();

  return {
    sweep,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await current?.catch(() => undefined);
    },
  };
}
