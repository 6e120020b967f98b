import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRotationView } from '../support/builders/rotation-view-builder.ts';
import { buildTurns } from '../support/builders/turn-builder.ts';
import { realStore } from '../support/api/real-store.ts';
import { buildTestApi, type TestApi } from '../support/api/test-api.ts';
import type { TestClient } from '../support/api/test-client.ts';

let api: TestApi;
let admin: TestClient;
let drop: () => Promise<void>;
const desk = '/v1/desks/layanan';

interface DeskAnswer {
  desk: { settings: Record<string, unknown>; version: number };
}

beforeAll(async () => {
  const real = await realStore();
  drop = real.drop;
  api = await buildTestApi({ store: real.store });
  admin = await api.signedIn('admin');
});
afterAll(async () => {
  await api.close();
  await drop();
});

describe("a desk's settings", () => {
  it('are written, read again and guarded by their version', async () => {
    const before = await admin.get<DeskAnswer>(desk);
    const change = { acknowledgeWithin: 'PT3S', businessHours: { enabled: false } };
    const etag = before.headers.get('etag') ?? '';
    const written = await admin.put<DeskAnswer>(`${desk}/settings`, change, { 'if-match': etag });
    expect(written).toMatchObject({ status: 200, body: { desk: { settings: { acknowledgeWithin: 'PT3S' } } } });
    expect((await admin.get<DeskAnswer>(desk)).body).toEqual(written.body);
    expect(await admin.put(`${desk}/settings`, change, { 'if-match': etag })).toMatchObject({ status: 412 });
  });

  it('let one of two racing writers with the same If-Match win', async () => {
    const etag = (await admin.get(desk)).headers.get('etag') ?? '';
    const answers = await Promise.all(
      ['PT1M', 'PT2M', 'PT3M', 'PT4M', 'PT5M'].map((reopenWindow) =>
        admin.put<DeskAnswer>(`${desk}/settings`, { reopenWindow }, { 'if-match': etag }),
      ),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412, 412, 412, 412]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await admin.get<DeskAnswer>(desk)).body).toEqual(winner?.body);
  });

  it('lose nothing when writers without If-Match race', async () => {
    const fields = ['acknowledgeWithin', 'resolveTier1Within', 'resolveTier2Within', 'reopenWindow'];
    const before = (await admin.get<DeskAnswer>(desk)).body.desk.version;
    await Promise.all(fields.map((field) => admin.put(`${desk}/settings`, { [field]: 'PT7M' })));
    const { settings, version } = (await admin.get<DeskAnswer>(desk)).body.desk;
    for (const field of fields) expect(settings[field]).toBe('PT7M');
    expect(version).toBe(before + 4);
  });

  it('refuse what is wrong before anything is written', async () => {
    const before = (await admin.get<DeskAnswer>(desk)).body;
    const bad = { reopenWindow: 'PT9M', capacityPerAgent: 'many' };
    expect(await admin.put(`${desk}/settings`, bad)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/capacityPerAgent' }] },
    });
    expect((await admin.get<DeskAnswer>(desk)).body).toEqual(before);
  });
});

describe('a rotation', () => {
  const rotation = `${desk}/rotations/tier-1`;

  it('shows its roster before it has recorded anything, and what it recorded after', async () => {
    const agent = await api.signedIn('petugas-b');
    expect(await agent.get(rotation)).toMatchObject({
      status: 200,
      body: { seq: 0, nextAgentId: 'petugas-a', roster: [{ agentId: 'petugas-a' }, { agentId: 'petugas-b' }] },
    });
    await api.store.rotations.record(buildRotationView({ seq: 3 }));
    expect(await agent.get(rotation)).toMatchObject({
      body: { seq: 3, roster: [{ agentId: 'petugas-a', name: 'Petugas A', capacity: 20 }], waiting: [] },
    });
  });

  it('lists all its turns in order, page by page', async () => {
    await api.store.turns.append(buildTurns(1, 45));
    const agent = await api.signedIn('petugas-b');
    const seen: number[] = [];
    let path: string | null = `${rotation}/turns?limit=20`;
    while (path !== null) {
      const answer: { body: { items: { seq: number }[]; nextCursor: string | null } } = await agent.get(path);
      seen.push(...answer.body.items.map(({ seq }) => seq));
      const { nextCursor } = answer.body;
      path = nextCursor === null ? null : `${rotation}/turns?limit=20&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
  });
});
