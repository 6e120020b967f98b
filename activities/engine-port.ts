import type { DetachedFrom } from '../workflows/complaint/complaint-detachment-types.ts';
import type { CorrectionForwarderInput } from '../workflows/complaint/complaint-correction-types.ts';
import type { CaseFacts, CaseLink, ReportRef } from '../workflows/complaint/complaint-types.ts';
import type { CaseLeft } from '../workflows/office-server/office-server-types.ts';
import type { TurnGrant, RotationInput, TurnWithdrawal } from '../workflows/rotation/rotation-types.ts';
import type { Tier } from '../workflows/kernel/tier.ts';

/** What activities need of Temporal itself. The worker's composition root brings it. */
export interface EnginePort {
  /** Sends a grant to its case; `gone` when no such case runs. */
  grantTurn(key: { deskId: string; tier: Tier }, grant: TurnGrant): Promise<'delivered' | 'gone'>;
  /** Tells a case that its agent has gone on leave; `gone` when no such case runs. */
  withdrawTurn(tier: Tier, withdrawal: TurnWithdrawal): Promise<'delivered' | 'gone'>;
  /** Tells a case to plan its deadlines again; one that does not run has none. */
  settingsChanged(workflowId: string): Promise<void>;
  /** Gives a place back; a rotation that does not run has no places. */
  releaseTurn(release: { deskId: string; tier: Tier; requestId: string }): Promise<void>;
  /** Whether this rotation is running. */
  isRotationRunning(key: { deskId: string; tier: Tier }): Promise<boolean>;
  /** Starts a rotation; one that runs already is left as it is. */
  startRotation(input: RotationInput): Promise<void>;
  /** Opens the case of this report, or brings the report to the one that runs under its fingerprint. */
  openCase(own: OwnCase): Promise<void>;
  /** Starts what sends reports under a corrected fingerprint on; another case that runs there is answered instead. */
  openForwarder(forwarder: CorrectionForwarderInput): Promise<CaseLink | null>;
  /** Takes a case's agent from these servers of its office; a server whose workflow does not run has nobody on it. */
  caseLeft(left: CaseLeftServers): Promise<void>;
}

/** A case that a detached report opens. The names are for the Temporal UI only. */
export interface OwnCase {
  facts: CaseFacts;
  firstReport: ReportRef;
  detachedFrom: DetachedFrom;
  officeName: string;
  systemName: string;
}

export interface CaseLeftServers extends CaseLeft {
  officeId: string;
  serverIds: string[];
}
