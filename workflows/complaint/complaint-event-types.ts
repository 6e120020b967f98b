import type { Actor } from '../kernel/timeline-types.ts';
import type { IncidentNews, IncidentRef, MemberNews } from '../incident/incident-link-types.ts';
import type { Tier } from '../kernel/tier.ts';
import type { TurnRequest } from '../rotation/rotation-types.ts';
import type { Correction } from './complaint-correction-types.ts';
import type { ActionRef, CaseLink, Detachment, MergedCase, ReportRef } from './complaint-types.ts';

/** What can happen to a case. */
export type CaseEvent =
  | { type: 'reportAttached'; report: ReportRef }
  | { type: 'turnGranted'; requestId: string; tier: Tier; agentId: string; seq: number | null; deskId?: string }
  | { type: 'acknowledge'; action: ActionRef }
  | { type: 'resolve'; action: ActionRef; resolutionId: string }
  | { type: 'escalate'; action: ActionRef; reasonId: string }
  | { type: 'ask'; action: ActionRef; messageId: string }
  | { type: 'resume'; action: ActionRef }
  /** To a named agent, or to the next in turn (null). */
  | { type: 'reassign'; action: ActionRef; agentId: string | null; reasonId: string }
  | { type: 'reopen'; action: ActionRef; reasonId: string }
  | { type: 'withdraw'; action: ActionRef; reasonId: string }
  /** `occupiedBy`: another case runs under the new fingerprint. */
  | { type: 'correct'; action: ActionRef; correction: Correction; reasonId: string; occupiedBy: CaseLink | null }
  | { type: 'fingerprintReserved'; fingerprint: string }
  | { type: 'fingerprintFreed'; fingerprint: string; isLeading: boolean }
  | { type: 'rate'; action: ActionRef; score: number; commentId: string | null }
  | { type: 'merge'; action: ActionRef; into: CaseLink }
  | { type: 'detach'; action: ActionRef; detachment: Detachment; reasonId: string | null }
  /** Told to the surviving case. */
  | { type: 'caseMerged'; source: MergedCase }
  /** Told to the merged case: the one that it was to go on as is no more. With `source`: whom it had sent on. */
  | { type: 'mergeFailed'; source?: CaseLink }
  | { type: 'survivorMoved'; into: CaseLink }
  | { type: 'survivorEnded' }
  | IncidentNews
  /** The incident that it came with is over already. */
  | { type: 'incidentGone'; incidentId: string }
  | { type: 'messageAdded'; messageId: string; kind: 'reply' | 'note'; actor: Actor }
  /** The agent has left the desk for a while; the rotation takes the case from them. */
  | { type: 'turnWithdrawn'; requestId: string; reason: string }
  | { type: 'settingsChanged' }
  | { type: 'deadlinePlanned'; serial: number; at: number }
  | { type: 'deadlinePassed'; serial: number };

/** What a case wants done in the world after an event. */
export type CaseEffect =
  | { type: 'requestTurn'; tier: Tier; request: TurnRequest }
  /** At the desk where it was asked for. */
  | { type: 'releaseTurn'; deskId: string; tier: Tier; requestId: string }
  /** Sessions on the office's servers that this agent holds, or waits for, because of this case. */
  | { type: 'leaveServers'; agentId: string }
  | { type: 'detachReport'; detachment: Detachment }
  | { type: 'tellSurvivor'; into: CaseLink; source: MergedCase }
  | { type: 'forwardReport'; into: CaseLink; report: ReportRef }
  | { type: 'tellIncident'; incident: IncidentRef; news: MemberNews }
  | { type: 'tellForwarders'; forwarders: CaseLink[]; news: ForwarderNews };

export type ForwarderNews =
  { type: 'mergeFailed' } | { type: 'survivorEnded' } | { type: 'survivorMoved'; into: CaseLink };
