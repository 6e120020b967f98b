import { createHash, randomBytes } from 'node:crypto';

/** The same person with the same Idempotency-Key means the same session; without a key each is a new one. */
export function sessionIdOf(actorId: string, serverId: string, idempotencyKey: string | undefined): string {
  return idempotencyKey === undefined
    ? randomBytes(16).toString('hex')
    : digestOf('session', actorId, serverId, idempotencyKey);
}

/** The same for prolonging one. */
export function extensionIdOf(actorId: string, sessionId: string, idempotencyKey: string | undefined): string {
  return idempotencyKey === undefined
    ? randomBytes(16).toString('hex')
    : digestOf('extension', actorId, sessionId, idempotencyKey);
}

function digestOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
