import { MockActivityEnvironment } from '@temporalio/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EnginePort } from '../../activities/engine-port.ts';
import { rotationActivities } from '../../activities/rotation-activities.ts';
import type { CasePublisher } from '../../publishing/case-publisher.ts';
import { fakeStore } from '../../store/fake-store.ts';
import type { CaseRecord } from '../../workflows/complaint/complaint-publishing-types.ts';
import type { TurnGrant } from '../../workflows/rotation/rotation-types.ts';
import { rotationView } from '../../workflows/rotation/rotation-view.ts';
import { buildCaseView } from '../support/builders/case-view-builder.ts';
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
    return caseId === 'case-2' ? { kind: 'gone' } : { kind: 'taken', record: recordOf(caseId) };
  },
  withdrawTurn: async (_tier: unknown, { requestId }: { requestId: string }) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    sent.push(requestId);
    return 'delivered';
  },
} as unknown as EnginePort;

const published: string[] = [];
const publisher: CasePublisher = {
  publish: async ({ view: { caseId } }) => {
    published.push(caseId);
    return Promise.resolve();
  },
};

beforeEach(() => {
  sent.splice(0);
  published.splice(0);
});

function recordOf(caseId: string): CaseRecord {
  return { view: buildCaseView({ caseId }), entries: [], placedReportIds: [], texts: [], releases: [] };
}

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
    const { dealTurns } = rotationActivities({ store, engine, publisher });
    const dealt = await env.run(dealTurns, { grants, view });
    expect(dealt).toEqual({ undeliverableRequestIds: ['case-2/tier-1/1'] });
    expect(beats.length).toBeGreaterThan(1);
    const [first] = beats as { sentRequestIds: string[] }[];
    expect(first?.sentRequestIds.length).toSatisfy((count: number) => count > 0 && count < grants.length);
    expect(await store.turns.list(view, { after: 0, limit: 99 })).toHaveLength(grants.length);
    expect(published.sort()).toEqual(
      grants
        .map(({ caseId }) => caseId)
        .filter((id) => id !== 'case-2')
        .sort(),
    );
  });

  it('brings every case its agent while the store is away, and publishes what is missing in the next attempt', async () => {
    const { beats, env } = environment();
    const store = fakeStore();
    let isAway = true;
    const away: CasePublisher = {
      publish: (record) => (isAway ? Promise.reject(new Error('no store')) : publisher.publish(record)),
    };
    const { dealTurns } = rotationActivities({ store, engine, publisher: away });
    await expect(env.run(dealTurns, { grants, view })).rejects.toThrow('no store');
    expect(sent).toHaveLength(grants.length);
    expect(published).toEqual([]);

    isAway = false;
    const { env: next } = environment(beats.at(-1));
    await next.run(dealTurns, { grants, view });
    expect(published).toHaveLength(grants.length - 1);
    expect(await store.turns.list(view, { after: 0, limit: 99 })).toHaveLength(grants.length);
  });

  it('asks no second case once one has not answered', async () => {
    const { env } = environment();
    const manners: boolean[] = [];
    const silent = {
      grantTurn: (_key: unknown, _grant: TurnGrant, { patiently }: { patiently: boolean }) => {
        manners.push(patiently);
        return Promise.resolve({ kind: 'left' as const });
      },
    } as unknown as EnginePort;
    const { dealTurns } = rotationActivities({ store: fakeStore(), engine: silent, publisher });
    await env.run(dealTurns, { grants, view });
    // Those that were under way together; see `parallelSends`.
    expect(manners.filter(Boolean).length).toBeLessThanOrEqual(16);
    expect(manners.at(-1)).toBe(false);
  });

  it('goes on where the attempt before it has stopped', async () => {
    const requestIds = grants.map(({ requestId }) => requestId);
    const progress = { sentRequestIds: requestIds.slice(0, 39), undeliverableRequestIds: [requestIds[2]] };
    const { env } = environment(progress);
    const { dealTurns } = rotationActivities({ store: fakeStore(), engine, publisher });
    const dealt = await env.run(dealTurns, { grants, view });
    expect(sent).toEqual(requestIds.slice(39));
    expect(dealt).toEqual({ undeliverableRequestIds: [requestIds[2]] });
  });

  it('that is taken back does the same', async () => {
    const { beats, env } = environment();
    const { withdrawTurns } = rotationActivities({ store: fakeStore(), engine, publisher });
    await env.run(withdrawTurns, { tier: 'tier-1' as const, withdrawals: grants });
    expect(beats.length).toBeGreaterThan(1);
    await vi.waitFor(() => expect(sent).toHaveLength(grants.length));
  });
});
