import type { Schemas } from '../api/client.ts';
import type { DraftFields } from '../conversation/draft-memory.ts';

/** What goes to the server: a complaint, or a report that is added knowingly to a case. */
export interface Sending {
  attachTo: string | null;
  body: Schemas['NewComplaint'];
}

export interface SendFields extends DraftFields {
  systemId: string;
  /** Of the own office; empty when none matters. */
  serverId: string;
  category: string;
  title: string;
  description: string;
  /** The case whose problem the sender says it is. */
  sameAs: { id: string; number: string; category: string } | null;
  /** The known incident that the sender says it is. */
  incident: { id: string; category: string } | null;
  /** Cases whose problem it is not. */
  differentFrom: string[];
  /** What was sent under the draft's key and may have arrived, though no answer came back. */
  attempted: Sending[];
}

export const blankFields: SendFields = {
  ...{ systemId: '', serverId: '', category: '', title: '', description: '' },
  ...{ sameAs: null, incident: null, differentFrom: [], attempted: [], files: [] },
};

export type RequiredField = 'systemId' | 'title' | 'category' | 'description';

/** Who adds to what is known need not tell it again. */
export function isKnown({ sameAs, incident }: SendFields): boolean {
  return sameAs !== null || incident !== null;
}

/** What still has to be filled in, in the order of the form. */
export function missingFields(fields: SendFields): RequiredField[] {
  const required: RequiredField[] = isKnown(fields)
    ? ['systemId', 'title']
    : ['systemId', 'title', 'category', 'description'];
  return required.filter((name) => fields[name].trim().length < (name === 'title' ? 3 : 1));
}

export function sendingOf(fields: SendFields): Sending {
  const { systemId, serverId, title, category, description, files, sameAs, incident } = fields;
  return {
    attachTo: sameAs?.id ?? null,
    body: {
      systemId,
      title: title.trim(),
      category: category.trim() || (sameAs?.category ?? incident?.category ?? ''),
      description: description.trim() || title.trim(),
      attachmentIds: files.map(({ id }) => id),
      ...(serverId && !sameAs ? { serverId } : {}),
      ...(incident && !sameAs ? { incidentId: incident.id } : {}),
    },
  };
}

/** Enough is written to look for the same problem. */
export function isTelling({ systemId, title }: Pick<SendFields, 'systemId' | 'title'>): boolean {
  return systemId !== '' && title.trim().length >= 8;
}
