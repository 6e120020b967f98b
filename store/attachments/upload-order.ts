import type { Attachment } from './attachment-repository.ts';

/** Ties by id. */
export function byUpload(one: Attachment, other: Attachment): number {
  if (one.uploadedAt !== other.uploadedAt) return one.uploadedAt < other.uploadedAt ? -1 : 1;
  return one.attachmentId < other.attachmentId ? -1 : 1;
}
