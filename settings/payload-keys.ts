import { z } from 'zod';

/** One AES-256 key with the name under which payloads say that they are encrypted with it. */
export interface PayloadKey {
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

const form = /^([A-Za-z0-9._-]{1,40}):([A-Za-z0-9+/]{43}=)$/;

/**
 * `id:base64 of 32 bytes`, several separated by commas. The first encrypts; the others are there to read what was
 * written with them. Empty or absent: nothing is encrypted.
 */
export const payloadKeysSchema = z
  .string()
  .default('')
  .transform((text, context): PayloadKey[] => {
    const parts = text.split(/[\s,]+/).filter((part) => part !== '');
    const keys = parts.flatMap((part) => {
      const [, id, key] = form.exec(part) ?? [];
      return id === undefined || key === undefined ? [] : [{ id, key: Buffer.from(key, 'base64') }];
    });
    if (keys.length < parts.length) context.addIssue('must be id:base64 of 32 bytes, several separated by commas');
    if (new Set(keys.map(({ id }) => id)).size < keys.length) context.addIssue('must name each key once');
    return keys;
  });
