import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildReport } from '../builders/report-builder.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function reportContract(store: StoreUnderTest): void {
  describe('reports', () => {
    it('are found again by id and by the candidate they carried, exactly as they were inserted', async () => {
      const report = buildReport({ attachmentIds: ['a', 'b'], serverId: 'srv-123' });
      expect(await store().reports.insert(report)).toBe('inserted');
      expect(await store().reports.find(report.reportId)).toStrictEqual(report);
      expect(await store().reports.findByCandidate(report.candidate.caseId)).toStrictEqual(report);
      expect(await store().reports.findByCandidate(report.candidate.number.toLowerCase())).toStrictEqual(report);
      expect(await store().reports.find('unknown')).toBeNull();
      expect(await store().reports.findByCandidate('unknown')).toBeNull();
    });

    it('of one id are inserted exactly once by fifty racing writers', async () => {
      const report = buildReport();
      const racing = Array.from({ length: 50 }, (_, no) =>
        store().reports.insert({ ...report, payloadHash: `${no}`, candidate: buildReport().candidate }),
      );
      const answers = await Promise.all(racing);
      expect(answers.filter((answer) => answer === 'inserted')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'reportExists')).toHaveLength(49);
      const winner = answers.indexOf('inserted');
      expect((await store().reports.find(report.reportId))?.payloadHash).toBe(`${winner}`);
    });

    it('of one number are inserted exactly once by fifty racing writers', async () => {
      const { candidate } = buildReport();
      const racing = Array.from({ length: 50 }, () => store().reports.insert(buildReport({ candidate })));
      const answers = await Promise.all(racing);
      expect(answers.filter((answer) => answer === 'inserted')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'numberTaken')).toHaveLength(49);
    });

    it('are placed once: repeating it, another case and an unknown report change nothing', async () => {
      const report = buildReport();
      const { reportId } = report;
      await store().reports.insert(report);
      await store().reports.place({ reportId, caseId: 'first' });
      await store().reports.place({ reportId, caseId: 'first' });
      await store().reports.place({ reportId, caseId: 'second' });
      await store().reports.place({ reportId: 'unknown', caseId: 'first' });
      expect(await store().reports.find(reportId)).toStrictEqual({ ...report, placedCaseId: 'first' });
      expect(await store().reports.find('unknown')).toBeNull();
    });

    it('leave a case once, under another fingerprint, and are not taken by it again', async () => {
      const [placed, underWay, elsewhere] = [buildReport(), buildReport(), buildReport()];
      for (const report of [placed, underWay, elsewhere]) await store().reports.insert(report);
      await store().reports.place({ reportId: placed.reportId, caseId: 'merged' });
      await store().reports.place({ reportId: elsewhere.reportId, caseId: 'elsewhere' });
      const fromCaseIds = ['old', 'merged'];
      const detach = async ({ reportId }: { reportId: string }) => {
        await store().reports.detach({ reportId, fromCaseIds, fingerprint: `new-${reportId}` });
        // What was on its way to the old case comes late.
        for (const caseId of fromCaseIds) await store().reports.place({ reportId, caseId });
        return store().reports.find(reportId);
      };
      for (const report of [placed, underWay]) {
        const fingerprint = `new-${report.reportId}`;
        expect(await detach(report)).toStrictEqual({ ...report, fingerprint, detachedFromIds: fromCaseIds });
        await store().reports.place({ reportId: report.reportId, caseId: 'own' });
        expect(await detach(report)).toMatchObject({ placedCaseId: 'own', fingerprint, detachedFromIds: fromCaseIds });
      }
      expect(await detach(elsewhere)).toStrictEqual({ ...elsewhere, placedCaseId: 'elsewhere' });
      const { receivedAt, reportId, fingerprint, submitterId } = underWay;
      expect(await store().reports.ofSubmitter({ submitterId, fingerprint })).toStrictEqual([]);
      await store().reports.detach({ reportId: 'unknown', fromCaseIds, fingerprint: 'x' });
      expect(await store().reports.find('unknown')).toBeNull();
      expect(receivedAt).toBe((await store().reports.find(reportId))?.receivedAt);
    });

    it('of a case, and of a person about a problem, come in order of receipt', async () => {
      const placedCaseId = `case-${nextBuilt()}`;
      const fingerprint = `fingerprint-${placedCaseId}`;
      const [second, first, third] = [2, 1, 3].map((no) =>
        buildReport({ placedCaseId, fingerprint, receivedAt: `2026-11-24T01:00:00.00${no}Z` }),
      );
      const others = [buildReport({ fingerprint, submitterId: 'abc' }), buildReport()];
      for (const report of [second, first, third, ...others]) if (report) await store().reports.insert(report);
      expect(await store().reports.ofCase(placedCaseId)).toStrictEqual([first, second, third]);
      expect(await store().reports.ofSubmitter({ submitterId: 'xyz', fingerprint })).toStrictEqual([
        first,
        second,
        third,
      ]);
    });

    it('that were added to a case knowingly are found by desk and day', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const sent = (receivedAt: string, knowingly?: boolean) =>
        buildReport({ deskId, receivedAt, ...(knowingly !== undefined && { knowingly }) });
      const [one, two] = [sent('2026-11-24T00:00:00.000Z', true), sent('2026-11-24T23:59:59.999Z', true)];
      const others = [sent(one.receivedAt), sent('2026-11-25T00:00:00.000Z', true), buildReport({ knowingly: true })];
      for (const report of [one, two, ...others]) await store().reports.insert(report);
      const found = await store().reports.knowinglyAttached({ deskId, day: '2026-11-24' });
      expect(found.sort()).toEqual([one.reportId, two.reportId].sort());
      expect(await store().reports.find(one.reportId)).toStrictEqual(one);
    });

    it('of one person about one problem are told by their times, of the hours asked for, oldest first', async () => {
      const { fingerprint, submitterId } = buildReport();
      const at = (time: string) => `2026-11-24T${time}.000Z`;
      const sent = (time: string, other: object = {}) =>
        buildReport({ fingerprint, submitterId, receivedAt: at(time), ...other });
      const theirs = ['01:59:59', '01:00:00', '01:30:00'].map((time) => sent(time));
      const others = [sent('00:59:59'), sent('02:00:00'), sent('01:30:00', { submitterId: 'another' })];
      for (const report of [...theirs, ...others, buildReport()]) await store().reports.insert(report);
      const hour = { since: at('01:00:00'), until: at('02:00:00') };
      const times = await store().reports.timesOfSubmitter({ submitterId, fingerprint, ...hour });
      expect(times).toEqual([at('01:00:00'), at('01:30:00'), at('01:59:59')]);
    });

    it('that no case has taken in are listed oldest first, only those before the given time', async () => {
      const year = 1000 + nextBuilt();
      const at = (no: number) => `${year}-01-01T00:00:00.00${no}Z`;
      const [late, early, placed, tooLate] = [3, 1, 2, 4].map((no) => buildReport({ receivedAt: at(no) }));
      for (const report of [late, early, placed, tooLate]) if (report) await store().reports.insert(report);
      await store().reports.place({ reportId: placed?.reportId ?? '', caseId: 'any' });
      const found = await store().reports.unplaced({ before: at(4), limit: 10 });
      expect(found.filter((report) => report.receivedAt >= at(0))).toStrictEqual([early, late]);
      const [oldest] = found;
      expect(await store().reports.unplaced({ before: at(4), limit: 1 })).toStrictEqual([oldest]);
    });
  });
}
