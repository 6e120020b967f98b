/** A sign-in. The cookie holds a random id; only its hash is kept. */
export interface Session {
  /** SHA-256 of the random id, hex */
  tokenHash: string;
  userId: string;
  /** ISO 8601 UTC */
  createdAt: string;
  /** ISO 8601 UTC; whoever reads it must check it, no store does (TTL indexes are not everywhere). */
  expiresAt: string;
  /** When it last asked for anything, give or take some minutes. ISO 8601 UTC; absent: not since it began. */
  lastSeenAt?: string;
  /** What it was begun with, as far as that could be told. */
  browser?: string | null;
  system?: string | null;
}

export interface SessionRepository {
  insert(session: Session): Promise<void>;
  find(tokenHash: string): Promise<Session | null>;
  /** Newest first, those that have expired among them. */
  ofUser(userId: string): Promise<Session[]>;
  /** Notes when it was last seen; the last one to write wins, and one that has ended stays so. */
  touch(tokenHash: string, lastSeenAt: string): Promise<void>;
  remove(tokenHash: string): Promise<void>;
  /** Ends every sign-in of a user, but for the one that is kept. */
  removeOfUser(userId: string, kept?: { tokenHash: string }): Promise<void>;
}
