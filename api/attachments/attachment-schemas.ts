import { z } from 'zod';
import type { Attachment } from '../../store/attachments/attachment-repository.ts';
import type { Store } from '../../store/store.ts';

export const attachmentSchema = z
  .strictObject({
    id: z.string(),
    fileName: z.string().describe('What the sender called it, made harmless'),
    mediaType: z.string().describe('What its content is'),
    size: z.int().min(1).describe('Bytes'),
  })
  .meta({
    id: 'Attachment',
    example: { id: '6f1c0a9be2d84f5aa7c3e1d2b4f60718', fileName: 'layar.png', mediaType: 'image/png', size: 48213 },
  });

export function presentAttachment({
  attachmentId,
  fileName,
  mediaType,
  size,
}: Attachment): z.input<typeof attachmentSchema> {
  return { id: attachmentId, fileName, mediaType, size };
}

type PresentedAttachment = z.input<typeof attachmentSchema>;

/** Those that are known, as they leave the API. */
export async function filesById(
  store: Pick<Store, 'attachments'>,
  attachmentIds: string[],
): Promise<Map<string, PresentedAttachment>> {
  if (attachmentIds.length === 0) return new Map();
  const found = await store.attachments.findMany(attachmentIds);
  return new Map(found.map((attachment) => [attachment.attachmentId, presentAttachment(attachment)]));
}

export const attachmentLimitsSchema = z
  .strictObject({
    maximumBytes: z.number().describe('Of one file'),
    maximumFiles: z.int().describe('With one complaint or message'),
    endings: z.array(z.string()).describe('What names of accepted files end in; what a file is, its content decides'),
  })
  .meta({
    id: 'AttachmentLimits',
    example: { maximumBytes: 10_000_000, maximumFiles: 10, endings: ['png', 'pdf', 'docx'] },
  });
