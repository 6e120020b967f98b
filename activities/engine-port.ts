import type { PublishingEngine } from '../publishing/case-publisher.ts';
import type { DetachedFrom } from '../workflows/complaint/complaint-detachment-types.ts';
import type { CorrectionForwarderInput } from '../workflows/complaint/complaint-correction-types.ts';
import type { CaseRecord } from '../workflows/complaint/complaint-publishing-types.ts';
import type { CaseFacts, CaseLink, ReportRef } from '../workflows/complaint/complaint-types.ts';
import type { TurnGrant, RotationInput, TurnRequest, TurnWithdrawal } from '../workflows/rotation/rotation-types.ts';
import type { Tier } from '../workflows/kernel/tier.ts';

/** What activities need of Temporal itself. The worker's composition root brings it. */
export interface EnginePort extends PublishingEngine {
  /**
   * Brings a grant to its case. `taken`: the case has heard it, and says what is to be published of it, if anything ·
   * `left`: it will hear it as soon as a worker is there · `gone`: no such case runs.
   */
  grantTurn(
    key: { deskId: string; tier: Tier },
    grant: TurnGrant,
    options: { patiently: boolean },
  ): Promise<GrantOutcome>;
  /** Tells a case that its agent has gone on leave; `gone` when no such case runs. */
  withdrawTurn(tier: Tier, withdrawal: TurnWithdrawal): Promise<'delivered' | 'gone'>;
  /** Tells a case to plan its deadlines again; one that does not run has none. */
  settingsChanged(workflowId: string): Promise<void>;
  /** Asks a rotation for a turn; it takes each request once. `gone` when it does not run. */
  requestTurn(key: { deskId: string; tier: Tier }, request: TurnRequest): Promise<'delivered' | 'gone'>;
  /** Whether this rotation is running. */
  isRotationRunning(key: { deskId: string; tier: Tier }): Promise<boolean>;
  /** Starts a rotation; one that runs already is left as it is. */
  startRotation(input: RotationInput): Promise<void>;
  /** Opens the case of this report, or brings the report to the one that runs under its fingerprint. */
  openCase(own: OwnCase): Promise<void>;
  /** Starts what sends reports under a corrected fingerprint on; another case that runs there is answered instead. */
  openForwarder(forwarder: CorrectionForwarderInput): Promise<CaseLink | null>;
}

/** A case that a detached report opens. The names are for the Temporal UI only. */
export interface OwnCase {
  facts: CaseFacts;
  firstReport: ReportRef;
  detachedFrom: DetachedFrom;
  officeName: string;
  systemName: string;
}

export type GrantOutcome = { kind: 'taken'; record: CaseRecord | null } | { kind: 'left' } | { kind: 'gone' };
