import {
  condition,
  continueAsNew,
  log,
  proxyActivities,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { RotationActivities } from './rotation-activity-port.ts';
import { rotationEvent } from './rotation-guard.ts';
import { getRotation } from './rotation-messages.ts';
import { rotate } from './rotation-state.ts';
import type { RotationEvent, RotationInput, RotationState, TurnGrant } from './rotation-types.ts';
import { rotationDetails, rotationView } from './rotation-view.ts';

// Never local activities: those run before the workflow task that decided is committed, and a worker killed at that moment
// would leave turns in the world that were never dealt.
const { dealTurns, recordRotation } = proxyActivities<RotationActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '15 seconds' },
});

/** Deals the turns of one tier of one desk. A singleton: whoever wants an agent asks here, and only here. */
export async function rotation(input: RotationInput): Promise<void> {
  let state: RotationState = input.state;
  let turnsInThisRun = 0;
  const inbox: RotationEvent[] = [...(input.inbox ?? [])];
  receiveInto(inbox);
  setHandler(getRotation, () => rotationView(state));

  await show(state);
  while (!isTimeForANewRun(input, turnsInThisRun)) {
    await condition(() => inbox.length > 0);
    // Everything that has arrived is decided in this one workflow task, in the order of arrival.
    const { state: next, grants } = drain(state, inbox.splice(0));
    state = next;
    turnsInThisRun += grants.length;
    if (grants.length > 0) inbox.push(...(await deal(state, grants)));
    else await show(state);
  }
  // What came while the last batch was sent goes along undecided. Handlers only push, so none is in the middle of it.
  await continueAsNew<typeof rotation>({ ...input, state, inbox });
}

/**
 * One handler for all signals, not one for each: signals that arrived before a run's first task are handed over as their
 * handlers are registered, and with a handler for each kind they would lose their order of arrival.
 */
function receiveInto(inbox: RotationEvent[]): void {
  setDefaultSignalHandler((name, ...args) => {
    const event = rotationEvent(name, args[0]);
    if (event) inbox.push(event);
    else log.warn('a malformed message was ignored', { name });
  });
}

function drain(state: RotationState, events: RotationEvent[]): { state: RotationState; grants: TurnGrant[] } {
  const grants: TurnGrant[] = [];
  for (const event of events) {
    const rotated = rotate(state, event, Date.now());
    state = rotated.state;
    grants.push(...rotated.grants);
  }
  return { state: { ...state, version: state.version + 1 }, grants };
}

/** Answers the whole batch together. Cases that are gone give their agents' places back. */
async function deal(state: RotationState, grants: TurnGrant[]): Promise<RotationEvent[]> {
  setCurrentDetails(rotationDetails(state));
  const summary = `turns up to ${state.seq}: ${grants.length} answered`;
  const { undeliverableRequestIds } = await dealTurns.executeWithOptions({ summary }, [
    { grants, view: rotationView(state) },
  ]);
  return undeliverableRequestIds.map((requestId) => ({ type: 'released', requestId }));
}

async function show(state: RotationState): Promise<void> {
  setCurrentDetails(rotationDetails(state));
  await recordRotation.executeWithOptions({ summary: 'places given back, people or rules changed' }, [
    rotationView(state),
  ]);
}

function isTimeForANewRun(input: RotationInput, turnsInThisRun: number): boolean {
  return workflowInfo().continueAsNewSuggested || turnsInThisRun >= (input.continueAsNewAfterTurns ?? Infinity);
}
