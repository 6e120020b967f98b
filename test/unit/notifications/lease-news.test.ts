import { beforeEach, describe, expect, it } from 'vitest';
import { createNotifier } from '../../../publishing/notifier.ts';
import { officeServerActivities } from '../../../activities/office-server-activities.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import type { Store } from '../../../store/store.ts';
import { notificationSentence } from '../../../workflows/notifications/notification-texts.ts';
import { emptyServer, lease } from '../../../workflows/office-server/office-server-state.ts';
import type { OfficeServerEvent } from '../../../workflows/office-server/office-server-types.ts';
import { officeServerView } from '../../../workflows/office-server/office-server-view.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';
import { buildUser } from '../../support/builders/user-builder.ts';

const morning = Date.parse('2026-11-24T01:00:00.000Z');
const half = 30 * 60_000;

let store: Store;
let mailed: string[];
let publish: (event: OfficeServerEvent, now?: number) => Promise<void>;

beforeEach(async () => {
  store = fakeStore();
  mailed = [];
  for (const agentId of ['a', 'b']) {
    await store.cases.record(buildCaseView({ caseId: `case-${agentId}`, number: `261124-${agentId}`, agentId }));
  }
  await store.users.insert(
    buildUser({ userId: 'a', username: 'a', email: 'a@x.example', mailChoices: { leaseEnded: true } }),
  );
  await store.users.insert(buildUser({ userId: 'b', username: 'b', email: 'b@x.example' }));
  const outbox = { mailing: (id: string) => void mailed.push(id), delivery: () => undefined };
  const notifier = createNotifier({ store, outbox, mails: true });
  const { publishSessions } = officeServerActivities({ store, notifier });
  let state = emptyServer({ officeId: '123', serverId: 'srv-123', limit: 1 });
  publish = async (event, now = morning + 60_000) => {
    const leased = lease(state, event, now);
    if (leased.outcome !== 'changed') throw new Error(leased.outcome);
    state = leased.state;
    const told = { view: officeServerView(state), news: leased.news };
    // An activity may run twice.
    await publishSessions(told);
    await publishSessions(told);
  };
  await publish(ask('a'), morning);
  await publish(ask('b'), morning);
});

const ask = (agentId: string): OfficeServerEvent => ({
  type: 'requested',
  request: { sessionId: `s-${agentId}`, caseId: `case-${agentId}`, agentId, caseVersion: 1, minutes: 30 },
});
const end = (agentId: string, by: string): OfficeServerEvent => ({
  type: 'ended',
  action: { sessionId: `s-${agentId}`, actor: { id: by, role: by === 'pengawas' ? 'supervisor' : 'agent' } },
  reason: by === 'pengawas' ? 'perawatan' : null,
});
const newsOf = async (agentId: string) =>
  (await store.notifications.list(agentId, { now: '2026-11-25T00:00:00.000Z', limit: 10 })).items;
const kindsOf = async (agentId: string) => (await newsOf(agentId)).map(({ kind, number }) => `${kind} ${number}`);

describe('whose session ends', () => {
  it('by a supervisor: its holder is told once, and mailed since they have chosen so', async () => {
    await publish(end('a', 'pengawas'));
    expect(await kindsOf('a')).toEqual(['leaseEnded 261124-a']);
    expect(await kindsOf('b')).toEqual(['leaseGranted 261124-b']);
    const [news] = await newsOf('a');
    expect(new Set(mailed)).toEqual(new Set([news?.notificationId]));
    expect(JSON.stringify(news)).not.toContain('perawatan');
  });

  it('by a supervisor while it waits: who waited is told too', async () => {
    await publish(end('b', 'pengawas'));
    expect(await kindsOf('b')).toEqual(['leaseEnded 261124-b']);
    expect(mailed).toEqual([]);
  });

  it('because its time is over: its holder is told, at that time', async () => {
    await publish({ type: 'timePassed' }, morning + half);
    expect(await newsOf('a')).toMatchObject([
      { kind: 'leaseEnded', at: '2026-11-24T01:30:00.000Z', serverId: 'srv-123' },
    ]);
  });

  it('by their own doing, or with the case: they know', async () => {
    await publish(end('a', 'a'));
    await publish({ type: 'caseLeft', left: { caseId: 'case-b', agentId: 'b', caseVersion: 5 } });
    expect([await kindsOf('a'), await kindsOf('b')]).toEqual([[], ['leaseGranted 261124-b']]);
  });
});

it('it is said in both languages', () => {
  const values = { number: '261124-a', server: 'Server 123' };
  expect(notificationSentence('id', 'leaseEnded', values)).toMatch(
    /^Sesi Anda di Server 123 .*261124-a sudah berakhir/,
  );
  expect(notificationSentence('en', 'leaseEnded', values)).toMatch(/^Your session on Server 123 .*261124-a has ended/);
});
