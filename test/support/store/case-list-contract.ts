import { describe, expect, it } from 'vitest';
import type { CaseFilter, CasePosition } from '../../../store/cases/case-repository.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildCaseView } from '../builders/case-view-builder.ts';
import { shuffled } from './random-order.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const minute = (no: number) => new Date(Date.UTC(2026, 10, 24, 1, no)).toISOString();

/** One case that each filter finds, and one that it does not. */
const filters: [CaseFilter, Partial<CaseView>, Partial<CaseView>][] = [
  [{ status: 'inProgress' }, { status: 'inProgress' }, { status: 'assigned' }],
  [{ status: 'closed' }, { status: 'closed' }, { status: 'assigned' }],
  [{ officeId: '124' }, { officeId: '124' }, { officeId: '12' }],
  [{ serverId: 'srv-124' }, { serverId: 'srv-124' }, { serverId: null }],
  [{ systemId: 'espt' }, { systemId: 'espt' }, { systemId: 'sipd' }],
  [{ agentId: 'petugas-b' }, { agentId: 'petugas-b' }, { agentId: null }],
  [{ agentId: 'petugas-b', status: 'closed' }, { agentId: 'petugas-b', status: 'closed' }, { agentId: 'petugas-b' }],
  [{ agentId: 'petugas-b', status: 'assigned' }, { agentId: 'petugas-b' }, { agentId: 'petugas-b', status: 'closed' }],
  [{ tier: 'tier-2' }, { tier: 'tier-2' }, { tier: 'tier-1' }],
  [{ overdue: true }, { overdue: true }, { overdue: false }],
  [{ overdue: false }, { overdue: false }, { overdue: true }],
  [{ fingerprint: 'f1' }, { fingerprint: 'f1' }, { fingerprint: 'f2' }],
  [{ reporterId: 'abc' }, { reporterIds: ['xyz', 'abc'] }, { reporterIds: ['xyz', 'abcd'] }],
  [{ receivedOn: '2026-11-24' }, { createdAt: '2026-11-24T23:59:59.999Z' }, { createdAt: '2026-11-25T00:00:00.000Z' }],
  [{ from: minute(5) }, { createdAt: minute(5) }, { createdAt: minute(4) }],
  [{ to: minute(5) }, { createdAt: minute(4) }, { createdAt: minute(5) }],
  [{ from: minute(5), to: minute(6) }, { createdAt: minute(5) }, { createdAt: minute(6) }],
  [{ q: 'LUPA sandi' }, { title: 'Kata Sandi: saya lupa' }, { title: 'lupa kata kunci' }],
  [{ q: '4f7' }, { number: '261124-4F7KQ' }, { number: '261124-4E7KQ' }],
  [{ q: 'a.c' }, { title: 'kode a.c' }, { title: 'kode abc' }],
  [{ q: '(.*)[x' }, { title: 'galat (.*)[x]' }, { title: 'galat' }],
  [{ q: 'ÉTÉ' }, { title: "l'été" }, { title: 'ete' }],
];

export function caseListContract(store: StoreUnderTest): void {
  const recorded = async (views: CaseView[]) => {
    for (const view of shuffled(views)) await store().cases.record(view);
    return views;
  };
  const pages = async function* (filter: CaseFilter, limit: number) {
    let after: CasePosition | undefined;
    do {
      const page = await store().cases.list(filter, { limit, after });
      yield page.items.map((view) => view.caseId);
      after = page.next ?? undefined;
    } while (after !== undefined);
  };

  describe('a list of cases', () => {
    it.each(filters)('filters by %j', async (filter, inside, outside) => {
      const deskId = `desk-${nextBuilt()}`;
      const [wanted] = await recorded([buildCaseView({ ...inside, deskId }), buildCaseView({ ...outside, deskId })]);
      const page = await store().cases.list({ ...filter, deskId }, { limit: 10 });
      expect(page).toStrictEqual({ items: [wanted], next: null });
    });

    it('takes a filter that is undefined for one that is not there', async () => {
      const deskId = `desk-${nextBuilt()}`;
      await recorded([buildCaseView({ deskId, agentId: 'petugas-b' })]);
      const filter = { deskId, agentId: undefined, reporterId: undefined, from: undefined, q: undefined };
      expect((await store().cases.list(filter, { limit: 10 })).items).toHaveLength(1);
    });

    it('is newest first, ties by id, and knows whether there is more', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const views = ['b', 'a', 'c'].map((id) => buildCaseView({ deskId, caseId: `${deskId}-${id}` }));
      const newest = buildCaseView({ deskId, caseId: `${deskId}-0`, createdAt: minute(9) });
      await recorded([...views, newest]);
      const page = await store().cases.list({ deskId }, { limit: 3 });
      expect(page.items.map((view) => view.caseId.slice(-1))).toEqual(['0', 'c', 'b']);
      expect(page.next).toEqual({ createdAt: views[0]?.createdAt, caseId: `${deskId}-b` });
      expect((await store().cases.list({ deskId }, { limit: 4 })).next).toBeNull();
    });

    it('goes back over days, months and years, within the period asked', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const days = ['2026-11-24', '2026-11-23', '2026-11-01', '2026-10-31', '2025-02-28', '2024-02-29'];
      await recorded(days.map((day) => buildCaseView({ deskId, createdAt: `${day}T12:00:00.000Z` })));
      const listed = async (filter: CaseFilter) => {
        const { items } = await store().cases.list({ deskId, ...filter }, { limit: 10 });
        return items.map((view) => view.createdAt.slice(0, 10));
      };
      expect(await listed({})).toEqual(days);
      expect(await listed({ from: '2026-10-31T12:00:00.000Z' })).toEqual(days.slice(0, 4));
      expect(await listed({ to: '2026-11-23T12:00:00.000Z' })).toEqual(days.slice(2));
      expect(await listed({ from: '2025-01-01', to: '2026-11-01' })).toEqual(days.slice(3, 5));
    });

    it('loses and doubles nothing across pages while new cases arrive', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const times = Array.from({ length: 25 }, (_, index) => minute(Math.floor(index / 3)));
      const views = await recorded(times.map((createdAt) => buildCaseView({ deskId, createdAt })));
      const seen: string[] = [];
      for await (const ids of pages({ deskId, q: 'masuk' }, 4)) {
        seen.push(...ids);
        await recorded([buildCaseView({ deskId, createdAt: minute(60) })]);
      }
      expect(seen).toHaveLength(25);
      expect(new Set(seen)).toEqual(new Set(views.map((view) => view.caseId)));
    });
  });
}
