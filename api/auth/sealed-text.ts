import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Keeps texts that must be read again, such as a shared secret, unreadable for whoever has only the store. */
export interface Sealer {
  /**
   * @param context what the text belongs to, for instance a user's id: a sealed text that was moved elsewhere does not open
   */
  seal(text: string, context: string): string;
  /** Null for what was not sealed with one of the keys, for this context, or was altered. */
  open(sealed: string, context: string): string | null;
}

const version = 'v1';
/** NIST SP 800-38D recommends 96 bits. */
const ivBytes = 12;
const tagBytes = 16;

/** Tells which key was used; it says nothing about the key. */
const keyIdOf = (key: Buffer): string => createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8);

/** AES-256-GCM. The first key seals; the others only open what was sealed before them. */
export function createSealer(keys: readonly [Buffer, ...Buffer[]]): Sealer {
  const [current] = keys;
  const keyById = new Map(keys.map((key) => [keyIdOf(key), key]));
  return {
    seal(text, context) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', current, iv).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [version, keyIdOf(current), sealed.toString('base64url')].join('.');
    },
    open(sealed, context) {
      const [form, keyId = '', data = ''] = sealed.split('.');
      const key = keyById.get(keyId);
      const bytes = Buffer.from(data, 'base64url');
      if (form !== version || !key || bytes.length < ivBytes + tagBytes) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-tagBytes));
      try {
        const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
        return text.toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
