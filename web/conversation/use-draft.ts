import { useEffect, useState } from 'react';
import { useUser } from '../session/session.ts';
import { forgetDraft, keepDraft, newDraft, readDraft, type Draft, type DraftFields } from './draft-memory.ts';

/** What the fields become, from what they are when it is their turn. */
export type Change<Fields> = (change: Partial<Fields> | ((fields: Fields) => Partial<Fields>)) => void;

interface DraftInHand<Fields> {
  draft: Draft<Fields>;
  change: Change<Fields>;
  /** It has been sent: the next one begins, with a key of its own. */
  clear: () => void;
}

/** What one is writing survives reloads, and whatever goes wrong, until it is sent. One draft per name and person. */
export function useDraft<Fields extends DraftFields>(name: string, blank: Fields): DraftInHand<Fields> {
  const own = `${useUser().id}.${name}`;
  const [draft, setDraft] = useState(() => readDraft(own, blank));
  const isBlank = JSON.stringify(draft.fields) === JSON.stringify(blank);
  useEffect(() => {
    if (isBlank) forgetDraft(own);
    else keepDraft(own, draft);
  }, [draft, isBlank, own]);
  const change: Change<Fields> = (part) =>
    setDraft(({ key, fields }) => ({
      key,
      fields: { ...fields, ...(typeof part === 'function' ? part(fields) : part) },
    }));
  // At once: what was sent may leave the page before it is drawn again.
  const clear = () => {
    forgetDraft(own);
    setDraft(newDraft(blank));
  };
  return { draft, change, clear };
}
