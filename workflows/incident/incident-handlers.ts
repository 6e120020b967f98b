import { ApplicationFailure, condition, log, setHandler } from '@temporalio/workflow';
import type { IncidentRefusal } from './incident-errors.ts';
import type { IncidentFlow } from './incident-flow.ts';
import { incidentEvent } from './incident-guard.ts';
import * as messages from './incident-messages.ts';
import { incidentRefusal, incidentRefusalOf, isIncidentAction, type IncidentActionEvent } from './incident-refusal.ts';
import type { IncidentView } from './incident-types.ts';

/** Wires every message to the flow. Called before the first await, so that no message finds no handler. */
export function registerHandlers(flow: IncidentFlow): void {
  setHandler(messages.getIncident, () => flow.view);
  setHandler(messages.caseJoined, (message) => happenBySignal(flow, 'caseJoined', message));
  setHandler(messages.caseLeft, (message) => happenBySignal(flow, 'caseLeft', message));
  setHandler(messages.caseResolved, (message) => happenBySignal(flow, 'caseResolved', message));

  setHandler(messages.confirmOpened, async () => {
    await condition(() => flow.isPublished(1));
    return flow.view;
  });
  setHandler(messages.linkCases, (message) => answer(flow, 'linkCases', message), {
    validator: (message) => validate(flow, 'linkCases', message),
  });
  setHandler(messages.unlinkCase, (message) => answer(flow, 'unlinkCase', message), {
    validator: (message) => validate(flow, 'unlinkCase', message),
  });
  setHandler(messages.changeIncident, (message) => answer(flow, 'changeIncident', message), {
    validator: (message) => validate(flow, 'changeIncident', message),
  });
  setHandler(messages.resolveIncident, (message) => answer(flow, 'resolveIncident', message), {
    validator: (message) => validate(flow, 'resolveIncident', message),
  });
}

function happenBySignal(flow: IncidentFlow, name: string, message: unknown): void {
  const event = incidentEvent(name, message);
  if (event) flow.happen(event);
  else log.warn('a malformed message was ignored', { name });
}

/** Synchronous, as a validator must be: an async one would refuse nothing. */
function validate(flow: IncidentFlow, name: string, message: unknown): void {
  const refusal = incidentRefusalOf(flow.state, wellFormed(flow, name, message));
  if (refusal) throw failure(refusal);
}

/** Lets it happen, and answers when it can be read in the store. */
async function answer(flow: IncidentFlow, name: string, message: unknown): Promise<IncidentView> {
  const refusal = flow.happen(wellFormed(flow, name, message));
  if (refusal) throw failure(refusal);
  const { version } = flow.state;
  await condition(() => flow.isPublished(version));
  return flow.view;
}

function wellFormed(flow: IncidentFlow, name: string, message: unknown): IncidentActionEvent {
  const event = incidentEvent(name, message);
  if (!event || !isIncidentAction(event)) throw failure(incidentRefusal(flow.state, 'Malformed'));
  return event;
}

function failure(refusal: IncidentRefusal): ApplicationFailure {
  return ApplicationFailure.create({
    message: `refused: ${refusal.code}`,
    type: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
}
