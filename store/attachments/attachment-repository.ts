/** One uploaded file, as far as it is not its bytes. Never changed, but that its name may go. */
export interface Attachment {
  /** 128 random bits: the only name that the bytes have in the store. */
  attachmentId: string;
  uploaderId: string;
  /** What people see; made harmless before it came here. */
  fileName: string;
  /** What the content was found to be, not what the sender called it. */
  mediaType: string;
  /** Bytes. */
  size: number;
  /** ISO 8601 UTC */
  uploadedAt: string;
}

/** What a file was sent with. Nobody else's is ever seen through it. */
export interface AttachmentOwner {
  kind: 'report' | 'message' | 'sweep';
  id: string;
}

/** A file that was begun and is not known to be used: its upload may have broken off, or nobody sent it with anything. */
export interface LooseUpload {
  attachmentId: string;
  uploaderId: string;
  /** ISO 8601 UTC */
  begunAt: string;
}

export interface AttachmentRepository {
  /** Written before the first byte, so that whatever breaks off is found and swept. */
  begin(upload: LooseUpload): Promise<void>;
  /** Once its bytes are kept. Repeating it changes nothing. */
  insert(attachment: Attachment): Promise<void>;
  /** Those that are known, each once, in the order asked. */
  findMany(attachmentIds: string[]): Promise<Attachment[]>;
  /** What one person has uploaded, oldest first. */
  ofUploader(uploaderId: string): Promise<Attachment[]>;
  /** Puts `fileName` in place of what it was called, for good. Repeating it changes nothing. */
  blank(attachment: { attachmentId: string; fileName: string }): Promise<void>;
  /**
   * Gives a file to its one owner, by a unique insert: of several that race one wins. Answers who owns it now; repeating
   * it for the same owner changes nothing.
   */
  bind(attachmentId: string, owner: AttachmentOwner): Promise<AttachmentOwner>;
  ownerOf(attachmentId: string): Promise<AttachmentOwner | null>;
  /** No longer loose: it is used, or gone. */
  settle(attachmentId: string): Promise<void>;
  /** How many loose uploads somebody has, counted up to `limit`. */
  countLoose(uploaderId: string, limit: number): Promise<number>;
  /** Loose since before `before` (ISO 8601 UTC), oldest first. */
  loose(query: { before: string; limit: number }): Promise<LooseUpload[]>;
  /** Forgets what is known of the file, its owner excepted: an id is never given out twice. */
  remove(attachmentId: string): Promise<void>;
}
