import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataConverter, payloadCodec } from '../../../codec/data-converter.ts';
import { compressedFrom, payloadCompressor } from '../../../codec/payload-compressor.ts';

const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value) as Payload;
const valueOf = (payload: Payload | undefined): unknown => payload && defaultPayloadConverter.fromPayload(payload);
const encodingOf = (payload: Payload | undefined) => Buffer.from(payload?.metadata?.['encoding'] ?? []).toString();
const zlib = { encoding: Buffer.from('binary/zlib') };

/** Places of a rotation, as it writes them when it continues as new. */
const places = Array.from({ length: 5_000 }, (_, seq) => {
  const caseId = randomBytes(16).toString('hex');
  const workflowId = `complaint:dinas-${seq % 300}:${randomBytes(32).toString('hex')}`;
  return { requestId: `${caseId}/tier-1/1`, caseId, workflowId, attempt: 1, agentId: `petugas-${seq % 24}`, seq };
});

describe('payloadCompressor', () => {
  it('gives back whatever it was given, large or small, with and without a cipher', async () => {
    const keys = [{ id: 'a', key: randomBytes(32) }];
    const large = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.repeat(compressedFrom));
    for (const codec of [payloadCompressor, payloadCodec(keys)])
      await fc.assert(
        fc.asyncProperty(fc.array(fc.oneof(fc.jsonValue(), large), { maxLength: 4 }), async (values) => {
          const payloads = values.map(payloadOf);
          const back = await codec.decode(await codec.encode(payloads));
          expect(back.map(valueOf)).toEqual(payloads.map(valueOf));
        }),
        { numRuns: 30 },
      );
  });

  it('leaves what is small as it is, for everybody to read', async () => {
    const small = payloadOf('x'.repeat(compressedFrom - 3));
    expect(await payloadCompressor.encode([small])).toStrictEqual([small]);
    const [larger] = await payloadCompressor.encode([payloadOf('x'.repeat(compressedFrom))]);
    expect(encodingOf(larger)).toBe('binary/zlib');
  });

  it('writes thousands of places in less than a third of their length', async () => {
    const whole = payloadOf(places);
    const [written] = await payloadCompressor.encode([whole]);
    expect((written?.data?.length ?? Infinity) / (whole.data?.length ?? 0)).toBeLessThan(1 / 3);
  });

  it('is compressed before it is encrypted: a ciphertext cannot be', async () => {
    const [sealed] = await payloadCodec([{ id: 'a', key: randomBytes(32) }]).encode([payloadOf(places)]);
    expect(encodingOf(sealed)).toBe('binary/encrypted');
    expect(sealed?.data?.length).toBeLessThan((payloadOf(places).data?.length ?? 0) / 3);
  });

  it.each([
    ['no compressed data', Buffer.from('no')],
    ['cut off', deflateSync(randomBytes(1_000)).subarray(0, 500)],
    ['a bomb', deflateSync(Buffer.alloc(70 * 1_024 * 1_024))],
  ])('refuses %s', async (_name, data) => {
    await expect(payloadCompressor.decode([{ metadata: zlib, data }])).rejects.toThrow('cannot be read');
  });

  it('is used without keys too', () => {
    expect(dataConverter([])).toStrictEqual({ payloadCodecs: [payloadCompressor] });
  });
});
