import { IconChevronRight } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import './fold.css';

/** More, for who asks for it: the browser's own, with the arrow that everything else has. */
export function Fold({ summary, children, ...details }: ComponentProps<'details'> & { summary: ReactNode }) {
  return (
    <details {...details} className={['fold', details.className].filter(Boolean).join(' ')}>
      <summary>
        <IconChevronRight size={16} aria-hidden className="fold-arrow" />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}
