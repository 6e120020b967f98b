import type { CaseFacts, ReportRef } from '../../workflows/complaint/complaint-types.ts';
import {
  complaintWorkflowId,
  officeServerWorkflowId,
  rotationWorkflowId,
} from '../../workflows/kernel/workflow-ids.ts';
import type { RotationInput } from '../../workflows/rotation/rotation-types.ts';
import { EngineUnavailable } from '../http/problem.ts';
import type { IncidentAction, IncidentOutcome } from './incident-engine.ts';
import type { IncidentInput } from '../../workflows/incident/incident-types.ts';
import type { IncidentRef } from '../../workflows/incident/incident-link-types.ts';
import type {
  ActionOutcome,
  AddedMessage,
  CaseAction,
  CaseAddress,
  CaseRun,
  CaseStart,
  Engine,
  RotationSignal,
  ServerAction,
  ServerKey,
  ServerOutcome,
} from './engine-types.ts';

/** One case as the fake engine remembers it. */
interface FakeCase extends CaseRun {
  workflowId: string;
  facts: CaseFacts;
  previousCaseId: string | null;
  incident: IncidentRef | null;
  /** Every report that reached the case, repetitions included, in order of arrival. */
  reports: ReportRef[];
  signalledActions: CaseAction[];
  /** Repetitions included. */
  messages: AddedMessage[];
  /** How often it was told that an answer of its may not have been published. */
  doubts: number;
}

/** An engine in memory, for tests without Temporal. No workflow runs in it: `onAct` answers in a case's place. */
export interface FakeEngine extends Engine {
  /** All cases ever opened, oldest first. */
  readonly cases: FakeCase[];
  readonly rotationSignals: { workflowId: string; signal: RotationSignal }[];
  readonly rotationStarts: RotationInput[];
  /** Desks whose deadlines were to be planned again, in order. */
  readonly replannedDesks: string[];
  /** Every office server that was started, by workflow ID, with its limit as it was last told. */
  readonly servers: Map<string, number>;
  /** Every incident that was opened, by id. */
  readonly incidents: Map<string, IncidentInput>;
  /** Webhook deliveries that were asked for. */
  readonly deliveries: string[];
  /** While true every call is refused as if Temporal were not there. */
  down: boolean;
  /** Runs before each call, named by method: a place for tests to change the world in between. */
  onCall: (method: keyof Engine) => void;
  onAct: (address: CaseAddress, action: CaseAction) => ActionOutcome;
  onServerAct: (key: ServerKey, action: ServerAction) => ServerOutcome;
  onIncidentAct: (incidentId: string, action: IncidentAction) => IncidentOutcome;
  endCase(workflowId: string): void;
}

type World = Pick<FakeEngine, 'cases' | 'rotationSignals' | 'rotationStarts' | 'replannedDesks'> & {
  /** Which case was last seen running under an ID. */
  known: Map<string, string>;
  latest(workflowId: string): FakeCase | undefined;
  running(workflowId: string): FakeCase | undefined;
};

function emptyWorld(): World {
  const cases: FakeCase[] = [];
  const latest = (workflowId: string) => cases.findLast((each) => each.workflowId === workflowId);
  return {
    cases,
    known: new Map(),
    rotationSignals: [],
    rotationStarts: [],
    replannedDesks: [],
    latest,
    running: (workflowId) => (latest(workflowId)?.running === true ? latest(workflowId) : undefined),
  };
}

function open(world: World, { facts, firstReport, incident, previousCaseId }: CaseStart): 'started' | 'alreadyRunning' {
  const workflowId = complaintWorkflowId(facts);
  if (world.running(workflowId) !== undefined) return 'alreadyRunning';
  const common = {
    workflowId,
    facts,
    previousCaseId,
    incident: incident ?? null,
    running: true,
    signalledActions: [],
    messages: [],
    doubts: 0,
  };
  world.cases.push({ ...firstReport.candidate, ...common, reports: [firstReport] });
  return 'started';
}

function attach(world: World, workflowId: string, report: ReportRef): 'attached' | 'notRunning' {
  const running = world.running(workflowId);
  if (running === undefined) return 'notRunning';
  running.reports.push(report);
  return 'attached';
}

function attachToKnown(world: World, workflowId: string, report: ReportRef): CaseRun | null {
  const caseId = world.known.get(workflowId);
  if (caseId === report.candidate.caseId || world.running(workflowId)?.caseId !== caseId) return null;
  return attach(world, workflowId, report) === 'attached' ? describe(world, workflowId) : null;
}

