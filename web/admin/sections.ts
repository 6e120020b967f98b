/** What administrators set up, in the order in which one would begin. Texts under `admin.section`. */
export const sections = ['desks', 'offices', 'servers', 'systems', 'people', 'imports', 'webhooks', 'audit'] as const;

export type Section = (typeof sections)[number];

/** Stands in an address where an id would stand; no id can be this. */
export const newItem = '_new';

export function pathOf(section: Section, id?: string): string {
  return id === undefined ? `/admin/${section}` : `/admin/${section}/${encodeURIComponent(id)}`;
}

export function isSection(name: string | undefined): name is Section {
  return sections.some((section) => section === name);
}
