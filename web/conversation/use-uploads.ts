import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { randomKey } from '../shared/random-key.ts';
import type { DraftFields } from './draft-memory.ts';
import type { AttachmentLimits } from './attachment-limits.ts';
import { refusalOf, type FileRefusal } from './file-refusal.ts';
import { uploadFile } from './upload-file.ts';
import type { Change } from './use-draft.ts';

/** A file on its way to the server, or one that did not get there. */
export interface Upload {
  key: string;
  file: File;
  /** From 0 to 1. */
  progress: number;
  error?: unknown;
  /** It was not even tried. */
  refusal?: FileRefusal;
}

export interface Uploads {
  limits: AttachmentLimits | undefined;
  pending: readonly Upload[];
  isBusy: boolean;
  add: (files: Iterable<File>) => void;
  retry: (upload: Upload) => void;
  drop: (key: string) => void;
  /** For the form: files that are dropped on it, pictures that are pasted into it. */
  handlers: {
    onDragOver: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
    onPaste: (event: ClipboardEvent) => void;
  };
}

const isUnderWay = ({ error, refusal }: Upload) => !error && !refusal;

interface UploadsOptions<Fields> {
  change: Change<Fields>;
  /** How many files the draft has. */
  count: number;
  limits: AttachmentLimits | undefined;
}

/** Files go to the server as soon as they are chosen; the draft keeps those that have arrived. */
export function useUploads<Fields extends DraftFields>({ change, count, limits }: UploadsOptions<Fields>): Uploads {
  const [pending, setPending] = useState<Upload[]>([]);
  const controllers = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = controllers.current;
    return () => {
      for (const controller of running.values()) controller.abort();
    };
  }, []);
  const update = (key: string, part: Partial<Upload>) =>
    setPending((uploads) => uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  const forget = (key: string) => {
    controllers.current.delete(key);
    setPending((uploads) => uploads.filter((upload) => upload.key !== key));
  };
  const start = async ({ key, file }: Upload) => {
    const controller = new AbortController();
    controllers.current.set(key, controller);
    try {
      const onProgress = (progress: number) => update(key, { progress });
      const attachment = await uploadFile({ file, onProgress, signal: controller.signal });
      const kept = { ...attachment, uploadedAt: Date.now() };
      change(({ files }) => ({ files: [...files, kept] }) as Partial<Fields>);
      forget(key);
    } catch (error) {
      if (!controller.signal.aborted) update(key, { error });
    }
  };
  const add = (files: Iterable<File>) => {
    let taken = count + pending.filter(isUnderWay).length;
    const uploads = Array.from(files, (file): Upload => {
      const refusal = limits ? refusalOf(file, taken, limits) : null;
      if (!refusal) taken += 1;
      return { key: randomKey(), file, progress: 0, ...(refusal ? { refusal } : {}) };
    });
    setPending((before) => [...before, ...uploads]);
    for (const upload of uploads) if (!upload.refusal) void start(upload);
  };
  const retry = (upload: Upload) => {
    update(upload.key, { progress: 0, error: undefined });
    void start(upload);
  };
  const drop = (key: string) => {
    controllers.current.get(key)?.abort();
    forget(key);
  };
  const taking = (event: ClipboardEvent | DragEvent, files: FileList) => {
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop: (event: DragEvent) => taking(event, event.dataTransfer.files),
    onPaste: (event: ClipboardEvent) => taking(event, event.clipboardData.files),
  };
  return { limits, pending, isBusy: pending.some(isUnderWay), add, retry, drop, handlers };
}
