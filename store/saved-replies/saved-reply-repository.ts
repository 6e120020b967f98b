/** A text that the agents of a desk send often, in both languages. */
export interface SavedReply {
  savedReplyId: string;
  deskId: string;
  title: string;
  text: { id: string; en: string };
  /** ISO 8601 UTC */
  updatedAt: string;
  version: number;
}

export interface SavedReplyRepository {
  /** Keeps it unless a newer or equal version is there: then it answers false and nothing has changed. */
  record(reply: SavedReply): Promise<boolean>;
  find(savedReplyId: string): Promise<SavedReply | null>;
  /** By title. */
  ofDesk(deskId: string): Promise<SavedReply[]>;
  remove(savedReplyId: string): Promise<void>;
}
