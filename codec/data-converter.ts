import { fileURLToPath } from 'node:url';
import type { DataConverter, PayloadCodec } from '@temporalio/common';
import { payloadCipher, type CipherKey } from './payload-cipher.ts';
import { payloadCompressor } from './payload-compressor.ts';

/** Of the workflow bundle and of clients and workers: the same file. */
export const sealedFailureConverterPath = fileURLToPath(
  new URL(`./sealed-failure-converter.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url),
);

/** How clients and workers write what Temporal keeps: what is large compressed, and with keys everything encrypted. */
export function dataConverter(keys: readonly CipherKey[]): DataConverter {
  const payloadCodecs = [payloadCodec(keys)];
  return keys.length === 0 ? { payloadCodecs } : { payloadCodecs, failureConverterPath: sealedFailureConverterPath };
}

/** The same for whoever reads payloads by themselves: the codec server of the Temporal UI, readers of histories. */
export function payloadCodec(keys: readonly CipherKey[]): PayloadCodec {
  const [current, ...others] = keys;
  if (current === undefined) return payloadCompressor;
  const cipher = payloadCipher([current, ...others]);
  return {
    // What is encrypted cannot be compressed any more.
    encode: async (payloads) => cipher.encode(await payloadCompressor.encode(payloads)),
    decode: async (payloads) => payloadCompressor.decode(await cipher.decode(payloads)),
  };
}
