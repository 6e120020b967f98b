import type { Logger } from 'pino';
import type { AttachmentOwner, LooseUpload } from '../../store/attachments/attachment-repository.ts';
import type { Store } from '../../store/store.ts';
import { repeatSweep, type Sweeper } from '../sweeping/repeat-sweep.ts';

export interface AttachmentSweeperOptions {
  store: Pick<Store, 'attachments' | 'attachmentFiles' | 'reports' | 'messages'>;
  logger: Pick<Logger, 'info' | 'warn'>;
  clock: () => Date;
  /** Milliseconds between two sweeps; an hour. */
  everyMs?: number;
  /** How long an upload may wait to be used, milliseconds; a day. */
  olderThanMs?: number;
}

const perSweep = 1_000;

async function isThere({ store }: AttachmentSweeperOptions, { id, kind }: AttachmentOwner): Promise<boolean> {
  if (kind === 'report') return (await store.reports.find(id)) !== null;
  return kind === 'message' && (await store.messages.findMany([id])).length > 0;
}

/** The sweeper claims the file as a report or a message would: whoever comes first has it, and it is used or gone. */
async function sweepOne(options: AttachmentSweeperOptions, { attachmentId }: LooseUpload): Promise<boolean> {
  const { attachmentFiles, attachments } = options.store;
  const owner = await attachments.bind(attachmentId, { kind: 'sweep', id: attachmentId });
  if (await isThere(options, owner)) {
    await attachments.settle(attachmentId);
    return false;
  }
  await attachmentFiles.remove(attachmentId);
  await attachments.remove(attachmentId);
  await attachments.settle(attachmentId);
  return true;
}

async function sweepOnce(options: AttachmentSweeperOptions, isStopping: () => boolean): Promise<number> {
  const { clock, logger, olderThanMs = 86_400_000, store } = options;
  const before = new Date(clock().getTime() - olderThanMs).toISOString();
  let removed = 0;
  for (const upload of await store.attachments.loose({ before, limit: perSweep })) {
    if (isStopping()) break;
    if (await sweepOne(options, upload)) removed += 1;
  }
  if (removed > 0) logger.info({ removed }, 'uploads that nobody used were removed');
  return removed;
}

/** Removes what was uploaded and not used within a day, and what is left of uploads that broke off. */
export function startAttachmentSweeper(options: AttachmentSweeperOptions): Sweeper {
  return repeatSweep({
    everyMs: options.everyMs ?? 3_600_000,
    sweep: (isStopping) => sweepOnce(options, isStopping),
    failed: (error) => options.logger.warn({ err: error }, 'a sweep of the uploads failed'),
  });
}
