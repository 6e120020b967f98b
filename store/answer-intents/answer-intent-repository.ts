/**
 * Somebody asks a case for something and will publish what it answers. Written before they ask and removed when they have
 * published: one that stays behind tells that they may have died in between (ADR 0032).
 */
export interface AnswerIntent {
  intentId: string;
  caseId: string;
  workflowId: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** In each method, ids that are not there change nothing. */
export interface AnswerIntentRepository {
  /** Durable when it resolves. */
  insert(intent: AnswerIntent): Promise<void>;
  /** Those from before this time, as many as asked for. */
  pending(query: { before: string; limit: number }): Promise<AnswerIntent[]>;
  removeMany(intentIds: string[]): Promise<void>;
}
