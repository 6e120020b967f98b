import { Readable } from 'node:stream';
import type { CallGuard } from '../kernel/guarded-repository.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import { byUpload } from './upload-order.ts';
import type { AttachmentFiles } from './attachment-files.ts';
import type { Attachment, AttachmentOwner, AttachmentRepository, LooseUpload } from './attachment-repository.ts';

export function fakeAttachments(): AttachmentRepository {
  const rows = new FakeTable<Attachment>();
  const owners = new FakeTable<AttachmentOwner>();
  const loose = new FakeTable<LooseUpload>();
  return {
    async begin(upload) {
      loose.insert(upload.attachmentId, upload);
    },
    async insert(attachment) {
      rows.insert(attachment.attachmentId, attachment);
    },
    async findMany(attachmentIds) {
      return rows.getMany(attachmentIds);
    },
    async ofUploader(uploaderId) {
      return rows.where((row) => row.uploaderId === uploaderId).sort(byUpload);
    },
    async blank({ attachmentId, fileName }) {
      const row = rows.get(attachmentId);
      if (row !== null) rows.put(attachmentId, { ...row, fileName });
    },
    async bind(attachmentId, owner) {
      owners.insert(attachmentId, owner);
      return owners.get(attachmentId) ?? owner;
    },
    async ownerOf(attachmentId) {
      return owners.get(attachmentId);
    },
    async settle(attachmentId) {
      loose.remove(attachmentId);
    },
    async countLoose(uploaderId, limit) {
      return Math.min(limit, loose.where((upload) => upload.uploaderId === uploaderId).length);
    },
    async loose({ before, limit }) {
      const found = loose.where(({ begunAt }) => begunAt < before);
      return found.sort((one, other) => (one.begunAt < other.begunAt ? -1 : 1)).slice(0, limit);
    },
    async remove(attachmentId) {
      rows.remove(attachmentId);
    },
  };
}

/** Keeps the bytes in memory: for tests only. */
export function fakeAttachmentFiles(guard: CallGuard): AttachmentFiles {
  const kept = new Map<string, Buffer>();
  return {
    async write(attachmentId, source) {
      const chunks: Buffer[] = [];
      for await (const chunk of source) chunks.push(Buffer.from(chunk as Uint8Array));
      return guard(async () => {
        const bytes = Buffer.concat(chunks);
        kept.set(attachmentId, bytes);
        return bytes.length;
      });
    },
    read: (attachmentId) =>
      guard(async () => {
        const bytes = kept.get(attachmentId);
        return bytes === undefined ? null : Readable.from(bytes.length === 0 ? [] : [bytes]);
      }),
    remove: (attachmentId) => guard(async () => void kept.delete(attachmentId)),
  };
}
