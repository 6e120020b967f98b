import { createHash } from 'node:crypto';
import { presenceIdOf } from '../../store/presences/presence-repository.ts';
import type { Store } from '../../store/store.ts';
import { anonymised } from '../admin/chain-verification.ts';
import { recordEvent } from '../admin/audit-trail.ts';
import { revisions, type Author } from '../admin/revision.ts';
import { userSubject } from '../admin/user-subject.ts';
import { newsOf } from './personal-data.ts';

/** What stands where somebody's words were, for readers of both languages. */
const blankedWords = '[dihapus atas permintaan / removed on request]';

/** What a person is called who is not to be known any more. */
const nobodysName = 'Anonim';

/**
 * Takes the person out of an account that was shut before: name, sign-in, mail, whatever was written. Ids stay, so that
 * histories, turns and the audit still hold; they lead to nobody. Each step can be repeated, so that sending it again
 * completes what broke off.
 */
export async function anonymisePerson(
  store: Store,
  userId: string,
  { reason, ...author }: Author & { reason: string },
) {
  await recordEvent(store, {
    ...author,
    kind: 'personalData',
    subjectId: userId,
    action: anonymised,
    after: { reason },
  });
  await endAccess(store, userId);
  await blankWords(store, userId);
  await forgetNews(store, userId, author.at);
  const { revise } = revisions(store.changes, userSubject(store));
  const username = `anonim-${createHash('sha256').update(userId).digest('hex').slice(0, 12)}`;
  const user = await revise(userId, {
    ...author,
    action: anonymised,
    forgets: true,
    change: (current) => ({ ...current, name: nobodysName, username, email: null }),
  });
  await store.changes.erase({ kind: 'user', subjectId: userId, below: user.version ?? 1 });
  return user;
}

async function endAccess({ sessions, secondFactors, tokens, users }: Store, userId: string): Promise<void> {
  const owned = await tokens.ofUser(userId);
  await Promise.all([
    ...owned.map(({ tokenId }) => tokens.remove(tokenId)),
    ...[sessions.removeOfUser(userId), secondFactors.remove(userId), users.clearSecrets(userId)],
  ]);
}

/** One after another: nobody waits for it, and a store that is busy with people is left to them. */
async function blankWords({ attachmentFiles, attachments, messages, reports }: Store, userId: string): Promise<void> {
  const sent = (await reports.ofPerson(userId)).filter(({ submitterId }) => submitterId === userId);
  for (const { reportId } of sent) await reports.blank({ reportId, words: blankedWords });
  for (const { messageId } of await messages.ofAuthor(userId)) await messages.blank({ messageId, words: blankedWords });
  for (const { attachmentId, fileName } of await attachments.ofUploader(userId)) {
    const ending = /\.[a-z0-9]{1,8}$/i.exec(fileName)?.[0] ?? '';
    await attachmentFiles.remove(attachmentId);
    await attachments.blank({ attachmentId, fileName: `berkas${ending}` });
  }
}

/** A mail server's words name the address that it refused. */
async function forgetNews(store: Store, userId: string, now: string): Promise<void> {
  for (const { notificationId } of await newsOf(store, userId, now)) {
    const mail = await store.mails.find(notificationId);
    if (mail === null || mail.detail === null) continue;
    const { state, attempts, unsure, updatedAt } = mail;
    await store.mails.recordAttempt(notificationId, { state, attempts, unsure, updatedAt, detail: null });
  }
  await store.presences.removeMany((await store.presences.ofUser(userId)).map(presenceIdOf));
}
