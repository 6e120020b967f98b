import type { DeskSettings } from '../../../store/desks/desk-repository.ts';
import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { Transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseState, CaseView, Deadline, ReportRef } from '../../../workflows/complaint/complaint-types.ts';
import type { Tier } from '../../../workflows/kernel/tier.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import type { Leased } from '../../../workflows/office-server/office-server-state.ts';
import type {
  CaseLeft,
  OfficeServerEvent,
  OfficeServerState,
  SessionRecord,
} from '../../../workflows/office-server/office-server-types.ts';
import type { Rotated } from '../../../workflows/rotation/rotation-state.ts';
import type { RotationEvent, RotationState } from '../../../workflows/rotation/rotation-types.ts';
import type { RandomSource } from './random-source.ts';
import type { SimulatedNetwork } from './simulated-network.ts';
import type { StateMachines } from './state-machines.ts';

export type Delivery = 'delivered' | 'gone';

/** What every run needs. */
export interface RunWorld {
  network: SimulatedNetwork;
  random: RandomSource;
  machines: StateMachines;
  watch: DeskWatch;
}

/** What a case's run does to the world. */
export interface CaseWorld extends RunWorld {
  settings: () => DeskSettings;
  signalCase: (workflowId: string, event: CaseEvent) => Delivery;
  signalRotation: (tier: Tier, event: RotationEvent) => void;
  signalServers: (officeId: string, left: CaseLeft) => void;
  publishCase: (publication: { view: CaseView; entries: TimelineEntry[]; placedReportIds: string[] }) => void;
  /** The run is over; the reports open the next case of the problem. */
  caseEnded: (state: CaseState, lateReports: ReportRef[]) => void;
}

export interface RotationWorld extends RunWorld {
  signalCase: (workflowId: string, event: CaseEvent) => Delivery;
}

export interface ServerWorld extends RunWorld {
  /** Writes the read model and tells the agents; answers with the cases that have left their agent already. */
  publishSessions: (news: SessionRecord[]) => CaseLeft[];
}

/** Looks on while the state machines decide, and sees whatever must not be. */
export interface DeskWatch {
  caseDecided: (decision: { before: CaseState | null; event: CaseEvent | null; result: Transition }) => void;
  deadlinePlanned: (state: CaseState, deadline: Deadline, at: number) => void;
  rotated: (decision: { before: RotationState; event: RotationEvent; rotated: Rotated }) => void;
  leased: (decision: { before: OfficeServerState; event: OfficeServerEvent; result: Leased }) => void;
}
