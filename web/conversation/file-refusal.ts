import type { AttachmentLimits } from './attachment-limits.ts';

/** Why a file need not even be sent. Texts under `files.refused`. */
export type FileRefusal = 'empty' | 'tooLarge' | 'tooMany' | 'kind';

/** Sound, film, programs, archives of other kinds. Whatever may be text, its content decides. */
const otherKinds = /^(?:video|audio|font|model)\/|^application\/(?!.*(?:xml|json|javascript|csv|octet-stream))/;

/** `before` is how many files go along already. */
export function refusalOf(
  { name, size, type }: Pick<File, 'name' | 'size' | 'type'>,
  before: number,
  { endings, maximumBytes, maximumFiles }: AttachmentLimits,
): FileRefusal | null {
  if (size === 0) return 'empty';
  if (size > maximumBytes) return 'tooLarge';
  if (before >= maximumFiles) return 'tooMany';
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return !endings.includes(ending) && otherKinds.test(type) ? 'kind' : null;
}
