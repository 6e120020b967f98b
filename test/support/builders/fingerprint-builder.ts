import { randomUUID } from 'node:crypto';

/**
 * The fingerprint of a problem that nobody else has. It begins with zeros, so that a test gets another one, always, when
 * it replaces the first character by a letter.
 */
export const buildFingerprint = (): string => randomUUID().replaceAll('-', '').padStart(64, '0');
