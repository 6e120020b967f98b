import { Schema, type Connection, type Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { Attachment, AttachmentOwner, LooseUpload } from './attachment-repository.ts';

export type AttachmentDocument = Stored<Attachment, 'attachmentId'>;
export type LooseUploadDocument = Stored<LooseUpload, 'attachmentId'>;

/** Its `_id` is the attachment's: the unique index that gives a file to one owner only. */
export interface AttachmentOwnerDocument {
  _id: string;
  kind: AttachmentOwner['kind'];
  ownerId: string;
}

export function attachmentModel(connection: Connection): Model<AttachmentDocument> {
  const schema = storeSchema<AttachmentDocument>({
    _id: String,
    uploaderId: String,
    fileName: String,
    mediaType: String,
    size: Number,
    uploadedAt: String,
  });
  schema.index({ uploaderId: 1 });
  return connection.model<AttachmentDocument>('Attachment', schema, 'attachments');
}

export function attachmentOwnerModel(connection: Connection): Model<AttachmentOwnerDocument> {
  const schema = storeSchema<AttachmentOwnerDocument>({ _id: String, kind: String, ownerId: String });
  return connection.model<AttachmentOwnerDocument>('AttachmentOwner', schema, 'attachmentOwners');
}

export function looseUploadModel(connection: Connection): Model<LooseUploadDocument> {
  const schema = storeSchema<LooseUploadDocument>({ _id: String, uploaderId: String, begunAt: String });
  schema.index({ uploaderId: 1 });
  schema.index({ begunAt: 1 });
  return connection.model<LooseUploadDocument>('LooseUpload', schema, 'looseUploads');
}

export const fileBucket = 'attachmentFiles';

/**
 * GridFS's two collections, declared only for their indexes: made before the first upload, so that uploads that race
 * never make them at once.
 */
export function declareFileIndexes(connection: Connection): void {
  const files = new Schema({ filename: String, uploadDate: Date }, { autoCreate: false, autoIndex: false });
  files.index({ filename: 1, uploadDate: 1 });
  const chunks = new Schema({ files_id: String, n: Number }, { autoCreate: false, autoIndex: false });
  chunks.index({ files_id: 1, n: 1 }, { unique: true });
  connection.model('AttachmentFile', files, `${fileBucket}.files`);
  connection.model('AttachmentChunk', chunks, `${fileBucket}.chunks`);
}
