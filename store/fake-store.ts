import { fakeAnswerIntents } from './answer-intents/answer-intent-fake.ts';
import { fakeAttachmentFiles, fakeAttachments } from './attachments/attachment-fake.ts';
import { fakeCases } from './cases/case-fake.ts';
import { fakeChanges } from './changes/change-fake.ts';
import { fakeDesks } from './desks/desk-fake.ts';
import { fakeIncidents } from './incidents/incident-fake.ts';
import { guardedRepository, type CallGuard } from './kernel/guarded-repository.ts';
import { fakeMails } from './mails/mail-fake.ts';
import { fakeMessages } from './messages/message-fake.ts';
import { fakeOfficeServerViews } from './office-server-views/office-server-view-fake.ts';
import { fakeNotifications } from './notifications/notification-fake.ts';
import { fakeOfficeServers } from './office-servers/office-server-fake.ts';
import { fakeOffices } from './offices/office-fake.ts';
import { fakePresences } from './presences/presence-fake.ts';
import { fakeReports } from './reports/report-fake.ts';
import { fakeRotations } from './rotations/rotation-fake.ts';
import { fakeServerSessions } from './server-sessions/server-session-fake.ts';
import { fakeSavedReplies } from './saved-replies/saved-reply-fake.ts';
import { fakeSecondFactors } from './second-factors/second-factor-fake.ts';
import { fakeSessions } from './sessions/session-fake.ts';
import { StoreUnavailable } from './store-errors.ts';
import type { Store } from './store.ts';
import { fakeSystems } from './systems/system-fake.ts';
import { fakeTimelines } from './timelines/timeline-fake.ts';
import { fakeTokens } from './tokens/token-fake.ts';
import { fakeTurns } from './turns/turn-fake.ts';
import { fakeUsers } from './users/user-fake.ts';
import { fakeDeliveries } from './webhooks/delivery-fake.ts';
import { fakeWebhooks } from './webhooks/webhook-fake.ts';

/**
 * A store in memory that passes the same contract suite as the real one. While `available` answers false, every call
 * rejects with StoreUnavailable, as a dead store would.
 */
export function fakeStore({ available = () => true }: { available?: () => boolean } = {}): Store {
  const guard: CallGuard = async (call) => {
    if (!available()) throw new StoreUnavailable('the fake is switched off');
    return call();
  };
  return {
    cases: guardedRepository(fakeCases(), guard),
    incidents: guardedRepository(fakeIncidents(), guard),
    timelines: guardedRepository(fakeTimelines(), guard),
    reports: guardedRepository(fakeReports(), guard),
    messages: guardedRepository(fakeMessages(), guard),
    answerIntents: guardedRepository(fakeAnswerIntents(), guard),
    presences: guardedRepository(fakePresences(), guard),
    savedReplies: guardedRepository(fakeSavedReplies(), guard),
    attachments: guardedRepository(fakeAttachments(), guard),
    attachmentFiles: fakeAttachmentFiles(guard),
    rotations: guardedRepository(fakeRotations(), guard),
    turns: guardedRepository(fakeTurns(), guard),
    desks: guardedRepository(fakeDesks(), guard),
    offices: guardedRepository(fakeOffices(), guard),
    systems: guardedRepository(fakeSystems(), guard),
    officeServers: guardedRepository(fakeOfficeServers(), guard),
    officeServerViews: guardedRepository(fakeOfficeServerViews(), guard),
    serverSessions: guardedRepository(fakeServerSessions(), guard),
    users: guardedRepository(fakeUsers(), guard),
    sessions: guardedRepository(fakeSessions(), guard),
    secondFactors: guardedRepository(fakeSecondFactors(), guard),
    tokens: guardedRepository(fakeTokens(), guard),
    changes: guardedRepository(fakeChanges(), guard),
    notifications: guardedRepository(fakeNotifications(), guard),
    mails: guardedRepository(fakeMails(), guard),
    webhooks: guardedRepository(fakeWebhooks(), guard),
    deliveries: guardedRepository(fakeDeliveries(), guard),
    ping: () => guard(async () => undefined),
    close: async () => undefined,
  };
}
