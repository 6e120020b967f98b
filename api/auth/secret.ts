import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, URL-safe: a session's or a token's secret. It is handed out once and never kept. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. No salt and no slow hash: 256 random bits cannot be guessed. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
