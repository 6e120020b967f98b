import type { Notification, NotificationPosition } from '../../store/notifications/notification-repository.ts';
import type { CasePosition } from '../../store/cases/case-repository.ts';
import type { Store } from '../../store/store.ts';
import type { User } from '../../store/users/user-repository.ts';
import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import { presentAccount } from '../admin/user-schemas.ts';
import type { PersonalData } from './personal-data-schema.ts';

const pageSize = 200;

/** Everything that the store keeps about one person, without secrets and their hashes. */
export async function personalDataOf(store: Store, user: User, now: string): Promise<PersonalData> {
  const { userId } = user;
  const [sessions, tokens, factor, reports, messages, attachments] = await Promise.all([
    ...([store.sessions.ofUser(userId), store.tokens.ofUser(userId), store.secondFactors.find(userId)] as const),
    ...([store.reports.ofPerson(userId), store.messages.ofAuthor(userId)] as const),
    store.attachments.ofUploader(userId),
  ]);
  const [news, reported, held] = [
    await newsOf(store, userId, now),
    await casesOf(store, { reporterId: userId }),
    await casesOf(store, { agentId: userId }),
  ];
  return {
    account: presentAccount(user),
    mail: { language: user.language ?? null, choices: { ...user.mailChoices } },
    secondFactorSince: factor?.enabledAt ?? null,
    sessions: sessions.map(({ browser = null, system = null, createdAt, lastSeenAt = null, expiresAt }) => {
      return { browser, system, createdAt, lastSeenAt, expiresAt };
    }),
    tokens: tokens.map(({ name, createdAt, expiresAt }) => ({ name, createdAt, expiresAt })),
    reports: reports.map(({ reportId, candidate, submitterId, enteredById, systemId, category, ...report }) => ({
      ...{ id: reportId, number: candidate.number, complaintId: report.placedCaseId, submitterId, enteredById },
      ...{ systemId, category, title: report.title, description: report.description, receivedAt: report.receivedAt },
    })),
    messages: messages.map(({ messageId, caseId, kind, text, at }) => ({
      id: messageId,
      complaintId: caseId,
      kind,
      text,
      at,
    })),
    attachments: attachments.map(({ attachmentId, fileName, mediaType, size, uploadedAt }) => {
      return { id: attachmentId, fileName, mediaType, size, uploadedAt };
    }),
    notifications: news.map(({ notificationId, kind, number, at, readAt }) => ({
      id: notificationId,
      kind,
      number,
      at,
      readAt,
    })),
    complaints: reported.map(({ caseId, number, createdAt, ratings }) => {
      const scores = ratings.filter(({ reporterId }) => reporterId === userId).map(({ score }) => score);
      return { id: caseId, number, createdAt, scores };
    }),
    assigned: held.map(({ caseId, number, createdAt }) => ({ id: caseId, number, createdAt })),
    availability: await availabilityOf(store, user),
    openPages: (await store.presences.ofUser(userId)).map(({ caseId, seenAt }) => ({ complaintId: caseId, seenAt })),
  };
}

/** All that somebody was told and that is still kept. */
export async function newsOf(store: Store, userId: string, now: string): Promise<Notification[]> {
  const found: Notification[] = [];
  let after: NotificationPosition | null = null;
  do {
    const page = await store.notifications.list(userId, { now, limit: pageSize, ...(after && { after }) });
    found.push(...page.items);
    after = page.next;
  } while (after !== null);
  return found;
}

async function casesOf(store: Store, filter: { reporterId: string } | { agentId: string }): Promise<CaseView[]> {
  const found: CaseView[] = [];
  let after: CasePosition | null = null;
  do {
    const page = await store.cases.list(filter, { limit: pageSize, ...(after && { after }) });
    found.push(...page.items);
    after = page.next;
  } while (after !== null);
  return found;
}

async function availabilityOf(
  { rotations }: Store,
  { deskId, tier, userId }: User,
): Promise<PersonalData['availability']> {
  const rotation = deskId !== null && tier !== null ? await rotations.find({ deskId, tier }) : null;
  const place = rotation?.roster.find(({ agentId }) => agentId === userId);
  return place ? { availability: place.availability, turns: place.turns, openCases: place.openCases } : null;
}
