import { trusted, type Connection } from 'mongoose';
import { findMany } from '../kernel/find-many.ts';
import { insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import {
  attachmentModel,
  attachmentOwnerModel,
  looseUploadModel,
  type AttachmentDocument,
  type AttachmentOwnerDocument,
  type LooseUploadDocument,
} from './attachment-model.ts';
import { byUpload } from './upload-order.ts';
import type { Attachment, AttachmentRepository, LooseUpload } from './attachment-repository.ts';

export function mongoAttachments(connection: Connection): AttachmentRepository {
  const rows = attachmentModel(connection);
  const owners = attachmentOwnerModel(connection);
  const uploads = looseUploadModel(connection);
  const ownerOf: AttachmentRepository['ownerOf'] = async (attachmentId) => {
    const found = await owners.findById(attachmentId).lean<AttachmentOwnerDocument>();
    return found === null ? null : { kind: found.kind, id: found.ownerId };
  };
  return {
    ownerOf,
    async begin(upload) {
      await insertOnce(uploads, toDocument('attachmentId', upload));
    },
    async insert(attachment) {
      await insertOnce(rows, toDocument('attachmentId', attachment));
    },
    async findMany(attachmentIds) {
      const found = await findMany(rows, attachmentIds);
      return found.map((document) => toRow<Attachment, 'attachmentId'>('attachmentId', document));
    },
    async ofUploader(uploaderId) {
      const found = await rows.find({ uploaderId }).lean<AttachmentDocument[]>();
      return found.map((row) => toRow<Attachment, 'attachmentId'>('attachmentId', row)).sort(byUpload);
    },
    async blank({ attachmentId, fileName }) {
      await rows.updateOne({ _id: attachmentId }, { $set: { fileName } });
    },
    async bind(attachmentId, owner) {
      const mine = await insertOnce(owners, { _id: attachmentId, kind: owner.kind, ownerId: owner.id });
      return mine ? owner : ((await ownerOf(attachmentId)) ?? owner);
    },
    async settle(attachmentId) {
      await uploads.deleteOne({ _id: attachmentId });
    },
    async countLoose(uploaderId, limit) {
      return (await uploads.find({ uploaderId }, { _id: 1 }).limit(limit).lean()).length;
    },
    async loose({ before, limit }) {
      const found = await uploads
        .find({ begunAt: trusted({ $lt: before }) })
        .sort({ begunAt: 1 })
        .limit(limit)
        .lean<LooseUploadDocument[]>();
      return found.map((document) => toRow<LooseUpload, 'attachmentId'>('attachmentId', document));
    },
    async remove(attachmentId) {
      await rows.deleteOne({ _id: attachmentId });
    },
  };
}
