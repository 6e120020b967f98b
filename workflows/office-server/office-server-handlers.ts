import { ApplicationFailure, condition, log, setHandler } from '@temporalio/workflow';
import type { SessionRefusal } from './office-server-errors.ts';
import type { OfficeServerFlow } from './office-server-flow.ts';
import { officeServerEvent } from './office-server-guard.ts';
import * as messages from './office-server-messages.ts';
import { refused } from './office-server-refusal.ts';
import { lease } from './office-server-state.ts';
import type { OfficeServerEvent, QueuedSession, SessionStanding } from './office-server-types.ts';
import { officeServerView, standingOf } from './office-server-view.ts';

/** Wires every message to the flow. Called before the first await, so that no message finds no handler. */
export function registerHandlers(flow: OfficeServerFlow): void {
  setHandler(messages.getOfficeServer, () => officeServerView(flow.state));
  setHandler(messages.caseLeft, (message) => happenBySignal(flow, 'caseLeft', message));
  setHandler(messages.limitChanged, (message) => happenBySignal(flow, 'limitChanged', message));
  setHandler(messages.revokeSignal, (message) => happenBySignal(flow, 'revoke', message));

  setHandler(
    messages.requestSession,
    async (message) => {
      await settled(flow, 'requestSession', message);
      return standing(flow, (each) => each.caseId === message.caseId && each.agentId === message.agentId);
    },
    { validator: (message) => validate(flow, 'requestSession', message) },
  );
  setHandler(
    messages.extendSession,
    async (message) => {
      await settled(flow, 'extendSession', message);
      return standing(flow, (each) => each.sessionId === message.sessionId);
    },
    { validator: (message) => validate(flow, 'extendSession', message) },
  );
  setHandler(messages.endSession, (message) => settled(flow, 'endSession', message), {
    validator: (message) => validate(flow, 'endSession', message),
  });
}

function happenBySignal(flow: OfficeServerFlow, name: string, message: unknown): void {
  const event = officeServerEvent(name, message);
  if (!event) return log.warn('a malformed message was ignored', { name });
  const refusal = flow.happen(event);
  if (refusal) log.warn('a message was refused', { name, ...refusal });
}

/** Synchronous, as a validator must be: an async one would refuse nothing. */
function validate(flow: OfficeServerFlow, name: string, message: unknown): void {
  const result = lease(flow.state, wellFormed(name, message), Date.now());
  if (result.outcome === 'refused') throw failure(result.refusal);
}

/** Lets it happen, and waits until it can be read in the store. */
async function settled(flow: OfficeServerFlow, name: string, message: unknown): Promise<void> {
  const refusal = flow.happen(wellFormed(name, message));
  if (refusal) throw failure(refusal);
  const { version } = flow.state;
  await condition(() => flow.isPublished(version));
}

/** How it stands by now: while it was published, the case may have left or the queue may have moved. */
function standing(flow: OfficeServerFlow, isMeant: (session: QueuedSession) => boolean): SessionStanding {
  const found = standingOf(flow.state, isMeant);
  if (found) return found;
  const ended = flow.state.ended.findLast((each) => isMeant({ ...each, caseVersion: 0, minutes: 0, requestedAt: 0 }));
  throw failure(ended?.how === 'caseLeft' ? refused('CaseLeft') : refused('SessionEnded', ended?.how));
}

function wellFormed(name: string, message: unknown): OfficeServerEvent {
  const event = officeServerEvent(name, message);
  if (!event) throw failure(refused('Malformed'));
  return event;
}

function failure(refusal: SessionRefusal): ApplicationFailure {
  return ApplicationFailure.create({
    message: `refused: ${refusal.code}`,
    type: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
}
