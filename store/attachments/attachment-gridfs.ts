import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { mongo, type Connection } from 'mongoose';
import { toStoreError } from '../kernel/driver-errors.ts';
import type { CallGuard } from '../kernel/guarded-repository.ts';
import type { AttachmentFiles } from './attachment-files.ts';
import { declareFileIndexes, fileBucket } from './attachment-model.ts';

/** The driver types ids as ObjectId; any value serves, and ours are random already. */
const asFileId = (attachmentId: string) => attachmentId as unknown as mongo.ObjectId;

/** Bytes in GridFS. Each step is one short call to the store: the time a slow sender takes is not the store's. */
export function gridFsAttachmentFiles(connection: Connection, guard: CallGuard): AttachmentFiles {
  declareFileIndexes(connection);
  const bucket = () => {
    if (connection.db === undefined) throw new Error('the store is not connected');
    return new mongo.GridFSBucket(connection.db, { bucketName: fileBucket });
  };
  const remove = async (attachmentId: string): Promise<void> => {
    const chunks = connection.db?.collection<{ files_id: string }>(`${fileBucket}.chunks`);
    const files = connection.db?.collection<{ _id: string }>(`${fileBucket}.files`);
    await files?.deleteOne({ _id: attachmentId });
    await chunks?.deleteMany({ files_id: attachmentId });
  };
  return {
    async write(attachmentId, source) {
      const target = await guard(async () => bucket().openUploadStreamWithId(asFileId(attachmentId), attachmentId));
      try {
        return await pour(source, target);
      } catch (error) {
        await guard(() => remove(attachmentId)).catch(() => undefined);
        throw toStoreError(error);
      }
    },
    read: (attachmentId) =>
      guard(async () => {
        const files = connection.db?.collection<{ _id: string }>(`${fileBucket}.files`);
        if (!(await files?.findOne({ _id: attachmentId }))) return null;
        return bucket().openDownloadStream(asFileId(attachmentId)) as Readable;
      }),
    remove: (attachmentId) => guard(() => remove(attachmentId)),
  };
}

/** One chunk after another, so that nothing is on its way any more when the source breaks off and all is removed. */
async function pour(source: Readable, target: mongo.GridFSBucketWriteStream): Promise<number> {
  const failed = new Promise<never>((_resolve, reject) => target.once('error', reject));
  failed.catch(() => undefined);
  try {
    for await (const chunk of source) {
      const written = new Promise<void>((resolve) => target.write(chunk, () => resolve()));
      await Promise.race([written, failed]);
    }
    const finished = once(target, 'finish');
    target.end();
    await Promise.race([finished, failed]);
    return target.length;
  } finally {
    target.destroy();
  }
}
