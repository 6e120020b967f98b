import type { Logger } from 'pino';
import type { Report } from '../../../store/reports/report-repository.ts';
import { EngineUnavailable } from '../../http/problem.ts';
import { repeatSweep, type Sweeper } from '../../sweeping/repeat-sweep.ts';
import { placeReport, type PlacementDeps } from './report-placement.ts';
import { RetryPlan } from '../../sweeping/retry-plan.ts';

export interface SweeperOptions extends PlacementDeps {
  logger: Pick<Logger, 'info' | 'warn'>;
  /** Pause between two sweeps, milliseconds; each is stretched or shortened a little at random. */
  everyMs?: number;
  /** Younger reports are left to the request that brought them, milliseconds. */
  olderThanMs?: number;
  /** How many reports one sweep brings to their cases at most. */
  perSweep?: number;
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
export function startIntakeSweeper(options: SweeperOptions): Sweeper {
  const plan = new RetryPlan();
  return repeatSweep({
    everyMs: options.everyMs ?? 5_000,
    sweep: (isStopping) => sweepOnce(options, plan, isStopping),
    failed: (error) => options.logger.warn({ err: error }, 'a sweep of the intake failed'),
  });
}
