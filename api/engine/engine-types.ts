import type { PublishingEngine } from '../../publishing/case-publisher.ts';
import type { ActionAnswer, CorrectionOrder } from '../../workflows/complaint/complaint-messages.ts';
import type { Refusal } from '../../workflows/complaint/complaint-errors.ts';
import type { DetachedFrom } from '../../workflows/complaint/complaint-detachment-types.ts';
import type {
  ActionRef,
  CaseFacts,
  CaseLink,
  Detachment,
  ReportRef,
} from '../../workflows/complaint/complaint-types.ts';
import type { IncidentRef } from '../../workflows/incident/incident-link-types.ts';
import type { SessionRefusal } from '../../workflows/office-server/office-server-errors.ts';
import type {
  OfficeServerInput,
  SessionAction,
  SessionRequest,
  SessionStanding,
} from '../../workflows/office-server/office-server-types.ts';
import type { Tier } from '../../workflows/kernel/tier.ts';
import type {
  AvailabilityChange,
  RosterAmendment,
  RosterChange,
  RotationInput,
} from '../../workflows/rotation/rotation-types.ts';
import type { IncidentEngine } from './incident-engine.ts';

/** What opens a case. The names are for the Temporal UI only; nothing personal may be among them. */
export interface CaseStart {
  facts: CaseFacts;
  firstReport: ReportRef;
  previousCaseId: string | null;
  /** Its sender says that it is this one: then it waits with it, and takes no turn. */
  incident?: IncidentRef;
  /** Where the first report was detached from, if it was. */
  detachedFrom?: DetachedFrom;
  officeName: string;
  systemName: string;
}

/** The latest run under a workflow ID, told from its memo: no worker is needed to ask. */
export interface CaseRun {
  caseId: string;
  number: string;
  running: boolean;
}

export type CaseAction =
  | { name: 'acknowledge'; ref: ActionRef }
  | { name: 'resolve'; ref: ActionRef & { resolutionId: string } }
  | { name: 'escalate'; ref: ActionRef & { reasonId: string } }
  | { name: 'ask'; ref: ActionRef & { messageId: string } }
  | { name: 'resume'; ref: ActionRef }
  | { name: 'reassign'; ref: ActionRef & { agentId: string | null; reasonId: string } }
  | { name: 'reopen'; ref: ActionRef & { reasonId: string } }
  | { name: 'withdraw'; ref: ActionRef & { reasonId: string } }
  | { name: 'merge'; ref: ActionRef & { into: CaseLink } }
  | { name: 'detach'; ref: ActionRef & { detachment: Detachment; reasonId: string | null } }
  | { name: 'correct'; ref: CorrectionOrder }
  | { name: 'rate'; ref: ActionRef & { score: number; commentId: string | null } };

/** The actions that are durable signals too, for when no worker answers. */
export type SignalledCaseAction = Extract<CaseAction, { name: 'resolve' | 'escalate' }>;

/** Where an action goes: the ID alone may lead to a later case of the same problem. */
export interface CaseAddress {
  workflowId: string;
  caseId: string;
}

export type ActionOutcome =
  | { kind: 'done'; answer: ActionAnswer }
  | { kind: 'refused'; refusal: Refusal }
  /** The case has ended, or never began. */
  | { kind: 'notRunning' }
  /** Temporal is there, but no worker took the action up in time; it may still be done later. */
  | { kind: 'unanswered' };

export type RotationSignal =
  | { name: 'availabilityChanged'; message: AvailabilityChange }
  | { name: 'rosterChanged'; message: RosterChange }
  | { name: 'rosterAmended'; message: RosterAmendment }
  | { name: 'capacityChanged'; message: { agentId?: string; capacity: number | null } };

export interface ServerKey {
  officeId: string;
  serverId: string;
}

/** What starts a server's workflow. The summary is for the Temporal UI only. */
export interface ServerStart {
  input: OfficeServerInput;
  summary: string;
}

