/** A bearer token for programs. Shown once; only its hash is kept. */
export interface AccessToken {
  tokenId: string;
  /** SHA-256 of the token, hex; unique */
  tokenHash: string;
  userId: string;
  name: string;
  /** ISO 8601 UTC */
  createdAt: string;
  /** ISO 8601 UTC; null for no end */
  expiresAt: string | null;
}

export interface TokenRepository {
  insert(token: AccessToken): Promise<void>;
  findByHash(tokenHash: string): Promise<AccessToken | null>;
  find(tokenId: string): Promise<AccessToken | null>;
  /** Oldest first. */
  ofUser(userId: string): Promise<AccessToken[]>;
  /** Removing what is not there changes nothing. */
  remove(tokenId: string): Promise<void>;
}
