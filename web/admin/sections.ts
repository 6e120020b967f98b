/** What administrators set up, in the order in which one would begin. Texts under `admin.section`. */
export const sections = [
  'desks',
  'offices',
  'servers',
  'systems',
  'people',
  'imports',
  'mail',
  'webhooks',
  'audit',
] as const;

export type Section = (typeof sections)[number];

/** Those that are lists of things, each with a page of its own. */
export type ListSection = Exclude<Section, 'imports' | 'mail' | 'audit'>;

/** Stands in an address where an id would stand; no id can be this. */
export const newItem = '_new';

export function pathOf(section: Section, id?: string): string {
  return id === undefined ? `/admin/${section}` : `/admin/${section}/${encodeURIComponent(id)}`;
}

export function isSection(name: string | undefined): name is Section {
  return sections.some((section) => section === name);
}
