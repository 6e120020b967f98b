import { ApplicationFailure, log, setHandler, uuid4 } from '@temporalio/workflow';
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import type { Refusal } from './complaint-errors.ts';
import type { ComplaintFlow } from './complaint-flow.ts';
import { registerIncidentNews } from './complaint-incident-handlers.ts';
import { isMessage, isReportRef, isStorable, signalledAction } from './complaint-guard.ts';
import * as messages from './complaint-messages.ts';
import { caseMergedNews, forwarderNews, turnGrantedNews, turnWithdrawnNews } from './complaint-news-guard.ts';
import { isAction, refusal, refusalOf, type ActionEvent } from './complaint-refusal.ts';
import type { CaseEvent } from './complaint-event-types.ts';
import { registerCorrection } from './correction-handlers.ts';
import type { ActionRef } from './complaint-types.ts';

/** Wires every message of messages to the flow. Called before the first await, so that no message finds no handler. */
export function registerHandlers(flow: ComplaintFlow): void {
  setHandler(messages.getCase, () => flow.view);
  setHandler(messages.reportAttached, (message) => {
    if (isReportRef(message?.report)) flow.attach(message.report, message);
    else log.warn('a malformed report was ignored');
  });
  registerTurns(flow);
  setHandler(messages.messageAdded, (message) => {
    if (isMessage(message)) flow.happen({ type: 'messageAdded', ...message });
    else log.warn('a malformed message was ignored');
  });
  hear(flow, messages.turnWithdrawn, turnWithdrawnNews);
  hear(flow, messages.caseMerged, caseMergedNews);
  hear(flow, messages.forwarderTold, forwarderNews);
  registerIncidentNews(flow);
  setHandler(messages.settingsChanged, () => {
    flow.happen({ type: 'settingsChanged' });
  });
  setHandler(messages.publishingDoubted, () => {
    flow.doubt();
  });
  registerSignalledActions(flow);
  registerUpdates(flow);
  registerCorrection(flow, { validate, failure });
}

/** News from a rotation or another case, if they are of the form that those send. */
function hear<Message>(
  flow: ComplaintFlow,
  signal: SignalDefinition<[Message]>,
  eventOf: (message: unknown) => CaseEvent | null,
): void {
  setHandler(signal, (message) => {
    const event = eventOf(message);
    if (event) flow.happen(event);
    else log.warn('malformed news were ignored', { name: signal.name });
  });
}

/** A turn comes as an update, or as a signal when no answer came to that. */
function registerTurns(flow: ComplaintFlow): void {
  hear(flow, messages.turnGranted, (message) => {
    flow.doubt();
    return turnGrantedNews(message);
  });
  const take = async (message: unknown): Promise<messages.ActionAnswer> => {
    flow.takesTurnsByUpdate();
    const event = turnGrantedNews(message);
    if (event) flow.happen(event);
    const news = await flow.handOver({ isRepeated: true, isDurable: true });
    return { view: flow.view, repeated: false, ...(news && { news }) };
  };
  setHandler(messages.takeTurn, take, {
    validator: (message) => {
      if (!turnGrantedNews(message)) throw failure(refusal(flow.state, 'Malformed'));
    },
  });
}

/** What a supervisor sends from the Temporal UI or CLI while no API runs, and the API while no worker runs. */
function registerSignalledActions(flow: ComplaintFlow): void {
  setHandler(messages.resolveSignal, (message) => {
    const action = signalledAction(message, uuid4());
    if (!action) return log.warn('a malformed resolve signal was ignored');
    const resolutionId = message.resolutionId ?? action.actionId;
    return happenBySignal(flow, { type: 'resolve', action, resolutionId }, message.resolution);
  });
  setHandler(messages.escalateSignal, (message) => {
    const action = signalledAction(message, uuid4());
    if (!action) return log.warn('a malformed escalate signal was ignored');
    const reasonId = message.reasonId ?? action.actionId;
    return happenBySignal(flow, { type: 'escalate', action, reasonId }, message.reason);
  });
}

function happenBySignal(
  flow: ComplaintFlow,
  event: Extract<CaseEvent, { type: 'resolve' | 'escalate' }>,
  text: unknown,
): void {
  const refused = flow.happen(event);
  if (refused) return log.warn('an action sent as a signal was refused', { action: event.type, ...refused });
  if (!isStorable(text)) return;
  const isResolution = event.type === 'resolve';
  flow.keepText({
    messageId: isResolution ? event.resolutionId : event.reasonId,
    caseId: flow.state.caseId,
    kind: isResolution ? 'resolution' : 'escalationReason',
    authorId: event.action.actor.id,
    text,
  });
}

/** What the API sends: validated at once, answered when it can be read in the store, or with what is to be written there. */
function registerUpdates(flow: ComplaintFlow): void {
  accept(flow, messages.acknowledge, (action) => ({ type: 'acknowledge', action }));
  accept(flow, messages.resolve, ({ resolutionId, ...action }) => ({ type: 'resolve', action, resolutionId }));
  accept(flow, messages.escalate, ({ reasonId, ...action }) => ({ type: 'escalate', action, reasonId }));
  accept(flow, messages.ask, ({ messageId, ...action }) => ({ type: 'ask', action, messageId }));
  accept(flow, messages.resume, (action) => ({ type: 'resume', action }));
  accept(flow, messages.reassign, ({ agentId, reasonId, ...action }) => ({
    type: 'reassign',
    action,
    agentId,
    reasonId,
  }));
  accept(flow, messages.reopen, ({ reasonId, ...action }) => ({ type: 'reopen', action, reasonId }));
  accept(flow, messages.withdraw, ({ reasonId, ...action }) => ({ type: 'withdraw', action, reasonId }));
  accept(flow, messages.merge, ({ into, ...action }) => ({ type: 'merge', action, into }));
  accept(flow, messages.detach, ({ detachment, reasonId, ...action }) => ({
    type: 'detach',
    action,
    detachment,
    reasonId,
  }));
  accept(flow, messages.rate, ({ score, commentId, ...action }) => ({ type: 'rate', action, score, commentId }));
}

function accept<Message extends ActionRef>(
  flow: ComplaintFlow,
  update: UpdateDefinition<messages.ActionAnswer, [Message]>,
  eventOf: (message: Message) => ActionEvent,
): void {
  setHandler(update, (message: Message) => answer(flow, eventOf(message)), {
    validator: (message: Message) => validate(flow, eventOf(message)),
  });
}

/** Synchronous, as a validator must be: an async one would refuse nothing. */
function validate(flow: ComplaintFlow, event: ActionEvent): void {
  const { actionId, actor } = event.action;
  if (!isAction(event) || !actionId || !actor?.id) throw failure(refusal(flow.state, 'Malformed'));
  if (flow.state.actionIds.includes(actionId)) return;
  const refused = refusalOf(flow.state, event);
  if (refused) throw failure(refused);
}

async function answer(flow: ComplaintFlow, event: ActionEvent): Promise<messages.ActionAnswer> {
  const repeated = flow.state.actionIds.includes(event.action.actionId);
  const refused = flow.happen(event);
  if (refused) throw failure(refused);
  const { intentKept, publishes } = event.action;
  const taker = { isRepeated: repeated, isDurable: intentKept === true };
  const news = publishes === true ? await flow.handOver(taker) : null;
  if (!news) await flow.published();
  return { view: flow.view, repeated, ...(news && { news }) };
}

function failure(refused: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    message: `refused: ${refused.code}`,
    type: refused.code,
    nonRetryable: true,
    details: [refused],
  });
}
