/** How something that was set up stands in its list. */
export interface ListItem {
  id: string;
  name: string;
  /** Beneath the name; also found by. */
  facts: string[];
  active: boolean;
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whose name, id or facts contain all the words, in order of name; what is not in use only when asked for. */
export function matching(items: readonly ListItem[], asked: { words: string; withInactive: boolean }): ListItem[] {
  const words = folded(asked.words).split(/\s+/);
  return items
    .filter(({ id, name, facts, active }) => {
      const text = folded([id, name, ...facts].join(' '));
      return (active || asked.withInactive) && words.every((word) => text.includes(word));
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'id', { numeric: true }));
}
