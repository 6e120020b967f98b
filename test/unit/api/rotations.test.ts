import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildRotationView } from '../../support/builders/rotation-view-builder.ts';
import { buildTurns } from '../../support/builders/turn-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';

let api: TestApi;
const address = '/v1/desks/layanan/rotations/tier-1';

beforeEach(async () => {
  api = await buildTestApi();
});
afterEach(() => api.close());

it('shows the roster it will begin with before anything was recorded', async () => {
  const agent = await api.signedIn('petugas-a');
  const entry = { availability: 'available', until: null, openCases: 0, capacity: 20, turns: 0 };
  expect(await agent.get(address)).toMatchObject({
    status: 200,
    body: {
      seq: 0,
      nextAgentId: 'petugas-a',
      roster: [
        { agentId: 'petugas-a', name: 'Petugas A', ...entry },
        { agentId: 'petugas-b', name: 'Petugas B', ...entry },
      ],
      waiting: [],
    },
  });
});

it('shows what the rotation last recorded', async () => {
  const since = '2026-11-24T00:00:00.000Z';
  const until = Date.parse('2026-11-25T00:30:00.000Z');
  const entry = { agentId: 'petugas-b', availability: 'away' as const, until, capacity: null, turns: 4 };
  await api.store.rotations.record(
    buildRotationView({
      seq: 9,
      nextAgentId: null,
      roster: [{ ...entry, openCases: 2, effectiveCapacity: 5 }],
      waiting: [{ requestId: 'case-7/tier-1/1', caseId: 'case-7', since }],
    }),
  );
  const supervisor = await api.signedIn('pengawas');
  expect((await supervisor.get(address)).body).toEqual({
    seq: 9,
    nextAgentId: null,
    roster: [
      {
        agentId: 'petugas-b',
        name: 'Petugas B',
        availability: 'away',
        until: '2026-11-25T00:30:00.000Z',
        openCases: 2,
        capacity: 5,
        turns: 4,
      },
    ],
    rosterVersion: 1,
    waiting: [{ complaintId: 'case-7', since }],
  });
});

it('is for the staff of the desk and for admins', async () => {
  const statuses: Record<string, number> = {};
  for (const username of ['xyz', 'petugas-a', 'petugas-q', 'pengawas', 'admin', 'agen-lain']) {
    const client = await api.signedIn(username);
    statuses[username] = (await client.get(address)).status;
    expect((await client.get(`${address}/turns`)).status).toBe(statuses[username]);
  }
  expect(statuses).toEqual({
    xyz: 403,
    'petugas-a': 200,
    'petugas-q': 200,
    pengawas: 200,
    admin: 200,
    'agen-lain': 403,
  });
  expect(await (await api.signedIn('admin')).get('/v1/desks/tidak-ada/rotations/tier-1')).toMatchObject({
    status: 404,
  });
});

it('lists its turns page by page, from any number on', async () => {
  const turns = buildTurns(1, 25);
  await api.store.turns.append(turns);
  const agent = await api.signedIn('petugas-a');
  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '?limit=10' : `?limit=10&cursor=${cursor}`;
    const { body } = await agent.get<{ items: { seq: number }[]; nextCursor: string | null }>(
      `${address}/turns${query}`,
    );
    seen.push(...body.items.map(({ seq }) => seq));
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(turns.map(({ seq }) => seq));
  const { seq, caseId, attempt, agentId, at } = turns[24] ?? turns[0]!;
  expect(await agent.get(`${address}/turns?after=24`)).toMatchObject({
    body: { items: [{ seq, complaintId: caseId, attempt, agentId, at }], nextCursor: null },
  });
});
