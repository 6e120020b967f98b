import type { Readable } from 'node:stream';

/**
 * The bytes of attachments, always as streams. A call rejects with StoreUnavailable when the store is away; so does a
 * stream that breaks off.
 */
export interface AttachmentFiles {
  /**
   * Keeps all that `source` gives, and answers how many bytes that were. When `source` fails, or the store does, nothing
   * of it stays (unless the store is away: then `remove` does it later).
   */
  write(attachmentId: string, source: Readable): Promise<number>;
  /** Null when there are no bytes under this id. */
  read(attachmentId: string): Promise<Readable | null>;
  /** Also what is left of one that broke off. Repeating it changes nothing. */
  remove(attachmentId: string): Promise<void>;
}