function describe(world: World, workflowId: string): CaseRun | null {
  const found = world.latest(workflowId);
  if (found?.running === true) world.known.set(workflowId, found.caseId);
  return found === undefined ? null : { caseId: found.caseId, number: found.number, running: found.running };
}

function runningAt(world: World, { workflowId, caseId }: CaseAddress): FakeCase | undefined {
  const running = world.running(workflowId);
  return running?.caseId === caseId ? running : undefined;
}

/** Always with at least one turn of the event loop between question and answer, as over a network. */
export function fakeEngine(): FakeEngine {
  const world = emptyWorld();
  const call = async <T>(method: keyof Engine, work: () => T): Promise<T> => {
    await new Promise((resolve) => setImmediate(resolve));
    engine.onCall(method);
    if (engine.down) throw new EngineUnavailable();
    return work();
  };
  const engine: FakeEngine = {
    cases: world.cases,
    rotationSignals: world.rotationSignals,
    rotationStarts: world.rotationStarts,
    replannedDesks: world.replannedDesks,
    servers: new Map(),
    incidents: new Map(),
    deliveries: [],
    down: false,
    onCall: () => undefined,
    onAct: () => ({ kind: 'unanswered' }),
    onServerAct: () => ({ kind: 'unanswered' }),
    onIncidentAct: () => ({ kind: 'unanswered' }),
    endCase: (workflowId) => {
      const running = world.running(workflowId);
      if (running !== undefined) running.running = false;
    },
    startCase: (start) => call('startCase', () => open(world, start)),
    attachReport: ({ workflowId, report }) => call('attachReport', () => attach(world, workflowId, report)),
    attachToKnown: ({ workflowId, report }) => call('attachToKnown', () => attachToKnown(world, workflowId, report)),
    describeCase: (workflowId) => call('describeCase', () => describe(world, workflowId)),
    act: (address, action) =>
      call('act', () => (runningAt(world, address) ? engine.onAct(address, action) : { kind: 'notRunning' })),
    signalAction: (address, action) =>
      call('signalAction', () => {
        const found = runningAt(world, address);
        found?.signalledActions.push(action);
        return found ? 'signalled' : 'notRunning';
      }),
    addMessage: (address, message) =>
      call('addMessage', () => {
        const found = runningAt(world, address);
        found?.messages.push(message);
        return found ? 'signalled' : 'notRunning';
      }),
    doubtPublishing: (address) =>
      call('doubtPublishing', () => {
        const found = runningAt(world, address);
        if (found) found.doubts += 1;
        return found ? 'signalled' : 'notRunning';
      }),
    signalRotation: (key, signal) =>
      call('signalRotation', () => {
        world.rotationSignals.push({ workflowId: rotationWorkflowId(key), signal });
        return 'signalled';
      }),
    startRotation: (input) =>
      call('startRotation', () => {
        world.rotationStarts.push(input);
      }),
    releaseTurn: () => call('releaseTurn', () => undefined),
    caseLeft: () => call('caseLeft', () => undefined),
    startMailing: () => call('startMailing', () => undefined),
    startDelivery: (deliveryId) =>
      call('startDelivery', () => {
        engine.deliveries.push(deliveryId);
      }),
    startServer: ({ input }) =>
      call('startServer', () => {
        const id = officeServerWorkflowId(input);
        if (!engine.servers.has(id)) engine.servers.set(id, input.limit);
      }),
    actOnServer: (key, action) =>
      call('actOnServer', () =>
        engine.servers.has(officeServerWorkflowId(key)) ? engine.onServerAct(key, action) : { kind: 'notRunning' },
      ),
    startIncident: ({ input }) =>
      call('startIncident', () => {
        if (engine.incidents.has(input.incidentId)) return 'known';
        engine.incidents.set(input.incidentId, input);
        return 'started';
      }),
    actOnIncident: (incidentId, action) =>
      call('actOnIncident', () =>
        engine.incidents.has(incidentId) ? engine.onIncidentAct(incidentId, action) : { kind: 'notRunning' },
      ),
    changeServerLimit: (key, limit) =>
      call('changeServerLimit', () => {
        const id = officeServerWorkflowId(key);
        if (!engine.servers.has(id)) return 'notRunning';
        engine.servers.set(id, limit);
        return 'signalled';
      }),
    replanDesk: ({ deskId }) =>
      call('replanDesk', () => {
        world.replannedDesks.push(deskId);
      }),
    ping: () => call('ping', () => undefined),
    workersPoll: () => call('workersPoll', () => true),
    close: () => Promise.resolve(),
  };
  return engine;
}
