import { useRef, type ReactNode } from 'react';
import { useKeys } from '../keyboard/use-keys.ts';
import classes from './case-list.module.css';

/** Rows of cases that one can go through by keys: the focus moves, so that everybody hears or sees where one is. */
export function CaseList({ children }: { children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  const rows = () => [...(list.current?.children ?? [])];
  const here = () => rows().findIndex((row) => row.contains(document.activeElement));
  const step = (by: 1 | -1) => {
    const from = here();
    const next = from < 0 ? (by === 1 ? 0 : rows().length - 1) : from + by;
    rows()[next]?.querySelector('a')?.focus();
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    a: () => rows()[here()]?.querySelector<HTMLElement>('[data-acknowledge]')?.click(),
  });
  return (
    <ul ref={list} className={classes.list}>
      {children}
    </ul>
  );
}
