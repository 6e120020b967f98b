import { randomBytes } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import type { Attachment } from '../../store/attachments/attachment-repository.ts';
import type { Store } from '../../store/store.ts';
import { invalid, Problem } from '../http/problem.ts';
import { ContentCheck } from './content-check.ts';
import { safeFileName } from './file-name.ts';

export interface UploadDeps {
  store: Pick<Store, 'attachments' | 'attachmentFiles'>;
  clock: () => Date;
  /** Megabytes, 10⁶ bytes. */
  maxMegabytes: number;
}

/** Somebody who uploads and never sends fills the disk: so many may wait for each person. */
const looseLimit = 100;

const tooLarge = ({ maxMegabytes }: UploadDeps) =>
  new Problem('attachment_too_large', { values: { maximum: maxMegabytes } });

/**
 * Streams one file to the store. The upload is noted before its first byte and stays noted until something uses it, so
 * that whatever breaks off, or is never used, is swept.
 */
async function keep(deps: UploadDeps, uploaderId: string, file: Express.Multer.File): Promise<Attachment> {
  const { attachmentFiles, attachments } = deps.store;
  const attachmentId = randomBytes(16).toString('hex');
  await attachments.begin({ attachmentId, uploaderId, begunAt: deps.clock().toISOString() });
  try {
    const check = new ContentCheck();
    // Both, so that nothing is being written any more when it is removed.
    const [written, sent] = await Promise.allSettled([
      attachmentFiles.write(attachmentId, check),
      pipeline(file.stream, check),
    ]);
    if (written.status === 'rejected') throw written.reason;
    if (sent.status === 'rejected') throw sent.reason;
    if ((file.stream as { truncated?: boolean }).truncated === true) throw tooLarge(deps);
    const mediaType = check.mediaType ?? 'application/octet-stream';
    const fileName = safeFileName(file.originalname, mediaType);
    const uploadedAt = deps.clock().toISOString();
    const size = written.value;
    const attachment = { attachmentId, uploaderId, fileName, mediaType, size, uploadedAt };
    await attachments.insert(attachment);
    return attachment;
  } catch (error) {
    await forget(deps, attachmentId);
    throw error;
  }
}

/** As far as it can be done now: what is left stays noted, and the sweeper removes it. */
async function forget({ store }: UploadDeps, attachmentId: string): Promise<void> {
  try {
    await store.attachmentFiles.remove(attachmentId);
    await store.attachments.remove(attachmentId);
    await store.attachments.settle(attachmentId);
  } catch {
    // The store is away.
  }
}

/** An upload by whom, and what has become of it. */
interface Receipt {
  kept: Attachment | null;
}

function storageFor(deps: UploadDeps, uploaderId: string, receipt: Receipt): StorageEngine {
  return {
    _handleFile(_request, file, done) {
      // A rejection must reach multer, or the request would wait for ever.
      keep(deps, uploaderId, file).then(
        (kept) => {
          receipt.kept = kept;
          done(null, { path: kept.attachmentId });
        },
        (error: unknown) => done(error),
      );
    },
    _removeFile(_request, file, done) {
      receipt.kept = null;
      void forget(deps, file.path).then(() => done(null));
    },
  };
}

const fileFault = (code: 'required' | 'unknown_field') => invalid({ in: 'body', pointer: '#/file', code });

/** What multer and busboy reject with, in our words. */
function problemOfUpload(deps: UploadDeps, error: unknown): unknown {
  if (error instanceof Problem) return error;
  if (error instanceof MulterError) {
    return error.code === 'LIMIT_FILE_SIZE' ? tooLarge(deps) : fileFault('unknown_field');
  }
  // Raised by the parser over a body that is no multipart, or that broke off.
  const isParser =
    error instanceof Error && /multipart|boundary|form|part|Request (aborted|closed|error)/i.test(error.message);
  return isParser ? new Problem('malformed_request', { cause: error }) : error;
}

/**
 * Reads the one file of a multipart request into the store, without ever holding it whole.
 * @throws Problem what is wrong with it; nothing of it is kept then
 * @throws StoreUnavailable
 */
export async function receiveUpload(deps: UploadDeps, request: Request, uploaderId: string): Promise<Attachment> {
  if (Number(request.headers['content-length'] ?? 0) > deps.maxMegabytes * 1e6 + 65_536) throw tooLarge(deps);
  if ((await deps.store.attachments.countLoose(uploaderId, looseLimit)) >= looseLimit) {
    throw new Problem('too_many_unused_uploads', { headers: { 'Retry-After': '3600' } });
  }
  const receipt: Receipt = { kept: null };
  const upload = multer({
    storage: storageFor(deps, uploaderId, receipt),
    defParamCharset: 'utf8',
    limits: { fileSize: deps.maxMegabytes * 1e6, files: 1, fields: 0, parts: 2, fieldNameSize: 100, headerPairs: 20 },
  }).single('file');
  await new Promise<void>((resolve, reject) => {
    upload(request, {} as Response, (error: unknown) =>
      error ? reject(problemOfUpload(deps, error) as Error) : resolve(),
    );
  });
  if (receipt.kept === null) throw fileFault('required');
  return receipt.kept;
}
