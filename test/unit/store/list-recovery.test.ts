import { beforeEach, describe, expect, it } from 'vitest';
import { fakeStore } from '../../../store/fake-store.ts';
import { initialRotation } from '../../../store/rotations/initial-rotation.ts';
import type { Store } from '../../../store/store.ts';
import { rotate } from '../../../workflows/rotation/rotation-state.ts';
import type { RotationState } from '../../../workflows/rotation/rotation-types.ts';
import { rotationHead, rotationView } from '../../../workflows/rotation/rotation-view.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { emptyRotation } from '../workflows/empty-rotation.ts';

const key = { deskId: 'layanan', tier: 'tier-1' as const };
const at = '2026-11-24T02:00:00.000Z';
const later = { updatedAt: '2026-11-24T02:00:01.000Z' };

describe('a rotation that is lost while its recorded lists are behind it', () => {
  let store: Store;
  let state: RotationState;
  let versions: number;

  beforeEach(() => {
    store = fakeStore();
    state = emptyRotation(['petugas-a', 'petugas-b'], 2);
    versions = 0;
  });

  async function ask(caseId: string, attempt = 1) {
    const requestId = `${caseId}/tier-1/${attempt}`;
    const wish = { excludedAgentIds: [], preferredAgentId: null, supersedes: null };
    const request = { requestId, caseId, workflowId: `complaint:123:${caseId}`, attempt, ...wish };
    const { grants, state: next } = rotate(state, { type: 'turnRequested', request }, Date.parse(at));
    state = { ...next, version: next.version + 1 };
    const agentId = grants[0]?.agentId ?? null;
    await store.turns.append(grants.map((grant) => ({ ...key, ...grant, seq: grant.seq ?? 0 })));
    const status = agentId === null ? 'received' : 'assigned';
    await recorded(caseId, { agentId, attempt, status });
  }

  const recorded = (caseId: string, facts: Parameters<typeof buildCaseView>[0]) =>
    store.cases.record(
      buildCaseView({
        caseId,
        workflowId: `complaint:123:${caseId}`,
        updatedAt: at,
        version: (versions += 1),
        ...facts,
      }),
    );

  it('goes on with the turns dealt since, without places given back since, and with who has come to wait', async () => {
    await ask('one');
    await ask('two');
    await store.rotations.record(rotationView(state));
    await ask('three');
    await ask('four');
    await recorded('one', { agentId: 'petugas-a', status: 'resolved' });
    state = rotate(state, { type: 'released', requestId: 'one/tier-1/1' }, 0).state;
    await ask('five');
    await store.rotations.record(rotationHead(state));

    const { state: again } = await initialRotation(store, key);
    expect(again).toMatchObject({ seq: 5, nextIndex: state.nextIndex, version: state.version });
    expect(again.assignments.map(({ agentId, caseId, seq }) => [caseId, agentId, seq])).toEqual([
      ['two', 'petugas-b', 2],
      ['three', 'petugas-a', 3],
      ['four', 'petugas-b', 4],
      ['five', 'petugas-a', 5],
    ]);
    expect(again.assignments.map(({ workflowId }) => workflowId)).not.toContain('');
  });

  it('remembers who waits, and whose turn an agent lost', async () => {
    for (const caseId of ['one', 'two', 'three', 'four']) await ask(caseId);
    await store.rotations.record(rotationView(state));
    await ask('five');
    // Its agent did not acknowledge, and its second request came when the rotation was gone already.
    await recorded('two', { agentId: null, attempt: 2, formerAgentIds: ['petugas-b'], status: 'received', ...later });
    await store.rotations.record(rotationHead(state));

    const { state: again } = await initialRotation(store, key);
    expect(again.assignments.map(({ caseId }) => caseId)).toEqual(['one', 'three', 'four']);
    expect(again.waiting.map(({ excludedAgentIds, requestId }) => [requestId, excludedAgentIds])).toEqual([
      ['five/tier-1/1', []],
      ['two/tier-1/2', ['petugas-b']],
    ]);
  });

  it('is as it was recorded when its lists are up to date', async () => {
    await ask('one');
    await store.rotations.record(rotationHead(state));
    await store.rotations.record(rotationView({ ...state, version: state.version + 1 }));
    expect((await initialRotation(store, key)).state).toStrictEqual({ ...state, version: state.version + 1 });
  });
});
