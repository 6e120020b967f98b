import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { METADATA_ENCODING_KEY, ValueError, type Payload, type PayloadCodec } from '@temporalio/common';
import temporalProto from '@temporalio/proto';

/** As Temporal's SDK for Go names and writes it: its `ZlibCodec` reads ours. */
const encoding = 'binary/zlib';

/** Bytes. What is smaller stays as it is, readable in the Temporal UI without a codec server. */
export const compressedFrom = 64 * 1_024;

/** Bytes: far more than Temporal takes in any form, and little enough for whoever is sent a bomb. */
const largest = 64 * 1_024 * 1_024;

const proto = temporalProto.temporal.api.common.v1.Payload;
const compress = promisify(deflate);
const expand = promisify(inflate);

/**
 * Compresses what is large: Temporal refuses payloads of 2 MiB, and a workflow that cannot write what it knows stands still.
 * A rotation's state, thousands of places, is written in a fifth of its length. What is not compressed is read as it is.
 *
 * @throws ValueError for a payload that says it is compressed and is not
 */
export const payloadCompressor: PayloadCodec = {
  encode: (payloads) => Promise.all(payloads.map(encoded)),
  decode: (payloads) => Promise.all(payloads.map(decoded)),
};

async function encoded(payload: Payload): Promise<Payload> {
  if ((payload.data?.length ?? 0) < compressedFrom) return payload;
  const data = await compress(proto.encode(payload).finish(), { level: 1 });
  return { metadata: { [METADATA_ENCODING_KEY]: Buffer.from(encoding) }, data };
}

async function decoded(payload: Payload): Promise<Payload> {
  if (Buffer.from(payload.metadata?.[METADATA_ENCODING_KEY] ?? []).toString() !== encoding) return payload;
  try {
    return proto.decode(await expand(payload.data ?? Buffer.of(), { maxOutputLength: largest })) as Payload;
  } catch {
    throw new ValueError('a payload that says it is compressed cannot be read');
  }
}
