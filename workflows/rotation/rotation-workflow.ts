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
import { RotationDisplay } from './rotation-display-flow.ts';
import { DeadlineTimer } from '../kernel/deadline-timer.ts';
import type { RotationActivities } from './rotation-activity-port.ts';
import { rotationEvent } from './rotation-guard.ts';
import { getRotation } from './rotation-messages.ts';
import { nextReturnAt } from './rotation-roster.ts';
import { rotate, type Rotated } from './rotation-state.ts';
import type {
  RotationEvent,
  RotationHead,
  RotationInput,
  RotationState,
  RotationView,
  TurnGrant,
  TurnWithdrawal,
} from './rotation-types.ts';
import { rotationDetails, rotationView } from './rotation-view.ts';

// Never local activities: those run before the workflow task that decided is committed, and a worker killed at that moment
// would leave turns in the world that were never dealt.
const { dealTurns, recordRotation, withdrawTurns } = proxyActivities<RotationActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '15 seconds' },
});

/** No timer is longer: the server counts in nanoseconds, and a date in a signal may lie anywhere. */
const longestSleepMs = 365 * 86_400_000;

/** Deals the turns of one tier of one desk. A singleton: whoever wants an agent asks here, and only here. */
export async function rotation(input: RotationInput): Promise<void> {
  let state: RotationState = input.state;
  let turnsInThisRun = 0;
  const inbox: RotationEvent[] = [...(input.inbox ?? [])];
  receiveInto(inbox);
  setHandler(getRotation, () => rotationView(state));
  const returns = new DeadlineTimer(() => inbox.push({ type: 'absencesEnded' }));
  const display = new RotationDisplay(
    () => state,
    (view) => show(state, view),
  );

  await display.now();
  while (!isTimeForANewRun(input, turnsInThisRun)) {
    armFor(returns, nextReturnAt(state));
    await condition(() => inbox.length > 0 || display.isDue);
    // Everything that has arrived is decided in this one workflow task, in the order of arrival.
    const events = inbox.splice(0);
    const { state: next, grants, withdrawals } = drain(state, events, { isShown: display.isDue });
    state = next;
    turnsInThisRun += grants.length;
    if (grants.length > 0) inbox.push(...(await deal(state, grants, display.view())));
    else if (events.length > 0 && events.every(({ type }) => type === 'released')) await display.soon();
    else await display.now();
    if (withdrawals.length > 0) inbox.push(...(await withdraw(state, withdrawals)));
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

function armFor(returns: DeadlineTimer, at: number | null): void {
  returns.arm(at === null ? null : Math.min(at, Date.now() + longestSleepMs), 'until an absence ends');
}

/** Whatever is to be shown gets a version of its own, lists that follow too. */
function drain(state: RotationState, events: RotationEvent[], { isShown }: { isShown: boolean }): Rotated {
  const grants: TurnGrant[] = [];
  const withdrawals: TurnWithdrawal[] = [];
  for (const event of events) {
    const rotated = rotate(state, event, Date.now());
    state = rotated.state;
    grants.push(...rotated.grants);
    withdrawals.push(...rotated.withdrawals);
  }
  const version = state.version + (events.length > 0 || isShown ? 1 : 0);
  return { state: { ...state, version }, grants, withdrawals };
}

/** Answers the whole batch together. Cases that are gone give their agents' places back. */
async function deal(
  state: RotationState,
  grants: TurnGrant[],
  view: RotationView | RotationHead,
): Promise<RotationEvent[]> {
  setCurrentDetails(rotationDetails(state));
  const summary = `turns up to ${state.seq}: ${grants.length} answered`;
  const { undeliverableRequestIds } = await dealTurns.executeWithOptions({ summary }, [{ grants, view }]);
  return undeliverableRequestIds.map((requestId) => ({ type: 'released', requestId }));
}

/** Has the cases of whoever goes on leave ask anew; answers as `deal` does. */
async function withdraw(state: RotationState, withdrawals: TurnWithdrawal[]): Promise<RotationEvent[]> {
  const summary = `${withdrawals.length} cases of somebody on leave ask for another turn`;
  const { undeliverableRequestIds } = await withdrawTurns.executeWithOptions({ summary }, [
    { tier: state.tier, withdrawals },
  ]);
  return undeliverableRequestIds.map((requestId) => ({ type: 'released', requestId }));
}

async function show(state: RotationState, view: RotationView | RotationHead): Promise<void> {
  setCurrentDetails(rotationDetails(state));
  await recordRotation.executeWithOptions({ summary: 'places given back, people or rules changed' }, [view]);
}

function isTimeForANewRun(input: RotationInput, turnsInThisRun: number): boolean {
  return workflowInfo().continueAsNewSuggested || turnsInThisRun >= (input.continueAsNewAfterTurns ?? Infinity);
}
