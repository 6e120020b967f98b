/** A sign-in. The cookie holds a random id; only its hash is kept. */
export interface Session {
  /** SHA-256 of the random id, hex */
  tokenHash: string;
  userId: string;
  /** ISO 8601 UTC */
  createdAt: string;
  /** ISO 8601 UTC; whoever reads it must check it, no store does (TTL indexes are not everywhere). */
  expiresAt: string;
}

export interface SessionRepository {
  insert(session: Session): Promise<void>;
  find(tokenHash: string): Promise<Session | null>;
  remove(tokenHash: string): Promise<void>;
  /** Ends every sign-in of a user, but for the one that is kept. */
  removeOfUser(userId: string, kept?: { tokenHash: string }): Promise<void>;
}
