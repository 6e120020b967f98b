import { useState } from 'react';

const none: ReadonlySet<string> = new Set();

/** Which of these were not there when one began to look; they stay new as long as one looks. */
export function useNewcomers(ids: readonly string[] | undefined): ReadonlySet<string> {
  const [known, setKnown] = useState<ReadonlySet<string>>();
  const [newcomers, setNewcomers] = useState(none);
  const fresh = ids?.filter((id) => !known?.has(id)) ?? [];
  if (ids && (known === undefined || fresh.length > 0)) {
    setKnown(new Set([...(known ?? []), ...ids]));
    if (known) setNewcomers(new Set([...newcomers, ...fresh]));
  }
  return newcomers;
}
