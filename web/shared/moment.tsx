import { useTranslation } from 'react-i18next';
import { useNow } from './now-clock.ts';
import { distanceOf, fullMomentOf, momentOf } from './time-words.ts';

/** An instant as one would say it; the whole of it on demand. */
export function Moment({ at, relative = false }: { at: string; relative?: boolean }) {
  // Says it anew in the other language.
  useTranslation();
  const now = useNow();
  return (
    <time dateTime={at} title={fullMomentOf(at)}>
      {relative ? distanceOf(at, now) : momentOf(at, new Date(now))}
    </time>
  );
}
