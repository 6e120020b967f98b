import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import type { Store } from '../../../store/store.ts';
import { buildCaseView } from '../builders/case-view-builder.ts';
import { buildTestApi, type TestApi } from '../api/test-api.ts';
import type { TestClient } from '../api/test-client.ts';

interface Filter {
  /** What one case has, and what the other has in place of it; in all else they are alike. */
  one: Partial<CaseView>;
  other: Partial<CaseView>;
  /** Queries that only the one case fits, and only the other. */
  onlyOne: string[];
  onlyOther: string[];
  /** Whose list it is; the supervisor's unless said otherwise. */
  as?: 'pengawas' | 'xyz';
}

const at = (time: string) => ({ createdAt: `2026-11-${time}.000Z` });

const filters: Record<string, Filter> = {
  status: {
    one: { status: 'inProgress' },
    other: { status: 'resolved' },
    onlyOne: ['status=inProgress'],
    onlyOther: ['status=resolved'],
  },
  agentId: {
    one: { agentId: 'petugas-a' },
    other: { agentId: 'petugas-b' },
    onlyOne: ['agentId=petugas-a', 'agentId=petugas-a&status=assigned'],
    onlyOther: ['agentId=petugas-b', 'agentId=petugas-b&status=assigned'],
  },
  'agentId of ended cases': {
    one: { agentId: 'petugas-a', status: 'closed' },
    other: { agentId: 'petugas-a', status: 'withdrawn' },
    onlyOne: ['agentId=petugas-a&status=closed'],
    onlyOther: ['agentId=petugas-a&status=withdrawn'],
  },
  'agentId of merged cases': {
    one: { agentId: 'petugas-a', status: 'merged' },
    other: { agentId: 'petugas-b', status: 'merged' },
    onlyOne: ['agentId=petugas-a&status=merged'],
    onlyOther: ['agentId=petugas-b&status=merged'],
  },
  officeId: {
    one: { officeId: '123' },
    other: { officeId: '124' },
    onlyOne: ['officeId=123'],
    onlyOther: ['officeId=124'],
  },
  systemId: {
    one: { systemId: 'sipd' },
    other: { systemId: 'simpeg' },
    onlyOne: ['systemId=sipd'],
    onlyOther: ['systemId=simpeg'],
  },
  // Staff have one desk, so that only a submitter can tell two apart.
  deskId: {
    one: { deskId: 'layanan' },
    other: { deskId: 'lain' },
    onlyOne: ['deskId=layanan'],
    onlyOther: ['deskId=lain'],
    as: 'xyz',
  },
  tier: { one: { tier: 'tier-1' }, other: { tier: 'tier-2' }, onlyOne: ['tier=tier-1'], onlyOther: ['tier=tier-2'] },
  overdue: {
    one: { overdue: true },
    other: { overdue: false },
    onlyOne: ['overdue=true'],
    onlyOther: ['overdue=false'],
  },
  receivedOn: {
    one: at('20T23:59:59'),
    other: at('21T00:00:00'),
    onlyOne: ['receivedOn=2026-11-20'],
    onlyOther: ['receivedOn=2026-11-21'],
  },
  from: {
    one: at('20T07:59:59'),
    other: at('20T08:00:00'),
    onlyOne: [],
    onlyOther: ['from=2026-11-20T08:00:00Z', `from=${encodeURIComponent('2026-11-20T15:00:00+07:00')}`],
  },
  to: {
    one: at('20T07:59:59'),
    other: at('20T08:00:00'),
    onlyOne: ['to=2026-11-20T08:00:00Z', `to=${encodeURIComponent('2026-11-20T15:00:00+07:00')}`],
    onlyOther: [],
  },
  q: {
    one: { title: 'Cetak SPM gagal (.*)', number: '261120-AAAAA' },
    other: { title: 'Lupa kata sandi', number: '261120-BBBBB' },
    onlyOne: ['q=spm%20CETAK', 'q=aaaaa', 'q=.*'],
    onlyOther: ['q=sandi', 'q=261120-bbb'],
  },
};

/** Each filter of GET /v1/complaints over any store: it finds what fits it and nothing else, so that none can be lost. */
export function describeListFilters(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let api: TestApi;
    let clients: Record<'pengawas' | 'xyz', TestClient>;

    beforeAll(async () => {
      api = await buildTestApi({ store: await open() });
      clients = { pengawas: await api.signedIn('pengawas'), xyz: await api.signedIn('xyz') };
    });
    afterAll(() => api.close());

    it.each(Object.entries(filters))('%s', async (_filter, { as = 'pengawas', one, onlyOne, onlyOther, other }) => {
      const [first, second] = [buildCaseView(one), buildCaseView(other)];
      await Promise.all([first, second].map((view) => api.store.cases.record(view)));
      const mine = new Set([first.caseId, second.caseId]);
      const listed = async (query: string) => {
        const { status, body } = await clients[as].get<{ items: { id: string }[] }>(
          `/v1/complaints?limit=100&${query}`,
        );
        expect(status).toBe(200);
        return body.items.map(({ id }) => id).filter((id) => mine.has(id));
      };
      expect(new Set(await listed(''))).toEqual(mine);
      for (const query of onlyOne) expect([query, await listed(query)]).toEqual([query, [first.caseId]]);
      for (const query of onlyOther) expect([query, await listed(query)]).toEqual([query, [second.caseId]]);
    });

    it('of another desk finds nothing for staff, and does not widen their list', async () => {
      await api.store.cases.record(buildCaseView({ deskId: 'lain' }));
      const list = async (query: string) =>
        (await clients.pengawas.get<{ items: { id: string }[] }>(`/v1/complaints?${query}`)).body.items;
      expect(await list('deskId=lain')).toEqual([]);
      expect((await list('deskId=layanan')).length).toBeGreaterThan(0);
    });

    it('all at once find the one case that fits each', async () => {
      const fits: Partial<CaseView> = {
        ...{ status: 'inProgress', agentId: 'petugas-b', officeId: '124', systemId: 'espt', tier: 'tier-2' },
        ...{ overdue: true, title: 'Semua cocok', createdAt: '2026-11-05T01:00:00.000Z' },
      };
      const fitting = buildCaseView(fits);
      const misfits: Partial<CaseView>[] = [
        ...[{ status: 'assigned' as const }, { agentId: 'petugas-a' }, { officeId: '123' }, { systemId: 'sipd' }],
        ...[{ tier: 'tier-1' as const }, { overdue: false }, { title: 'Lain' }, { deskId: 'lain' }],
        { createdAt: '2026-11-05T04:00:00.000Z' },
      ];
      const views = [fitting, ...misfits.map((misfit) => buildCaseView({ ...fits, ...misfit }))];
      await Promise.all(views.map((view) => api.store.cases.record(view)));
      const query = [
        ...['status=inProgress', 'agentId=petugas-b', 'officeId=124', 'systemId=espt', 'deskId=layanan', 'tier=tier-2'],
        ...['overdue=true', 'receivedOn=2026-11-05', 'from=2026-11-05T00:30:00Z', 'to=2026-11-05T03:00:00Z', 'q=cocok'],
      ];
      const { body } = await clients.pengawas.get<{ items: { id: string }[] }>(`/v1/complaints?${query.join('&')}`);
      expect(body.items.map(({ id }) => id)).toEqual([fitting.caseId]);
    });
  });
}
