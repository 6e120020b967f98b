import { useEffect, useRef, useState } from 'react';

/** Which of these were not there when one began to look; they stay new until they are gone. */
export function useNewcomers(ids: readonly string[] | undefined): ReadonlySet<string> {
  const known = useRef<Set<string>>(undefined);
  const [newcomers, setNewcomers] = useState<ReadonlySet<string>>(new Set());
  const said = ids?.join(' ');
  useEffect(() => {
    if (said === undefined) return;
    const present = said === '' ? [] : said.split(' ');
    const before = (known.current ??= new Set(present));
    const fresh = present.filter((id) => !before.has(id));
    for (const id of fresh) before.add(id);
    if (fresh.length > 0) setNewcomers((others) => new Set([...others, ...fresh]));
  }, [said]);
  return newcomers;
}
