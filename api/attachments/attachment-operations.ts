import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { idSchema } from '../http/id-schema.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { findAttachment } from './attachment-access.ts';
import { acceptedEndings } from './attachment-type.ts';
import { attachmentLimitsSchema, attachmentSchema, presentAttachment } from './attachment-schemas.ts';
import { contentDisposition } from './file-name.ts';
import { receiveUpload } from './receive-upload.ts';

type AttachmentDeps = Pick<ApiDeps, 'store' | 'settings' | 'clock'>;

/** POST /v1/attachments */
function uploadAttachment({ clock, settings, store }: AttachmentDeps): Operation {
  const maxMegabytes = settings.ATTACHMENT_MAX_MB;
  return operation({
    method: 'post',
    path: '/v1/attachments',
    operationId: 'uploadAttachment',
    summary: 'Upload one file, to be sent with a complaint or a message',
    description:
      'Until then only its uploader can read it, and after a day it is removed. What it is, is told by its content: ' +
      'images, PDF, office documents, plain text in UTF-8 (CSV and logs too) and ZIP. Markup is kept as plain text.',
    tag: 'Attachments',
    upload: 'The file; its name is given with it.',
    access: { action: 'attachment.upload' },
    responses: { 201: { description: 'Kept.', body: z.strictObject({ attachment: attachmentSchema }) } },
    problems: [
      ...(['attachment_too_large', 'attachment_type_not_allowed', 'attachment_empty'] as const),
      'too_many_unused_uploads',
    ],
  }).handle(async ({ actor, incoming }) => {
    if (incoming === undefined) throw new Problem('malformed_request');
    const attachment = await receiveUpload({ store, clock, maxMegabytes }, incoming, actor.id);
    return { status: 201, body: { attachment: presentAttachment(attachment) } };
  });
}

/** GET /v1/attachments/limits */
function getAttachmentLimits({ settings }: AttachmentDeps): Operation {
  return operation({
    method: 'get',
    path: '/v1/attachments/limits',
    operationId: 'getAttachmentLimits',
    summary: 'What may be uploaded, to be known before one tries',
    tag: 'Attachments',
    access: { action: 'attachment.upload' },
    responses: { 200: { description: 'The limits of this installation.', body: attachmentLimitsSchema } },
  }).handle(async () => ({
    status: 200,
    body: {
      maximumBytes: settings.ATTACHMENT_MAX_MB * 1e6,
      maximumFiles: settings.ATTACHMENTS_PER_MESSAGE,
      endings: acceptedEndings,
    },
  }));
}

/** GET /v1/attachments/:id */
function downloadAttachment({ store }: AttachmentDeps): Operation {
  return operation({
    method: 'get',
    path: '/v1/attachments/:id',
    operationId: 'downloadAttachment',
    summary: 'The bytes of a file',
    description: 'Always to be saved, never to be shown in place: browsers are told not to guess what it is.',
    tag: 'Attachments',
    request: { params: z.strictObject({ id: idSchema }) },
    access: {
      action: 'attachment.read',
      visibleBy: 'attachment.read',
      resource: ({ actor, params }) => findAttachment(store, params.id, actor),
    },
    responses: {
      200: {
        description: 'The file.',
        body: z.string().meta({ format: 'binary' }),
        contentType: 'application/octet-stream',
        headers: { 'Content-Disposition': 'Its name.', 'Content-Length': 'Bytes.' },
      },
    },
    problems: ['not_found'],
  }).handle(async ({ resource: { attachment } }) => {
    const stream = await store.attachmentFiles.read(attachment.attachmentId);
    if (stream === null) throw new Problem('not_found');
    const headers = {
      'Content-Disposition': contentDisposition(attachment.fileName),
      'Content-Length': String(attachment.size),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    };
    return { status: 200, body: '', stream, headers };
  });
}

export function attachmentOperations(deps: AttachmentDeps): Operation[] {
  return [uploadAttachment(deps), getAttachmentLimits(deps), downloadAttachment(deps)];
}
