import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32 in lower case: an id can be read aloud. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten digits, 50 bits: too many to guess at a notice that is not published. */
function readable(bytes: Uint8Array): string {
  return [...bytes.slice(0, 10)].map((byte) => digits[byte % digits.length]).join('');
}

/** The same person with the same Idempotency-Key means the same incident; without a key each is a new one. */
export function incidentIdOf(actorId: string, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return readable(randomBytes(10));
  return readable(
    createHash('sha256')
      .update(JSON.stringify(['incident', actorId, idempotencyKey]))
      .digest(),
  );
}

/** The same for what is done to one. */
export function incidentActionIdOf(parts: { actorId: string; incidentId: string; name: string; key?: string }): string {
  const { actorId, incidentId, key, name } = parts;
  if (key === undefined) return randomBytes(16).toString('hex');
  return hashOf('incidentAction', actorId, incidentId, name, key).slice(0, 32);
}

/** What an incident is opened with, for recognising a key that comes again with something else. */
export function incidentHashOf(body: {
  systemId: string;
  title: string;
  notice: string | null;
  ids: string[];
}): string {
  return hashOf(body.systemId, body.title, body.notice, ...body.ids);
}

function hashOf(...parts: (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
