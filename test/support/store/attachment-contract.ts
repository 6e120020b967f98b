import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const attachmentId = () => `attachment-${nextBuilt()}`;

/** In pieces that fit no chunk of any store. */
function piecesOf(bytes: Buffer, size = 70_001): Readable {
  const count = Math.ceil(bytes.length / size);
  return Readable.from(Array.from({ length: count }, (_, no) => bytes.subarray(no * size, (no + 1) * size)));
}

async function* breaking(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
  await Promise.resolve();
  throw new Error('the sender has gone');
}

export function attachmentContract(store: StoreUnderTest): void {
  describe('bytes of attachments', () => {
    it.each([0, 1, 261_120, 1_000_003])('come back as they went in: %i of them', async (size) => {
      const [id, bytes] = [attachmentId(), randomBytes(size)];
      expect(await store().attachmentFiles.write(id, piecesOf(bytes))).toBe(size);
      const kept = await store().attachmentFiles.read(id);
      expect(kept && (await buffer(kept)).equals(bytes)).toBe(true);
    });

    it('leave nothing behind when the sender breaks off', async () => {
      const id = attachmentId();
      const source = Readable.from(breaking(randomBytes(600_000)));
      await expect(store().attachmentFiles.write(id, source)).rejects.toThrow('the sender has gone');
      expect(await store().attachmentFiles.read(id)).toBeNull();
    });

    it('are gone when they are removed, as often as one likes', async () => {
      const id = attachmentId();
      await store().attachmentFiles.write(id, piecesOf(randomBytes(10)));
      await store().attachmentFiles.remove(id);
      await store().attachmentFiles.remove(id);
      expect(await store().attachmentFiles.read(id)).toBeNull();
    });

    it('of many at once do not mix', async () => {
      const all = Array.from({ length: 8 }, () => ({ id: attachmentId(), bytes: randomBytes(300_000) }));
      await Promise.all(all.map(({ id, bytes }) => store().attachmentFiles.write(id, piecesOf(bytes))));
      for (const { id, bytes } of all) {
        const kept = await store().attachmentFiles.read(id);
        expect(kept && (await buffer(kept)).equals(bytes)).toBe(true);
      }
    });
  });

  describe('attachments', () => {
    it('are found as they were inserted, once, until they are removed', async () => {
      const id = attachmentId();
      const row = { attachmentId: id, uploaderId: 'xyz', fileName: 'a b.png', mediaType: 'image/png', size: 3 };
      const attachment = { ...row, uploadedAt: '2026-11-24T01:00:00.000Z' };
      await store().attachments.insert(attachment);
      await store().attachments.insert({ ...attachment, fileName: 'other' });
      expect(await store().attachments.findMany(['unknown', id])).toStrictEqual([attachment]);
      await store().attachments.remove(id);
      expect(await store().attachments.findMany([id])).toEqual([]);
    });

    it('get one owner of fifty that race for them', async () => {
      const id = attachmentId();
      expect(await store().attachments.ownerOf(id)).toBeNull();
      const owners = Array.from({ length: 50 }, (_, no) => ({ kind: 'report' as const, id: `report-${no}` }));
      const answers = await Promise.all(owners.map((owner) => store().attachments.bind(id, owner)));
      const winner = await store().attachments.ownerOf(id);
      expect(winner).not.toBeNull();
      for (const answer of answers) expect(answer).toStrictEqual(winner);
      if (winner) expect(await store().attachments.bind(id, winner)).toStrictEqual(winner);
    });

    it('are loose from their beginning until they are settled', async () => {
      const uploaderId = `uploader-${nextBuilt()}`;
      const [late, early] = [2, 1].map((no) => {
        return { attachmentId: attachmentId(), uploaderId, begunAt: `1900-01-01T00:00:00.00${no}Z` };
      });
      for (const upload of [late, early]) if (upload) await store().attachments.begin(upload);
      expect(await store().attachments.countLoose(uploaderId, 9)).toBe(2);
      expect(await store().attachments.countLoose(uploaderId, 1)).toBe(1);
      const mine = async (before: string) =>
        (await store().attachments.loose({ before, limit: 1000 })).filter((one) => one.uploaderId === uploaderId);
      expect(await mine('1900-01-01T00:00:00.009Z')).toStrictEqual([early, late]);
      expect(await mine('1900-01-01T00:00:00.002Z')).toStrictEqual([early]);
      await store().attachments.settle(early?.attachmentId ?? '');
      expect(await mine('1900-01-01T00:00:00.009Z')).toStrictEqual([late]);
      await store().attachments.settle(late?.attachmentId ?? '');
    });
  });
}
