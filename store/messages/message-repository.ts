/** A text that belongs to a case: the workflow carries only its id. */
export interface Message {
  messageId: string;
  caseId: string;
  kind: 'resolution' | 'escalationReason' | 'reply' | 'note' | 'reason' | 'comment';
  authorId: string;
  text: string;
  /** ISO 8601 UTC */
  at: string;
}

export interface MessageRepository {
  /** Inserts once by `messageId`; repeating it changes nothing. */
  insert(message: Message): Promise<void>;
  /** Those that are known, each once, in the order asked. */
  findMany(messageIds: string[]): Promise<Message[]>;
}
