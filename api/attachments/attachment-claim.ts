import type { AttachmentOwner } from '../../store/attachments/attachment-repository.ts';
import type { Store } from '../../store/store.ts';
import { Problem } from '../http/problem.ts';

type AttachmentStore = { store: Pick<Store, 'attachments'> };

export interface Claim {
  attachmentIds: string[];
  /** Who sends them: only what they have uploaded themselves may go along. */
  actorId: string;
  owner: AttachmentOwner;
}

function unusable(index: number): Problem {
  const fault = { in: 'body', pointer: `#/attachmentIds/${index}`, code: 'unknown_reference' } as const;
  return new Problem('unknown_attachment', { faults: [fault] });
}

const isSame = (one: AttachmentOwner, other: AttachmentOwner) => one.kind === other.kind && one.id === other.id;

/** @throws Problem too_many_attachments */
export function demandFewAttachments(attachmentIds: string[], maximum: number): void {
  if (attachmentIds.length <= maximum) return;
  const fault = { in: 'body', pointer: '#/attachmentIds', code: 'too_long', values: { maximum } } as const;
  throw new Problem('too_many_attachments', { values: { maximum }, faults: [fault] });
}

/**
 * Gives the sender's own, unused files to the report or message that they come with; a unique insert sees to it that each
 * goes along only once. All are looked at before any is given. Repeating it for the same owner changes nothing.
 *
 * It comes before the owner is stored: a report never names a file that is not its own. Should the owner not come to be,
 * the sweeper removes its files.
 * @throws Problem unknown_attachment, pointing to the first that is not there, not theirs, or with something else
 */
export async function claimAttachments({ store }: AttachmentStore, claim: Claim): Promise<void> {
  const { actorId, attachmentIds, owner } = claim;
  if (attachmentIds.length === 0) return;
  const found = new Map((await store.attachments.findMany(attachmentIds)).map((each) => [each.attachmentId, each]));
  const owners = await Promise.all(attachmentIds.map((id) => store.attachments.ownerOf(id)));
  for (const [index, id] of attachmentIds.entries()) {
    const current = owners[index] ?? null;
    const isFree = current === null || isSame(current, owner);
    if (found.get(id)?.uploaderId !== actorId || !isFree) throw unusable(index);
  }
  for (const [index, id] of attachmentIds.entries()) {
    if (!isSame(await store.attachments.bind(id, owner), owner)) throw unusable(index);
  }
}

/** They are used: no sweep needs to look at them. One that is lost here is found to be used by the sweeper. */
export async function settleAttachments({ store }: AttachmentStore, attachmentIds: string[]): Promise<void> {
  await Promise.all(attachmentIds.map((id) => store.attachments.settle(id)));
}
