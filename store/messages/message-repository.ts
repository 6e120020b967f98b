/** What people say to each other about a case; a question to the submitter is a reply of staff. */
export const conversationKinds = ['reply', 'note'] as const;

type ConversationKind = (typeof conversationKinds)[number];

/** A text that belongs to a case: the workflow carries only its id. */
export interface Message {
  messageId: string;
  caseId: string;
  kind: 'resolution' | 'escalationReason' | 'reason' | 'comment' | ConversationKind;
  authorId: string;
  text: string;
  /** ISO 8601 UTC */
  at: string;
  /** Of the conversation only. What submitters write is shown to its author and to staff alone. */
  authorRole?: string;
  attachmentIds?: string[];
  /**
   * Whether the case has been told: `pending` until its workflow has the message, which the sweeper sees to ·
   * `refused` the case had ended, its sender was told so, and it is not part of the conversation. Absent for what
   * comes to the case as an action of its own.
   */
  delivery?: 'pending' | 'delivered' | 'refused';
}

/** Where a page of a conversation goes on. */
interface MessagePlace {
  at: string;
  messageId: string;
}

export interface ConversationQuery {
  caseId: string;
  /** Null: everything, notes included. Else only what this submitter may read: their own words, and what staff replied. */
  submitterId: string | null;
  after?: MessagePlace;
  limit: number;
}

export interface MessageRepository {
  /** Inserts once by `messageId`; repeating it changes nothing and answers false. */
  insert(message: Message): Promise<boolean>;
  /** Those that are known, each once, in the order asked. */
  findMany(messageIds: string[]): Promise<Message[]>;
  /** Replies and notes of a case, oldest first. */
  conversation(query: ConversationQuery): Promise<Message[]>;
  /** Records whether the case has taken the message; of one that is delivered nothing changes. */
  settle(settled: { messageId: string; delivery: 'delivered' | 'refused' }): Promise<void>;
  /** Everything that one person has written about cases, of every kind, oldest first. */
  ofAuthor(authorId: string): Promise<Message[]>;
  /** Puts `words` in place of its text, for good. Repeating it changes nothing. */
  blank(message: { messageId: string; words: string }): Promise<void>;
  /** Messages whose case may not know of them, from before `before` (ISO 8601 UTC), oldest first. */
  pending(query: { before: string; limit: number }): Promise<Message[]>;
}