export type ServerAction =
  | { name: 'request'; message: SessionRequest }
  | { name: 'extend'; message: SessionAction & { minutes: number; actionId: string } }
  | { name: 'end'; message: SessionAction & { reason: string | null } };

export type ServerOutcome =
  /** `standing` is null when the session has been ended. */
  | { kind: 'done'; standing: SessionStanding | null }
  | { kind: 'refused'; refusal: SessionRefusal }
  /** Nobody has ever asked for a session on this server. */
  | { kind: 'notRunning' }
  /** Temporal is there, but no worker answered in time; it may still be done later. */
  | { kind: 'unanswered' };

/** A message as the case is told of it: its text stays in the store. The case takes each `messageId` once. */
export interface AddedMessage {
  messageId: string;
  kind: 'reply' | 'note';
  actor: ActionRef['actor'];
}

/**
 * Temporal in the words of the desk. Every method rejects with EngineUnavailable when Temporal does not answer in time;
 * whether the call took effect is then unknown, and it can be repeated safely.
 */
export interface Engine extends IncidentEngine, PublishingEngine {
  /** Opens a case unless one runs under the same workflow ID. */
  startCase(start: CaseStart): Promise<'started' | 'alreadyRunning'>;
  attachReport(attachment: { workflowId: string; report: ReportRef }): Promise<'attached' | 'notRunning'>;
  /**
   * Gives the report to the case that this process has seen running under the ID a moment ago, and to no later one; null
   * when it has seen none, when that one has ended, and when the report is the one that opened it.
   */
  attachToKnown(attachment: { workflowId: string; report: ReportRef }): Promise<CaseRun | null>;
  /** Null when nothing is known under this ID (any more). */
  describeCase(workflowId: string): Promise<CaseRun | null>;
  /** Asks the case to do something and waits for its answer. */
  act(address: CaseAddress, action: CaseAction): Promise<ActionOutcome>;
  /** Leaves an action with the case, to be done as soon as a worker is there. */
  signalAction(address: CaseAddress, action: SignalledCaseAction): Promise<'signalled' | 'notRunning'>;
  /** Tells the case of a message; needs no worker. */
  addMessage(address: CaseAddress, message: AddedMessage): Promise<'signalled' | 'notRunning'>;
  /** Tells the case that what it has answered, or will answer, may never be published by whom it answers. */
  doubtPublishing(address: CaseAddress): Promise<'signalled' | 'notRunning'>;
  signalRotation(key: { deskId: string; tier: Tier }, signal: RotationSignal): Promise<'signalled' | 'notRunning'>;
  /** Starts a rotation; one that runs already is left as it is. */
  startRotation(input: RotationInput): Promise<void>;
  /** Sends the mail of a notification; one that is being sent is left as it is. */
  startMailing(notificationId: string): Promise<void>;
  /** Sends a piece of news to its webhook (again); one that is being sent is left as it is. */
  startDelivery(deliveryId: string): Promise<void>;
  /** Begins to lease a server's sessions; one that is leased already goes on as it is. */
  startServer(start: ServerStart): Promise<void>;
  /** Asks a server's workflow for something and waits for its answer. */
  actOnServer(key: ServerKey, action: ServerAction): Promise<ServerOutcome>;
  /** Tells it how many sessions it has room for now; one that does not run learns it when it starts. */
  changeServerLimit(key: ServerKey, limit: number): Promise<'signalled' | 'notRunning'>;
  /** Has the running deadlines of a desk planned again; the order is kept until a worker is there. */
  replanDesk(key: { deskId: string }): Promise<void>;
  /** Settles when Temporal answers and has our namespace; rejects with EngineUnavailable within `timeoutMs` when it does not. */
  ping(timeoutMs: number): Promise<void>;
  /** Whether workers have lately asked for complaints and for rotations. */
  workersPoll(timeoutMs: number): Promise<boolean>;
  close(): Promise<void>;
}
