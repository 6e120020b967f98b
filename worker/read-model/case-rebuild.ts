import type { Store } from '../../store/store.ts';
import type { Report } from '../../store/reports/report-repository.ts';
import { foldCase } from '../../workflows/complaint/complaint-fold.ts';
import type { CaseFold, MergedBefore } from '../../workflows/complaint/complaint-fold-types.ts';
import { foldedView } from '../../workflows/complaint/complaint-fold-view.ts';
import { caseStanding, type CaseStanding } from '../../workflows/complaint/complaint-standing-types.ts';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import type { ToldEntry } from '../../workflows/kernel/timeline-types.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import type { RunningViews } from './running-views.ts';

interface Deps {
  store: Store;
  running: RunningViews;
}

/** Makes one case of the read model anew; false when what is recorded is as new. */
export async function rebuildCase({ running, store }: Deps, caseId: string): Promise<boolean> {
  const fold = await foldedCase(store, caseId);
  const report = await store.reports.find(fold.firstReportId);
  if (report === null) throw new Error(`its first report ${fold.firstReportId} is missing`);
  const standing = fold.standing ?? (await standingBefore(store, fold, report));
  const folded = foldedView(fold, standing, report.title);
  // An end is told for good. Of everything else the workflow knows best, deadlines above all.
  const isEnd = fold.status === 'closed' || fold.status === 'withdrawn';
  const current: CaseView | null = isEnd ? null : await running.ofCase(folded);
  return store.cases.record(current ?? folded, { isNews: false });
}

/** Entries of older versions stand alone: then what is recorded counts, and where nothing is, the first report. */
async function standingBefore(store: Store, fold: CaseFold, report: Report): Promise<CaseStanding> {
  const recorded = await store.cases.find(fold.caseId);
  if (recorded !== null) return caseStanding(recorded);
  const { candidate, category, deskId, fingerprint, officeId, receivedAt, serverId, systemId } = report;
  return {
    ...{ number: candidate.number, workflowId: complaintWorkflowId(report), runId: '', fingerprint },
    ...{ deskId, officeId, systemId, serverId, category },
    ...{ acknowledgeBy: null, resolveBy: null, closesAt: null, updatedAt: receivedAt, version: 1 },
  };
}

async function foldedCase(store: Store, caseId: string): Promise<CaseFold> {
  const entries = await store.timelines.told(caseId);
  const merged = await mergedCases(store, caseId, entries);
  const fold = foldCase(entries, before(merged));
  if (fold === null) throw new Error('its timeline does not begin with its first report');
  return fold;
}

/** The timelines of all cases that came into this one, by case; those that came into them too. */
async function mergedCases(store: Store, caseId: string, entries: ToldEntry[]): Promise<Map<string, ToldEntry[]>> {
  const found = new Map([[caseId, entries]]);
  for (const timeline of found.values()) {
    for (const { data, type } of timeline) {
      const fromId = String(data['fromId']);
      if (type === 'caseMerged' && !found.has(fromId)) found.set(fromId, await store.timelines.told(fromId));
    }
  }
  return found;
}

/** What the merged case brought is what it was when it was merged last, before the surviving case told of it. */
function before(timelines: Map<string, ToldEntry[]>): MergedBefore {
  return ({ caseId, entry }) => {
    const timeline = timelines.get(caseId) ?? [];
    const isMerged = ({ type }: ToldEntry) => type === 'merged';
    // Never after it, but for clocks of two servers that differ.
    const last = timeline.findLastIndex((each) => isMerged(each) && each.at <= entry.at);
    const end = last < 0 ? timeline.findIndex(isMerged) : last;
    if (end < 0) return null;
    // Shorter each time: two cases that were merged into each other in turn come to an end.
    const earlier = new Map(timelines).set(caseId, timeline.slice(0, end));
    return foldCase(timeline.slice(0, end + 1), before(earlier));
  };
}
