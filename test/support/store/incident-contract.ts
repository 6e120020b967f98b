import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildCaseView } from '../builders/case-view-builder.ts';
import { buildIncident } from '../builders/incident-builder.ts';
import { buildReport } from '../builders/report-builder.ts';
import { shuffled } from './random-order.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function incidentContract(store: StoreUnderTest): void {
  describe('incidents', () => {
    it('are found again exactly as recorded', async () => {
      const cases = [{ caseId: 'c1', number: '261124-1', officeId: '123' }];
      const view = buildIncident({ cases, caseCount: 1, resolvedCount: 1, status: 'resolved', resolvedBy: 'pengawas' });
      expect(await store().incidents.record(view)).toBe(true);
      expect(await store().incidents.find(view.incidentId)).toStrictEqual(view);
      expect(await store().incidents.find('unknown')).toBeNull();
    });

    it('keep the newer version', async () => {
      const { incidentId } = buildIncident();
      for (const version of shuffled([1, 2, 3, 4, 5])) {
        await store().incidents.record(buildIncident({ incidentId, version, caseCount: version }));
      }
      expect(await store().incidents.record(buildIncident({ incidentId, version: 5, caseCount: 0 }))).toBe(false);
      expect(await store().incidents.find(incidentId)).toMatchObject({ version: 5, caseCount: 5 });
    });

    it('are listed newest first, page by page, by desk, system, status and what everybody may see', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const at = (hour: number) => `2026-11-24T0${hour}:00:00.000Z`;
      const oldest = buildIncident({ deskId, openedAt: at(1), status: 'resolved' });
      const silent = buildIncident({ deskId, openedAt: at(2), notice: null });
      const newest = buildIncident({ deskId, openedAt: at(3), systemId: 'simpeg' });
      for (const view of shuffled([oldest, silent, newest, buildIncident()])) await store().incidents.record(view);
      const list = async (filter: object, page: object = {}) =>
        (await store().incidents.list({ deskId, ...filter }, { limit: 10, ...page })).map(
          ({ incidentId }) => incidentId,
        );
      const [a, b, c] = [newest, silent, oldest].map(({ incidentId }) => incidentId);
      expect(await list({})).toEqual([a, b, c]);
      expect(await list({}, { limit: 2 })).toEqual([a, b]);
      expect(await list({}, { after: silent })).toEqual([c]);
      expect(await list({ status: 'open' })).toEqual([a, b]);
      expect(await list({ systemId: 'sipd', status: undefined })).toEqual([b, c]);
      expect(await list({ published: true })).toEqual([a]);
    });

    it('are what cases are listed by, and reports remember', async () => {
      const { incidentId } = buildIncident();
      const view = buildCaseView({ incidentId });
      await store().cases.record(view);
      await store().cases.record(buildCaseView());
      expect((await store().cases.list({ incidentId }, { limit: 10 })).items).toStrictEqual([view]);
      const report = buildReport({ incidentId });
      await store().reports.insert(report);
      expect(await store().reports.find(report.reportId)).toStrictEqual(report);
    });
  });
}
