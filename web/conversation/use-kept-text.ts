import type { KeptFile } from './draft-memory.ts';
import { useDraft } from './use-draft.ts';

const blank = { text: '', files: [] as KeptFile[] };

/** The one text of a form. It is still there after a reload, after one has left the page, and when sending fails. */
export function useKeptText(name: string) {
  const { draft, change, clear } = useDraft(name, blank);
  const write = (words: string | ((before: string) => string)) =>
    change(({ text }) => ({ text: typeof words === 'string' ? words : words(text) }));
  return { text: draft.fields.text, write, clear };
}
