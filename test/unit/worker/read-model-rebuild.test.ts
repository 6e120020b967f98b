import { describe, expect, it } from 'vitest';
import { fakeStore } from '../../../store/fake-store.ts';
import { rebuildReadModel } from '../../../worker/read-model/read-model-rebuild.ts';
import type { RunningViews } from '../../../worker/read-model/running-views.ts';
import { caseStanding } from '../../../workflows/complaint/complaint-standing-types.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildIncident } from '../../support/builders/incident-builder.ts';
import { buildReport } from '../../support/builders/report-builder.ts';
import { buildTimelineEntry } from '../../support/builders/timeline-builder.ts';

const nothingRuns: RunningViews = {
  ofCase: () => Promise.resolve(null),
  ofIncident: () => Promise.resolve(null),
  ofRotation: () => Promise.resolve(null),
  ofOfficeServer: () => Promise.resolve(null),
};

const idOf = (n: number) => `case-${String(n).padStart(4, '0')}`;

/** A store with the timelines and first reports of so many withdrawn cases, and no read model. */
async function storeOf(count: number) {
  const store = fakeStore();
  for (let n = 1; n <= count; n += 1) {
    const caseId = idOf(n);
    const report = buildReport({ reportId: `report-${n}` });
    const view = buildCaseView({ caseId, title: report.title, status: 'withdrawn', version: 7 });
    const first = buildTimelineEntry({ caseId, type: 'received', data: { reportId: report.reportId } });
    await store.reports.insert(report);
    const last = buildTimelineEntry({ caseId, no: 2, type: 'withdrawn' });
    await store.timelines.append([first, last], { standing: caseStanding(view) });
  }
  return store;
}

describe('rebuilding the read model', () => {
  it('tells how far it has come, stops between two pages, and goes on there', async () => {
    const store = await storeOf(250);
    const stopping = new AbortController();
    const seen: string[] = [];
    const first = await rebuildReadModel({
      ...{ store, running: nothingRuns, signal: stopping.signal },
      onProgress: ({ upTo, written }) => {
        seen.push(`${written} up to ${upTo}`);
        stopping.abort();
      },
    });
    expect(seen).toEqual([`100 up to ${idOf(100)}`]);
    expect(first).toEqual({ seen: 100, written: 100, failed: 0, upTo: idOf(100) });
    const second = await rebuildReadModel({ store, running: nothingRuns, after: first.upTo });
    expect(second).toEqual({ seen: 150, written: 150, failed: 0, upTo: idOf(250) });
    expect(await store.cases.find(idOf(250))).toMatchObject({ status: 'withdrawn', version: 7 });
  });

  it('names what cannot be made, and makes the rest', async () => {
    const store = await storeOf(2);
    await store.timelines.append([buildTimelineEntry({ caseId: 'case-broken', type: 'assigned' })]);
    const lost = buildTimelineEntry({ caseId: 'case-lost', type: 'received', data: { reportId: 'gone' } });
    await store.timelines.append([lost]);
    const failures: string[] = [];
    const onFailure = ({ error, id }: { id: string; error: unknown }) => void failures.push(`${id}: ${String(error)}`);
    const progress = await rebuildReadModel({ store, running: nothingRuns, onFailure });
    expect(progress).toMatchObject({ seen: 4, written: 2, failed: 2 });
    expect(failures.sort()).toEqual([
      'case-broken: Error: its timeline does not begin with its first report',
      'case-lost: Error: its first report gone is missing',
    ]);
  });

  it('gives up when nothing answers any more', async () => {
    const store = await storeOf(90);
    let asked = 0;
    const away: RunningViews = { ...nothingRuns, ofCase: () => Promise.reject(new Error(`away ${(asked += 1)}`)) };
    for (let n = 1; n <= 90; n += 1) {
      await store.timelines.append([buildTimelineEntry({ caseId: idOf(n), no: 3, type: 'reopened' })]);
    }
    await expect(rebuildReadModel({ store, running: away })).rejects.toThrow(/^away/);
    expect(asked).toBeLessThan(30);
  });

  it('makes of entries without what newer versions keep beside them what can be made', async () => {
    const store = fakeStore();
    const report = buildReport({ reportId: 'report-old', category: 'cetak' });
    await store.reports.insert(report);
    const { caseId, number } = report.candidate;
    const entry = (no: number, type: string) =>
      buildTimelineEntry({ caseId, no, type, data: no === 1 ? { reportId: report.reportId } : {} });
    await store.timelines.append([entry(1, 'received'), entry(2, 'withdrawn')]);
    await rebuildReadModel({ store, running: nothingRuns });
    const made = await store.cases.find(caseId);
    expect(made).toMatchObject({ number, category: 'cetak', status: 'withdrawn', runId: '', version: 1 });
    // What is recorded knows more than a first report.
    const recorded = { ...buildCaseView({ caseId, number }), status: 'withdrawn' as const, version: 12, runId: 'run' };
    await store.cases.record(recorded);
    await rebuildReadModel({ store, running: nothingRuns });
    expect(await store.cases.find(caseId)).toMatchObject({ version: 12, runId: 'run' });
  });

  it('keeps an incident whose timeline is too old to be made from, if it is recorded, and says so if not', async () => {
    const store = fakeStore();
    const opened = buildTimelineEntry({ caseId: 'incident:old', type: 'opened', data: { systemId: 'sipd' } });
    await store.timelines.append([opened]);
    const failures: unknown[] = [];
    const options = { store, running: nothingRuns, onFailure: ({ error }: { error: unknown }) => failures.push(error) };
    expect(await rebuildReadModel(options)).toMatchObject({ failed: 1 });
    expect(String(failures[0])).toContain('older version');
    await store.incidents.record(buildIncident({ incidentId: 'old', title: 'SIPD mati' }));
    expect(await rebuildReadModel(options)).toMatchObject({ failed: 0 });
    expect(await store.incidents.find('old')).toMatchObject({ title: 'SIPD mati' });
  });
});
