import { Readable } from 'node:stream';
import type { TestApi } from '../api/test-api.ts';
import { buildNotification } from '../builders/notification-builder.ts';
import { buildUser } from '../builders/user-builder.ts';
import type { AccessCase } from './access-cases.ts';

const at = '2026-11-24T01:00:00.000Z';

/** Whatever else a call can be about, each made anew, since a call may use it up. */
export function accessThings({ store }: TestApi) {
  let made = 0;
  const next = (kind: string) => `${kind}-uji-${(made += 1)}`;

  /** The bytes are there too. */
  const newFile = async (uploaderId: string): Promise<string> => {
    const attachmentId = next('file');
    const looks = { fileName: 'layar.png', mediaType: 'image/png', size: 1, uploadedAt: at };
    await store.attachmentFiles.write(attachmentId, Readable.from([Buffer.from('x')]));
    await store.attachments.insert({ attachmentId, uploaderId, ...looks });
    return attachmentId;
  };

  return {
    next,
    newFile,
    /** With the report that opened the case. */
    async fileOfReport({ reporterId, reportId }: AccessCase): Promise<string> {
      const id = await newFile(reporterId);
      await store.attachments.bind(id, { kind: 'report', id: reportId });
      return id;
    },
    /** With what the case's supervisor has written. */
    async fileOfMessage({ caseId }: AccessCase, kind: 'reply' | 'note'): Promise<string> {
      const [id, messageId] = [await newFile('pengawas'), next('message')];
      const author = { authorId: 'pengawas', authorRole: 'supervisor', delivery: 'delivered' } as const;
      await store.messages.insert({ messageId, caseId, kind, text: 'x', at, attachmentIds: [id], ...author });
      await store.attachments.bind(id, { kind: 'message', id: messageId });
      return id;
    },
    async newToken(userId: string): Promise<string> {
      const tokenId = next('token');
      await store.tokens.insert({ tokenId, tokenHash: tokenId, userId, name: 'x', createdAt: at, expiresAt: null });
      return tokenId;
    },
    async newNotification(recipientId: string): Promise<string> {
      const notification = buildNotification({ recipientId });
      await store.notifications.append([notification]);
      return notification.notificationId;
    },
    async newSavedReply(): Promise<string> {
      const savedReplyId = next('saved-reply');
      const reply = { savedReplyId, deskId: 'layanan', title: 'x', text: { id: 'x', en: 'x' }, updatedAt: at };
      await store.savedReplies.record({ ...reply, version: 1 });
      return savedReplyId;
    },
    async newWebhook(): Promise<string> {
      const webhookId = next('webhook');
      const kept = { url: 'https://kait.example/', events: ['*'], description: '', secret: 'x', active: true };
      await store.webhooks.insert({ webhookId, ...kept, createdBy: 'admin', createdAt: at, updatedAt: at });
      return webhookId;
    },
    async newDelivery(webhookId: string): Promise<string> {
      const deliveryId = next('delivery');
      const sent = { event: 'assigned', caseId: 'case', body: '{}', state: 'failed', attempts: 1 } as const;
      const unanswered = { lastStatus: null, lastError: null, createdAt: at, lastAttemptAt: at };
      await store.deliveries.append([{ deliveryId, webhookId, ...sent, ...unanswered }]);
      return deliveryId;
    },
    async newOffice(): Promise<string> {
      const officeId = next('kantor');
      await store.offices.insert({ officeId, name: 'Kantor' });
      return officeId;
    },
    async newSystem(): Promise<string> {
      const systemId = next('sistem');
      await store.systems.insert({ systemId, name: 'Sistem', deskId: 'layanan' });
      return systemId;
    },
    /** On no roster yet. */
    async newAgent({ withSecondFactor = false, active = true } = {}): Promise<string> {
      const { userId } = buildUser();
      await store.users.insert(buildUser({ userId, username: userId, rosterPosition: null, active }));
      const secret = { sealedSecret: 'x', recoverySalt: '00' };
      if (withSecondFactor) await store.secondFactors.insert({ userId, factorId: userId, ...secret, enabledAt: at });
      return userId;
    },
  };
}
