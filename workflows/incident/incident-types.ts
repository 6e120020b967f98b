import type { Actor, ChainHead, TimelineEntry } from '../kernel/timeline-types.ts';
import type { IncidentNews, MemberNews, MemberRef } from './incident-link-types.ts';

export const incidentStatuses = ['open', 'resolved'] as const;

export type IncidentStatus = (typeof incidentStatuses)[number];

/** No incident takes in more: each is told one by one, and all of them stand in its state. */
export const mostMembers = 1000;

/** A linked case. */
export interface Membership extends MemberRef {
  /** Which link of this incident it is; 0 for a case that came by itself. */
  no: number;
  /** It has said that it is resolved. */
  isResolved?: true;
}

interface IncidentDeadline {
  serial: number;
  /** epoch milliseconds; the allowance is counted from here */
  from: number;
  /** epoch milliseconds; null while it is still being planned */
  at: number | null;
}

interface IncidentResolution {
  resolutionId: string;
  actor: Actor;
  at: number;
  /** Nobody waits longer for cases that do not answer. */
  answersBy: number;
}

/** Everything a running incident knows: plain JSON, carried over continue-as-new as it is. Times are epoch milliseconds. */
export interface IncidentState {
  incidentId: string;
  deskId: string;
  systemId: string;
  /** Written by staff for everyone. */
  title: string;
  /** What the submit page shows; null: nothing. */
  notice: string | null;
  status: IncidentStatus;
  openedBy: Actor;
  openedAt: number;
  /** Of what it was opened with: a key that comes again with something else is recognised. */
  payloadHash: string;
  members: Membership[];
  linkSerial: number;
  overdue: boolean;
  /** When supervisors are told that it has lasted too long; null once it is resolved. */
  deadline: IncidentDeadline | null;
  resolution: IncidentResolution | null;
  /** Ids of actions already done; bounded. */
  actionIds: string[];
  updatedAt: number;
  version: number;
  chain: ChainHead;
}

/** What agents and supervisors do. `expectedVersion` is an If-Match. */
export interface IncidentActionRef {
  actionId: string;
  actor: Actor;
  expectedVersion?: number;
}

/** What is to be otherwise; a notice of null withdraws it. */
export interface IncidentChange {
  title?: string;
  notice?: string | null;
}

/** What can happen to an incident. */
export type IncidentEvent =
  | { type: 'linkCases'; action: IncidentActionRef; cases: MemberRef[] }
  | { type: 'unlinkCase'; action: IncidentActionRef; caseId: string }
  | { type: 'changeIncident'; action: IncidentActionRef; change: IncidentChange }
  | { type: 'resolveIncident'; action: IncidentActionRef; resolutionId: string }
  | MemberNews
  | { type: 'deadlinePlanned'; serial: number; at: number }
  | { type: 'timePassed' };

/** What an incident wants done after an event. */
export interface IncidentEffect {
  type: 'tellCase';
  workflowId: string;
  news: IncidentNews;
}

/** Arguments of the incident workflow. The first run has no `carried` state. */
export interface IncidentInput {
  incidentId: string;
  deskId: string;
  systemId: string;
  title: string;
  notice: string | null;
  payloadHash: string;
  actor: Actor;
  cases: MemberRef[];
  carried?: { state: IncidentState; publishedVersion: number; entries: TimelineEntry[] };
  /** Continue as new after so many events even if the server does not suggest it yet; for tests and drills. */
  continueAsNewAfterEvents?: number;
}

export interface IncidentResult {
  incidentId: string;
  caseCount: number;
}

/** What the read model keeps of an incident and what an accepted update answers with. All times ISO 8601 UTC. */
export interface IncidentView {
  incidentId: string;
  workflowId: string;
  deskId: string;
  systemId: string;
  title: string;
  notice: string | null;
  status: IncidentStatus;
  caseCount: number;
  /** Cases that have said that they are resolved by it. */
  resolvedCount: number;
  cases: Pick<MemberRef, 'caseId' | 'number' | 'officeId'>[];
  openedBy: string;
  openedAt: string;
  overdue: boolean;
  /** When supervisors are told (again). */
  dueAt: string | null;
  resolvedAt: string | null;
  resolvedBy: string | null;
  resolutionId: string | null;
  payloadHash: string;
  updatedAt: string;
  version: number;
}
