import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RotationState } from '../../../workflows/rotation/rotation-types.ts';
import { buildRotationView } from '../../support/builders/rotation-view-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

let api: TestApi;
let supervisor: TestClient;
const rotation = '/v1/desks/layanan/rotations/tier-1';
const roster = `${rotation}/roster`;
const ids = (body: unknown) => (body as { roster: { agentId: string }[] }).roster.map(({ agentId }) => agentId);

beforeEach(async () => {
  api = await buildTestApi();
  supervisor = await api.signedIn('pengawas');
});
afterEach(() => api.close());

/** What the rotation of tier 1 has recorded. */
async function record(change: Partial<RotationState>): Promise<void> {
  const before = await api.store.rotations.find({ deskId: 'layanan', tier: 'tier-1' });
  const view = buildRotationView({ version: (before?.version ?? 0) + 1 });
  const agent = { availability: 'available' as const, capacity: null, turns: 3 };
  const people = ['petugas-a', 'petugas-b'].map((agentId) => ({ ...agent, agentId }));
  const state: RotationState = { ...view.state, roster: people, nextIndex: 1, seq: 5, ...change };
  const entries = state.roster.map((entry) => ({ ...entry, openCases: 0, effectiveCapacity: 20 }));
  await api.store.rotations.record({ ...view, seq: 5, roster: entries, state });
}

describe('a roster', () => {
  it('is changed as a whole, and answered as it will be', async () => {
    await record({});
    const before = await supervisor.get(rotation);
    expect(before.headers.get('etag')).toBe('"1"');
    const { status, headers, body } = await supervisor.put(roster, { agentIds: ['petugas-b', 'petugas-a'] });
    expect([status, headers.get('etag'), ids(body)]).toEqual([200, '"2"', ['petugas-b', 'petugas-a']]);
    // Whoever was next stays next, and nobody's turns are forgotten.
    expect(body).toMatchObject({ seq: 5, nextAgentId: 'petugas-b', rosterVersion: 2, roster: [{ turns: 3 }, {}] });
    expect(api.engine.rotationSignals).toEqual([
      {
        workflowId: 'rotation:layanan:tier-1',
        signal: { name: 'rosterChanged', message: { agentIds: ['petugas-b', 'petugas-a'] } },
      },
    ]);
  });

  it('is guarded by If-Match, here and once more by the rotation', async () => {
    await record({ rosterVersion: 4 });
    const change = { agentIds: ['petugas-a'] };
    expect(await supervisor.put(roster, change, { 'if-match': '"3"' })).toMatchObject({
      status: 412,
      body: { code: 'version_mismatch', version: 4 },
    });
    expect(api.engine.rotationSignals).toEqual([]);
    expect(await supervisor.put(roster, change, { 'if-match': '"3", "4"' })).toMatchObject({ status: 200 });
    expect(api.engine.rotationSignals[0]?.signal.message).toEqual({ ...change, expectedRosterVersion: 4 });
  });

  it('is not said to be changed when the rotation knew of another change already, which the check here did not', async () => {
    await record({ rosterVersion: 4 });
    const real = api.engine.signalRotation;
    api.engine.signalRotation = async (key, signal) => {
      const outcome = await real(key, signal);
      // Somebody else's order came first: this one is ignored.
      await record({ rosterVersion: 5, nextIndex: 0 });
      return outcome;
    };
    const answer = await supervisor.put(roster, { agentIds: ['petugas-b'] }, { 'if-match': '"4"' });
    expect(answer).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
  });

  it('takes active agents of this desk and tier, each once', async () => {
    const agentIds = ['petugas-a', 'petugas-q', 'agen-lain', 'pengawas', 'siapa', 'petugas-a'];
    const { status, body } = await supervisor.put(roster, { agentIds });
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({
        errors: [
          ...[1, 2, 3, 4].map((at): unknown =>
            expect.objectContaining({ pointer: `#/agentIds/${at}`, code: 'not_an_agent_here' }),
          ),
          expect.objectContaining({ pointer: '#/agentIds/5', code: 'duplicate' }),
        ],
      }),
    ]);
    expect(await supervisor.put(roster, { agentIds: [] })).toMatchObject({ status: 400 });
    expect(api.engine.rotationSignals).toEqual([]);
  });

  it('starts a rotation that does not run yet', async () => {
    const real = api.engine.signalRotation;
    api.engine.signalRotation = (key, signal) =>
      api.engine.rotationStarts.length > 0 ? real(key, signal) : Promise.resolve('notRunning');
    expect(await supervisor.put(roster, { agentIds: ['petugas-b'] })).toMatchObject({ status: 200 });
    expect(api.engine.rotationStarts).toMatchObject([{ deskId: 'layanan', tier: 'tier-1', state: { seq: 0 } }]);
    expect(api.engine.rotationSignals).toHaveLength(1);
  });

  it('is changed by supervisors of the desk alone, and says so when Temporal is away', async () => {
    for (const username of ['xyz', 'petugas-a', 'admin', 'agen-lain']) {
      const other = await api.signedIn(username);
      expect(await other.put(roster, { agentIds: ['petugas-a'] })).toMatchObject({ status: 403 });
    }
    expect(await supervisor.put('/v1/desks/lain/rotations/tier-1/roster', { agentIds: ['x'] })).toMatchObject({
      status: 403,
    });
    api.engine.down = true;
    expect(await supervisor.put(roster, { agentIds: ['petugas-a'] })).toMatchObject({
      status: 503,
      body: { code: 'engine_unavailable' },
    });
  });
});
