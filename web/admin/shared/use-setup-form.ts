import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isProblem } from '../../api/problem.ts';
import { keys } from '../../api/query-keys.ts';
import { changedFields, type FieldChange } from './changed-fields.ts';

/** Something as the server has it. Something new has version 0. */
interface Stored<Values> {
  values: Values;
  version: number;
}

export interface SetupForm<Values> {
  values: Values;
  set: (edits: Partial<Values>) => void;
  fault: (field: string) => string | undefined;
  submit: () => void;
  pending: boolean;
  error: unknown;
  /** Said until one goes on typing. */
  saved: boolean;
  /** Whether something typed is not saved yet. */
  dirty: boolean;
  isNew: boolean;
  /** What somebody else has changed meanwhile, when that is why it was not saved. */
  missed: FieldChange[];
}

interface FormOptions<Values, Answer> {
  stored: Stored<Values>;
  /** Sends what was changed; `ifMatch` is the state that one was looking at. */
  save: (changes: Partial<Values>, ifMatch: { 'if-match': string }, values: Values) => Promise<Answer>;
  onSaved?: (answer: Answer) => void;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What one types lies over what the server has: fields that one has not touched follow the server, those that one has
 * touched stay. It is saved on the condition that nobody else has changed anything since one began; otherwise their
 * change is shown, and the next attempt is about what is there now.
 */
export function useSetupForm<Values extends object, Answer>(options: FormOptions<Values, Answer>): SetupForm<Values> {
  const { stored, save, onSaved } = options;
  const client = useQueryClient();
  const [edits, setEdits] = useState<Partial<Values>>({});
  const [seen, setSeen] = useState(stored);
  const [refused, setRefused] = useState(false);
  const isSending = useRef(false);
  const touched = Object.keys(edits) as (keyof Values)[];
  const values = { ...stored.values, ...edits };
  const changes = Object.fromEntries(
    touched.filter((field) => !same(edits[field], stored.values[field])).map((field) => [field, edits[field]]),
  ) as Partial<Values>;
  const dirty = Object.keys(changes).length > 0;
  const sending = useMutation({
    mutationFn: () => save(changes, { 'if-match': `"${(dirty && !refused ? seen : stored).version}"` }, values),
    onSuccess: async (answer) => {
      setRefused(false);
      onSaved?.(answer);
      await client.invalidateQueries({ queryKey: keys.setup });
      setEdits({});
    },
    onError: async (error) => {
      if (!isProblem(error, 'version_mismatch')) return;
      await client.invalidateQueries({ queryKey: keys.setup });
      setRefused(true);
    },
    onSettled: () => {
      isSending.current = false;
    },
  });
  return {
    values,
    set: (more) => {
      if (sending.isSuccess) sending.reset();
      if (!dirty) setSeen(stored);
      setEdits({ ...edits, ...more });
    },
    fault: (field) => (isProblem(sending.error) ? sending.error.faultOf(field) : undefined),
    submit: () => {
      // Two clicks may come before the page is drawn again.
      if (isSending.current) return;
      isSending.current = true;
      sending.mutate();
    },
    pending: sending.isPending,
    error: sending.error,
    saved: sending.isSuccess,
    dirty,
    isNew: stored.version === 0,
    missed: refused && sending.error ? changedFields(seen.values, stored.values) : [],
  };
}
