import { describe, expect, it } from 'vitest';
import { caseStatuses, type CaseView } from '../../../workflows/complaint/complaint-types.ts';
import { slotMs, slotOf } from '../../../store/kernel/time-slot.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildCaseView } from '../builders/case-view-builder.ts';
import { shuffled } from './random-order.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function caseContract(store: StoreUnderTest): void {
  describe('cases', () => {
    it('are found again by id and by number, in any case of letters, exactly as they were recorded', async () => {
      const view = buildCaseView({ number: '261124-4F7KQ', formerAgentIds: ['petugas-b'], overdue: true });
      expect(await store().cases.record(view)).toBe(true);
      expect(await store().cases.find(view.caseId)).toStrictEqual(view);
      expect(await store().cases.find('261124-4F7KQ')).toStrictEqual(view);
      expect(await store().cases.find('261124-4f7kq')).toStrictEqual(view);
      expect(await store().cases.find('unknown')).toBeNull();
    });

    it('keep the newer version: an older or equal one changes nothing', async () => {
      const view = buildCaseView({ version: 5, title: 'five' });
      expect(await store().cases.record(view)).toBe(true);
      expect(await store().cases.record({ ...view, version: 5, title: 'another five' })).toBe(false);
      expect(await store().cases.record({ ...view, version: 4, title: 'four' })).toBe(false);
      expect(await store().cases.find(view.caseId)).toStrictEqual(view);
      const newer = { ...view, version: 6, agentId: null, reporterIds: [], status: 'closed' as const };
      expect(await store().cases.record(newer)).toBe(true);
      expect(await store().cases.find(view.caseId)).toStrictEqual(newer);
    });

    it('that are no news are recorded all the same, but not among those that were recorded lately', async () => {
      const view = buildCaseView();
      const slots = () => [slotOf(Date.now()), slotOf(Date.now() - slotMs)];
      const lately = async () => (await Promise.all(slots().map((slot) => store().cases.recordedIn(slot)))).flat();
      expect(await store().cases.record(view, { isNews: false })).toBe(true);
      expect(await store().cases.find(view.caseId)).toStrictEqual(view);
      expect((await lately()).map((each) => each.view.caseId)).not.toContain(view.caseId);
      await store().cases.record({ ...view, version: 2 });
      expect((await lately()).map((each) => each.view.caseId)).toContain(view.caseId);
    });

    it('end at the newest version when versions arrive one after another in any order', async () => {
      const view = buildCaseView();
      for (const version of shuffled(versions)) await store().cases.record({ ...view, version, attempt: version });
      expect(await store().cases.find(view.caseId)).toMatchObject({ version: 20, attempt: 20 });
    });

    it('end at the newest version when one process writes all of them at once', async () => {
      const view = buildCaseView();
      await Promise.all(shuffled(versions).map((version) => store().cases.record({ ...view, version })));
      expect(await store().cases.find(view.caseId)).toMatchObject({ version: 20 });
    });

    it('of an office are found as long as they have not ended', async () => {
      const officeId = `office-${nextBuilt()}`;
      const [open, resolved, ended] = ['assigned', 'resolved', 'assigned'].map((status) =>
        buildCaseView({ officeId, status: status as CaseView['status'] }),
      );
      for (const view of [open, resolved, ended, buildCaseView()]) if (view) await store().cases.record(view);
      if (ended) await store().cases.record({ ...ended, status: 'closed', version: 2 });
      const found = await store().cases.openOfOffice(officeId);
      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining([open, resolved]));
      expect(await store().cases.openOfOffice('unknown')).toEqual([]);
    });

    it('of a desk that wait for their solution are found, with what is counted of them', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const views = caseStatuses.map((status) => buildCaseView({ deskId, status, overdue: status === 'escalating' }));
      for (const view of [...views, buildCaseView({ status: 'assigned' })]) await store().cases.record(view);
      const unsolved = ['received', 'assigned', 'inProgress', 'waitingOnSubmitter', 'escalating'];
      const expected = views
        .filter(({ status }) => unsolved.includes(status))
        .map(({ caseId, officeId, systemId, agentId, tier, overdue }) => {
          return { caseId, officeId, systemId, agentId, tier, overdue };
        });
      const found = await store().cases.openOfDesk(deskId);
      expect(found).toHaveLength(5);
      expect(found).toEqual(expect.arrayContaining(expected));
      expect(await store().cases.openOfDesk('unknown')).toEqual([]);
    });

    it('are copies: changing what went in or came out changes nothing', async () => {
      const view = buildCaseView({ reporterIds: ['xyz'] });
      await store().cases.record(view);
      view.reporterIds.push('abc');
      const found = await store().cases.find(view.caseId);
      expect(found?.reporterIds).toEqual(['xyz']);
      found?.reporterIds.push('def');
      expect((await store().cases.find(view.caseId))?.reporterIds).toEqual(['xyz']);
    });
  });
}

const versions = Array.from({ length: 20 }, (_, index) => index + 1);
