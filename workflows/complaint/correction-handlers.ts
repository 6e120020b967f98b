import { condition, proxyActivities, setHandler } from '@temporalio/workflow';
import { activityRetry } from '../kernel/activity-retry.ts';
import type { ComplaintActivities } from './complaint-activity-port.ts';
import { isOfThisCase, leadsHere } from './complaint-correcting.ts';
import type { Refusal } from './complaint-errors.ts';
import type { ComplaintFlow } from './complaint-flow.ts';
import { correct, type ActionAnswer, type CorrectionOrder } from './complaint-messages.ts';
import { linkOf } from './complaint-address.ts';
import { refusalOf, type ActionEvent } from './complaint-refusal.ts';
import type { CaseLink } from './complaint-types.ts';

// Never local: it starts what would not have been, if the task that decided it were not committed (ADR 0011).
const { openForwarder } = proxyActivities<ComplaintActivities>({
  startToCloseTimeout: '15 seconds',
  retry: activityRetry,
});

interface Refusing {
  validate(flow: ComplaintFlow, event: ActionEvent): void;
  failure(refused: Refusal): Error;
}

/**
 * A correction takes more than a moment: first the new fingerprint leads here, and only then are the facts what was asked
 * for. So whoever sends a report under it, from the instant that the correction can be seen, reaches the case. One
 * correction at a time.
 */
export function registerCorrection(flow: ComplaintFlow, { failure, validate }: Refusing): void {
  let isCorrecting = false;
  setHandler(
    correct,
    async (order) => {
      await condition(() => !isCorrecting);
      isCorrecting = true;
      try {
        return await answerCorrection(flow, order, failure);
      } finally {
        isCorrecting = false;
      }
    },
    { validator: (order) => validate(flow, eventOf(order, order.occupiedBy)) },
  );
}

function eventOf(
  { correction, occupiedBy: _found, reasonId, ...action }: CorrectionOrder,
  occupiedBy: CaseLink | null,
) {
  return { type: 'correct', action, correction, reasonId, occupiedBy } as const;
}

async function answerCorrection(
  flow: ComplaintFlow,
  order: CorrectionOrder,
  failure: Refusing['failure'],
): Promise<ActionAnswer> {
  const repeated = flow.state.actionIds.includes(order.actionId);
  const { occupiedBy, reserved } = repeated ? nothingReserved : await makeLead(flow, order, failure);
  const { expectedVersion: _checked, ...checked } = order;
  const refused = flow.happen(eventOf(checked, occupiedBy));
  if (refused) {
    const { fingerprint } = order.correction;
    if (reserved) flow.happen({ type: 'fingerprintFreed', fingerprint, isLeading: occupiedBy === null });
    throw failure(refused);
  }
  await flow.published();
  return { view: flow.view, repeated, ...(occupiedBy ? { sameProblem: occupiedBy } : {}) };
}

interface Lead {
  /** Another case runs under the fingerprint. */
  occupiedBy: CaseLink | null;
  reserved: boolean;
}

const nothingReserved: Lead = { occupiedBy: null, reserved: false };

/** Has the new fingerprint lead here, unless another case runs under it. */
async function makeLead(flow: ComplaintFlow, order: CorrectionOrder, failure: Refusing['failure']): Promise<Lead> {
  const refused = refusalOf(flow.state, eventOf(order, null));
  if (refused) throw failure(refused);
  const { correction, occupiedBy } = order;
  const { fingerprint, to } = correction;
  if (leadsHere(flow.state, fingerprint)) return nothingReserved;
  if (occupiedBy && !isOfThisCase(flow.state, occupiedBy)) return { occupiedBy, reserved: false };
  flow.happen({ type: 'fingerprintReserved', fingerprint });
  const { facts } = flow.state;
  await flow.published();
  const forwarder = { facts: { ...facts, ...to, fingerprint }, into: linkOf(flow.state) };
  const summary = `reports under the corrected facts of ${flow.state.number} are sent on`;
  const found = await openForwarder.executeWithOptions({ summary }, [forwarder]);
  return { occupiedBy: found && !isOfThisCase(flow.state, found) ? found : null, reserved: true };
}
