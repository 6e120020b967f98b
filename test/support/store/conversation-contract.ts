import { describe, expect, it } from 'vitest';
import type { Message } from '../../../store/messages/message-repository.ts';
import { UnstorableText } from '../../../store/store-errors.ts';
import { nextBuilt } from '../builders/built-counter.ts';
import type { StoreUnderTest } from './store-under-test.ts';

function buildMessage(overrides: Partial<Message> = {}): Message {
  return {
    ...{ messageId: `message-${nextBuilt()}`, caseId: 'case', kind: 'reply', authorId: 'xyz', authorRole: 'submitter' },
    ...{ text: 'Sudah dicoba', at: '2026-11-24T01:00:00.000Z', attachmentIds: [], delivery: 'pending' },
    ...overrides,
  };
}

export function conversationContract(store: StoreUnderTest): void {
  describe('conversations', () => {
    it('come oldest first, page by page, without reasons and what was refused', async () => {
      const caseId = `case-${nextBuilt()}`;
      const at = (no: number) => `2026-11-24T01:00:00.00${no}Z`;
      const [second, first, third] = [2, 1, 2].map((no) => buildMessage({ caseId, at: at(no) }));
      const others = [{ kind: 'resolution' as const }, { delivery: 'refused' as const }, { caseId: 'other' }];
      for (const message of [second, first, third]) if (message) await store().messages.insert(message);
      for (const other of others) await store().messages.insert(buildMessage({ caseId, ...other }));
      const whole = [first, ...[second, third].sort((a, b) => ((a?.messageId ?? '') < (b?.messageId ?? '') ? -1 : 1))];
      const query = { caseId, submitterId: null };
      expect(await store().messages.conversation({ ...query, limit: 9 })).toStrictEqual(whole);
      expect(await store().messages.conversation({ ...query, limit: 2 })).toStrictEqual(whole.slice(0, 2));
      const after = { at: whole[1]?.at ?? '', messageId: whole[1]?.messageId ?? '' };
      expect(await store().messages.conversation({ ...query, after, limit: 9 })).toStrictEqual(whole.slice(2));
    });

    it('show a submitter what they wrote and what staff replied, no note and nobody else', async () => {
      const caseId = `case-${nextBuilt()}`;
      const own = buildMessage({ caseId, at: '2026-11-24T01:00:00.001Z' });
      const foreign = buildMessage({ caseId, authorId: 'abc' });
      const staff = { caseId, authorId: 'petugas-a', authorRole: 'agent' };
      const reply = buildMessage({ ...staff, at: '2026-11-24T01:00:00.002Z' });
      const note = buildMessage({ ...staff, kind: 'note' });
      for (const message of [own, foreign, reply, note]) await store().messages.insert(message);
      const seen = await store().messages.conversation({ caseId, submitterId: 'xyz', limit: 9 });
      expect(seen).toStrictEqual([own, reply]);
      expect(await store().messages.conversation({ caseId, submitterId: null, limit: 9 })).toHaveLength(4);
    });

    it('are pending until they are settled, once', async () => {
      const year = 3000 + nextBuilt();
      const message = buildMessage({ at: `${year}-01-01T00:00:00.000Z`, attachmentIds: ['a', 'b'] });
      expect(await store().messages.insert(message)).toBe(true);
      expect(await store().messages.insert({ ...message, text: 'again' })).toBe(false);
      const { messageId } = message;
      const pending = async (before: string) =>
        (await store().messages.pending({ before, limit: 1000 })).filter((one) => one.messageId === messageId);
      expect(await pending(`${year}-01-01T00:00:00.001Z`)).toStrictEqual([message]);
      expect(await pending(message.at)).toEqual([]);
      await store().messages.settle({ messageId, delivery: 'delivered' });
      await store().messages.settle({ messageId, delivery: 'refused' });
      expect(await store().messages.findMany([messageId])).toStrictEqual([{ ...message, delivery: 'delivered' }]);
      expect(await pending(`${year}-01-01T00:00:00.001Z`)).toEqual([]);
    });

    it('hold no text that not every store can keep', async () => {
      const message = buildMessage({ text: 'a\u0000b' });
      await expect(store().messages.insert(message)).rejects.toThrow(UnstorableText);
    });
  });

  describe('saved replies', () => {
    it('are kept by version, listed by title, and removed', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const reply = (title: string) => ({
        ...{ savedReplyId: `reply-${nextBuilt()}`, deskId, title, version: 1, updatedAt: '2026-11-24T01:00:00.000Z' },
        text: { id: 'Sudah selesai', en: 'Done' },
      });
      const [second, first] = [reply('b'), reply('A')];
      expect(await store().savedReplies.record(second)).toBe(true);
      expect(await store().savedReplies.record(first)).toBe(true);
      expect(await store().savedReplies.record({ ...first, title: 'stale' })).toBe(false);
      expect(await store().savedReplies.ofDesk(deskId)).toStrictEqual([first, second]);
      const newer = { ...first, title: 'c', version: 2 };
      expect(await store().savedReplies.record(newer)).toBe(true);
      expect(await store().savedReplies.ofDesk(deskId)).toStrictEqual([second, newer]);
      await store().savedReplies.remove(first.savedReplyId);
      await store().savedReplies.remove(first.savedReplyId);
      expect(await store().savedReplies.find(first.savedReplyId)).toBeNull();
      expect(await store().savedReplies.find(second.savedReplyId)).toStrictEqual(second);
    });
  });
}
