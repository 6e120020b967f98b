import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, ValueError, type Payload, type PayloadCodec } from '@temporalio/common';
import temporalProto from '@temporalio/proto';

/** A key and the name that payloads carry. */
export interface CipherKey {
  id: string;
  /** 32 bytes. */
  key: Uint8Array;
}

/** The name that Temporal's own samples give it: its UI shows such a payload as encrypted. */
const encoding = 'binary/encrypted';
const keyIdField = 'encryption-key-id';
const nonceBytes = 12;
const tagBytes = 16;

const proto = temporalProto.temporal.api.common.v1.Payload;
const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/**
 * Payloads as Temporal keeps them: nonce, AES-256-GCM of the whole payload, tag; the key's name is authenticated too.
 * The first key encrypts, every one of them decrypts, and what is not encrypted is read as it is, so that keys can be
 * introduced, changed and given up while cases run.
 *
 * @throws ValueError for a payload whose key is not there, or which was changed; the text names the key, never content
 */
export function payloadCipher(keys: readonly [CipherKey, ...CipherKey[]]): PayloadCodec {
  const [current] = keys;
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => encrypted(payload, current))),
    async decode(payloads) {
      return payloads.map((payload) => {
        if (textOf(payload.metadata?.[METADATA_ENCODING_KEY]) !== encoding) return payload;
        const id = textOf(payload.metadata?.[keyIdField]);
        const key = byId.get(id);
        if (!key) throw new ValueError(`a payload is encrypted with the key "${id}", which PAYLOAD_KEYS does not name`);
        return decrypted(payload, key);
      });
    },
  };
}

function encrypted(payload: Payload, { id, key }: CipherKey): Payload {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const data = Buffer.concat([
    nonce,
    cipher.update(proto.encode(payload).finish()),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return { metadata: { [METADATA_ENCODING_KEY]: Buffer.from(encoding), [keyIdField]: Buffer.from(id) }, data };
}

function decrypted({ data }: Payload, { id, key }: CipherKey): Payload {
  const bytes = Buffer.from(data ?? []);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-tagBytes));
    return proto.decode(
      Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]),
    ) as Payload;
  } catch {
    throw new ValueError(`a payload that says it is encrypted with the key "${id}" cannot be read with it`);
  }
}
