import { mongoAnswerIntents } from './answer-intents/answer-intent-mongo.ts';
import { gridFsAttachmentFiles } from './attachments/attachment-gridfs.ts';
import { mongoAttachments } from './attachments/attachment-mongo.ts';
import { mongoCases } from './cases/case-mongo.ts';
import { mongoChanges } from './changes/change-mongo.ts';
import { mongoDesks } from './desks/desk-mongo.ts';
import { mongoIncidents } from './incidents/incident-mongo.ts';
import { guardedRepository, type CallGuard } from './kernel/guarded-repository.ts';
import { sharedReads } from './kernel/shared-reads.ts';
import type { StoreAddress } from './kernel/store-address.ts';
import { StoreConnection } from './kernel/store-connection.ts';
import { mongoMails } from './mails/mail-mongo.ts';
import { mongoMessages } from './messages/message-mongo.ts';
import { mongoOfficeServerViews } from './office-server-views/office-server-view-mongo.ts';
import { mongoNotifications } from './notifications/notification-mongo.ts';
import { mongoOfficeServers } from './office-servers/office-server-mongo.ts';
import { mongoOffices } from './offices/office-mongo.ts';
import { mongoPresences } from './presences/presence-mongo.ts';
import { mongoReports } from './reports/report-mongo.ts';
import { mongoRotations } from './rotations/rotation-mongo.ts';
import { mongoServerSessions } from './server-sessions/server-session-mongo.ts';
import { mongoSavedReplies } from './saved-replies/saved-reply-mongo.ts';
import { mongoSecondFactors } from './second-factors/second-factor-mongo.ts';
import { mongoSessions } from './sessions/session-mongo.ts';
import type { Store } from './store.ts';
import { mongoSystems } from './systems/system-mongo.ts';
import { mongoTimelines } from './timelines/timeline-mongo.ts';
import { mongoTokens } from './tokens/token-mongo.ts';
import { mongoTurns } from './turns/turn-mongo.ts';
import { mongoUsers } from './users/user-mongo.ts';
import { mongoDeliveries } from './webhooks/delivery-mongo.ts';
import { mongoWebhooks } from './webhooks/webhook-mongo.ts';

/**
 * Opens the real store on a connection of its own. It answers after one attempt, also when the store is down: then every
 * call rejects with StoreUnavailable at once until the store is back, which it notices by itself. Only a malformed address
 * is an error.
 */
export async function connectStore({
  uri,
  databaseName,
  serverSelectionTimeoutMs = 2_000,
}: Omit<StoreAddress, 'serverSelectionTimeoutMs'> & Partial<StoreAddress>): Promise<Store> {
  const connection = new StoreConnection({ uri, databaseName, serverSelectionTimeoutMs });
  const guard: CallGuard = (call) => connection.guard(call);
  const { mongoose } = connection;
  const store: Store = {
    cases: guardedRepository(
      sharedReads(
        mongoCases(mongoose, () => connection.sortsByIndex),
        ['find'],
      ),
      guard,
    ),
    incidents: guardedRepository(mongoIncidents(mongoose), guard),
    timelines: guardedRepository(mongoTimelines(mongoose), guard),
    reports: guardedRepository(sharedReads(mongoReports(mongoose), ['timesOfSubmitter']), guard),
    messages: guardedRepository(mongoMessages(mongoose), guard),
    answerIntents: guardedRepository(mongoAnswerIntents(mongoose), guard),
    presences: guardedRepository(mongoPresences(mongoose), guard),
    savedReplies: guardedRepository(mongoSavedReplies(mongoose), guard),
    attachments: guardedRepository(mongoAttachments(mongoose), guard),
    attachmentFiles: gridFsAttachmentFiles(mongoose, guard),
    rotations: guardedRepository(mongoRotations(mongoose), guard),
    turns: guardedRepository(mongoTurns(mongoose), guard),
    desks: guardedRepository(sharedReads(mongoDesks(mongoose), ['find']), guard),
    offices: guardedRepository(sharedReads(mongoOffices(mongoose), ['find']), guard),
    systems: guardedRepository(sharedReads(mongoSystems(mongoose), ['find']), guard),
    officeServers: guardedRepository(sharedReads(mongoOfficeServers(mongoose), ['find', 'list']), guard),
    officeServerViews: guardedRepository(mongoOfficeServerViews(mongoose), guard),
    serverSessions: guardedRepository(mongoServerSessions(mongoose), guard),
    users: guardedRepository(sharedReads(mongoUsers(mongoose), ['find']), guard),
    sessions: guardedRepository(sharedReads(mongoSessions(mongoose), ['find']), guard),
    secondFactors: guardedRepository(mongoSecondFactors(mongoose), guard),
    tokens: guardedRepository(sharedReads(mongoTokens(mongoose), ['find']), guard),
    changes: guardedRepository(mongoChanges(mongoose), guard),
    notifications: guardedRepository(mongoNotifications(mongoose), guard),
    mails: guardedRepository(mongoMails(mongoose), guard),
    webhooks: guardedRepository(mongoWebhooks(mongoose), guard),
    deliveries: guardedRepository(mongoDeliveries(mongoose), guard),
    ping: (timeoutMs) => connection.ping(timeoutMs),
    close: () => connection.close(),
  };
  await connection.start();
  return store;
}
