import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EnginePort } from '../../activities/engine-port.ts';
import { rotationActivities } from '../../activities/rotation-activities.ts';
import { fakeStore } from '../../store/fake-store.ts';
import type { TurnGrant } from '../../workflows/rotation/rotation-types.ts';
import { rotationView } from '../../workflows/rotation/rotation-view.ts';
import { emptyRotation } from '../unit/workflows/empty-rotation.ts';

const view = rotationView(emptyRotation(['a'], 99));
const at = new Date(0).toISOString();
const grants = Array.from({ length: 40 }, (_, index): TurnGrant => {
  const caseId = `case-${index}`;
  return { requestId: `${caseId}/tier-1/1`, caseId, workflowId: caseId, attempt: 1, agentId: 'a', seq: index + 1, at };
});

const sent: string[] = [];
/** Each signal takes a while, as on a busy server; the case of the third is gone. */
const engine = {
  grantTurn: async (_key: unknown, { caseId, requestId }: TurnGrant) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    sent.push(requestId);
    return caseId === 'case-2' ? 'gone' : 'delivered';
  },
  withdrawTurn: async (_tier: unknown, { requestId }: { requestId: string }) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    sent.push(requestId);
    return 'delivered';
  },
} as unknown as EnginePort;

beforeEach(() => void sent.splice(0));

function environment(heartbeatDetails?: unknown) {
  const env = new MockActivityEnvironment({ heartbeatDetails });
  const beats: unknown[] = [];
  env.on('heartbeat', (details: unknown) => beats.push(details));
  return { env, beats };
}

describe('a batch of turns', () => {
  it('gives signs of life while it is sent, and says how far it is', async () => {
    const { beats, env } = environment();
    const store = fakeStore();
    const { dealTurns } = rotationActivities({ store, engine });
    const dealt = await env.run(dealTurns, { grants, view });
    expect(dealt).toEqual({ undeliverableRequestIds: ['case-2/tier-1/1'] });
    expect(beats.length).toBeGreaterThan(1);
    const [first] = beats as { sentRequestIds: string[] }[];
    expect(first?.sentRequestIds.length).toSatisfy((count: number) => count > 0 && count < grants.length);
    expect(await store.turns.list(view, { after: 0, limit: 99 })).toHaveLength(grants.length);
  });

  it('goes on where the attempt before it has stopped', async () => {
    const requestIds = grants.map(({ requestId }) => requestId);
    const progress = { sentRequestIds: requestIds.slice(0, 39), undeliverableRequestIds: [requestIds[2]] };
    const { env } = environment(progress);
    const { dealTurns } = rotationActivities({ store: fakeStore(), engine });
    const dealt = await env.run(dealTurns, { grants, view });
    expect(sent).toEqual(requestIds.slice(39));
    expect(dealt).toEqual({ undeliverableRequestIds: [requestIds[2]] });
  });

  it('that is taken back does the same', async () => {
    const { beats, env } = environment();
    const { withdrawTurns } = rotationActivities({ store: fakeStore(), engine });
    await env.run(withdrawTurns, { tier: 'tier-1' as const, withdrawals: grants });
    expect(beats.length).toBeGreaterThan(1);
    await vi.waitFor(() => expect(sent).toHaveLength(grants.length));
  });
});
