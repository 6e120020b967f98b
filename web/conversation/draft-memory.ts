import type { Schemas } from '../api/client.ts';
import { randomKey } from '../shared/random-key.ts';

/** A file that is on the server already, and waits there to be sent. */
export type KeptFile = Schemas['Attachment'] & { /** epoch milliseconds */ uploadedAt: number };

export interface DraftFields {
  files: KeptFile[];
}

/** What somebody is writing. With its key it is sent once, however often one tries. */
export interface Draft<Fields> {
  key: string;
  fields: Fields;
}

const prefix = 'giliran-draft.';

/** The server keeps uploads that nobody sends for a day; a little less, so that none goes missing on the way. */
const filesLastMs = 20 * 3_600_000;

export function newDraft<Fields>(fields: Fields): Draft<Fields> {
  return { key: randomKey(), fields };
}

/** As it was left, without files that are no more; fields that it does not know yet are blank. */
export function revived<Fields extends DraftFields>(kept: string | null, blank: Fields, now: number): Draft<Fields> {
  try {
    const draft = JSON.parse(kept ?? '') as Draft<Partial<Fields>>;
    const fields = { ...blank, ...draft.fields };
    const files = fields.files.filter(({ uploadedAt }) => now - uploadedAt < filesLastMs);
    return { key: draft.key, fields: { ...fields, files } };
  } catch {
    return newDraft(blank);
  }
}

export function readDraft<Fields extends DraftFields>(name: string, blank: Fields): Draft<Fields> {
  return revived(localStorage.getItem(prefix + name), blank, Date.now());
}

export function keepDraft<Fields>(name: string, draft: Draft<Fields>): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    // No room, or none allowed: then it lasts as long as the page.
  }
}

export function forgetDraft(name: string): void {
  localStorage.removeItem(prefix + name);
}

/** All of them, when somebody leaves a computer that others use too. */
export function forgetDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
}
