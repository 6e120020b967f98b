/**
 * The form of each document of the read model, by collection; it is written into the document. Raise a number when a field
 * is added, or means something else than before, and say in CHANGELOG.md that the read model is to be rebuilt. What has
 * no number was written before there were any.
 *
 * A reader takes every document as it is: what an older one lacks is given by the repository, what a newer one has more is
 * left alone. ADR 27.
 */
export const readModelVersions = { cases: 1, incidents: 1, officeServerViews: 1, rotations: 2 } as const;

export interface SchemaVersioned {
  schemaVersion?: number;
}
