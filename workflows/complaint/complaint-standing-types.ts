import type { CaseView } from './complaint-types.ts';

/**
 * What no timeline entry tells of a case: where it runs, what it is about since it was corrected, when its deadlines are.
 * Kept with the last entry of each publication; its title is in its first report. ADR 27.
 */
export type CaseStanding = Pick<
  CaseView,
  | 'number'
  | 'workflowId'
  | 'runId'
  | 'deskId'
  | 'officeId'
  | 'systemId'
  | 'serverId'
  | 'category'
  | 'fingerprint'
  | 'otherFingerprints'
  | 'acknowledgeBy'
  | 'resolveBy'
  | 'closesAt'
  | 'updatedAt'
  | 'version'
>;

export function caseStanding(view: CaseStanding): CaseStanding {
  const { acknowledgeBy, category, closesAt, deskId, fingerprint, number, officeId, otherFingerprints } = view;
  const { resolveBy, runId, serverId, systemId, updatedAt, version, workflowId } = view;
  return {
    ...{ number, workflowId, runId, deskId, officeId, systemId, serverId, category, fingerprint },
    ...(otherFingerprints === undefined ? {} : { otherFingerprints }),
    ...{ acknowledgeBy, resolveBy, closesAt, updatedAt, version },
  };
}
