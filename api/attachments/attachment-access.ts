import type { Attachment } from '../../store/attachments/attachment-repository.ts';
import type { Message } from '../../store/messages/message-repository.ts';
import type { Store } from '../../store/store.ts';
import type { Actor } from '../auth/actor.ts';
import type { Resource } from '../auth/policy.ts';
import { findCase } from '../complaints/complaint-lookup.ts';

/** A file as somebody asked for it; it fits the policy as a resource. */
export interface FoundAttachment extends Resource {
  attachment: Attachment;
}

/** With a report: its desk's staff (the desk of its case, which may have been corrected), and whose report it is. */
async function scopeOfReport(store: Store, reportId: string): Promise<Resource | null> {
  const report = await store.reports.find(reportId);
  if (report === null) return null;
  const view = report.placedCaseId === null ? null : await store.cases.find(report.placedCaseId);
  return { deskId: view?.deskId ?? report.deskId, submitterId: report.submitterId };
}

/** Which reporters may read a message: none a note, all what staff replied, and what a submitter wrote that one alone. */
function readersOf(message: Message, reporterIds: string[]): string[] {
  if (message.kind !== 'reply' || message.delivery === 'refused') return [];
  return message.authorRole === 'submitter' ? [message.authorId] : reporterIds;
}

async function scopeOfMessage(store: Store, messageId: string, actor: Actor): Promise<Resource | null> {
  const [message] = await store.messages.findMany([messageId]);
  const found = message === undefined ? null : await findCase(store, message.caseId, actor);
  if (message === undefined || found === null) return null;
  return { deskId: found.deskId, reporterIds: readersOf(message, found.reporterIds) };
}

/** A file, and who may read it: what it was sent with decides that; with nothing yet, only its uploader. */
export async function findAttachment(
  store: Store,
  attachmentId: string,
  actor: Actor,
): Promise<FoundAttachment | null> {
  const [attachment] = await store.attachments.findMany([attachmentId]);
  if (attachment === undefined) return null;
  const owner = await store.attachments.ownerOf(attachmentId);
  const scope: Record<'report' | 'message' | 'sweep', () => Promise<Resource | null>> = {
    report: () => scopeOfReport(store, owner?.id ?? ''),
    message: () => scopeOfMessage(store, owner?.id ?? '', actor),
    sweep: async () => null,
  };
  const found = owner === null ? { uploaderId: attachment.uploaderId } : await scope[owner.kind]();
  return found && { ...found, attachment };
}
