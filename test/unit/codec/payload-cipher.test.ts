import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payloadCipher } from '../../../codec/payload-cipher.ts';

const key = (id: string) => ({ id, key: randomBytes(32) });
const [first, second] = [key('2026-a'), key('2026-b')];
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value) as Payload;
const valueOf = (payload: Payload | undefined): unknown => payload && defaultPayloadConverter.fromPayload(payload);

describe('payloadCipher', () => {
  it('gives back whatever it encrypted, and no two ciphertexts are alike', async () => {
    const cipher = payloadCipher([first]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), async (values) => {
        const twice = await cipher.encode([...values, ...values].map(payloadOf));
        expect(new Set(twice.map(({ data }) => Buffer.from(data ?? []).toString('hex'))).size).toBe(twice.length);
        const back = await cipher.decode(twice);
        // What Temporal's converter gives back without a cipher: JSON has no -0, for one.
        expect(back.map(valueOf)).toEqual([...values, ...values].map((value) => valueOf(payloadOf(value))));
      }),
    );
  });

  it('shows nothing of the content, not even its encoding', async () => {
    const [sealed] = await payloadCipher([first]).encode([payloadOf({ resolution: 'kata sandi lama' })]);
    expect(JSON.stringify(sealed?.metadata)).not.toContain('json');
    expect(Buffer.from(sealed?.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
    expect(Buffer.from(sealed?.metadata?.['encryption-key-id'] ?? []).toString()).toBe('2026-a');
    expect(Buffer.from(sealed?.data ?? []).toString('latin1')).not.toMatch(/resolution|sandi/);
  });

  it('reads what an earlier key and no key wrote, and writes with the first', async () => {
    const old = await payloadCipher([first]).encode([payloadOf('old')]);
    const both = payloadCipher([second, first]);
    expect((await both.decode([...old, payloadOf('plain')])).map(valueOf)).toEqual(['old', 'plain']);
    await expect(payloadCipher([first]).decode(await both.encode([payloadOf('new')]))).rejects.toThrow('2026-b');
  });

  it.each(['data', 'key id'])('refuses one whose %s was changed, without a word of its content', async (part) => {
    const [sealed] = await payloadCipher([first]).encode([payloadOf('secret words')]);
    const data = Buffer.from(sealed?.data ?? []);
    if (part === 'data') data[20] = (data[20] ?? 0) ^ 1;
    const metadata = { ...sealed?.metadata, ...(part === 'key id' && { 'encryption-key-id': Buffer.from('other') }) };
    const reading = payloadCipher([first, { id: 'other', key: first.key }]).decode([{ metadata, data }]);
    await expect(reading).rejects.toThrow(/cannot be read with it$/);
  });

  it.each([0, 5, 28])('refuses one that is cut off after %i bytes', async (length) => {
    const [sealed] = await payloadCipher([first]).encode([payloadOf('secret words')]);
    const cut = { ...sealed, data: Buffer.from(sealed?.data ?? []).subarray(0, length) };
    await expect(payloadCipher([first]).decode([cut])).rejects.toThrow('cannot be read');
  });
});
