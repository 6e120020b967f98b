import type { Message } from '../../store/messages/message-repository.ts';
import type { Refusal } from '../../workflows/complaint/complaint-errors.ts';
import type { ActionAnswer } from '../../workflows/complaint/complaint-messages.ts';
import type { Correction } from '../../workflows/complaint/complaint-correction-types.ts';
import type { CaseLink, CaseView, Detachment } from '../../workflows/complaint/complaint-types.ts';
import type { Actor } from '../auth/actor.ts';
import type { CaseAction, CaseAddress, SignalledCaseAction } from '../engine/engine-types.ts';
import { entityTag, expectedVersion } from '../http/entity-tag.ts';
import { Problem } from '../http/problem.ts';
import type { Locale } from '../locale/translate.ts';
import type { FoundCase } from './complaint-lookup.ts';
import type { ComplaintServices } from './complaint-services.ts';
import { nobodyYet, statusInWords } from './complaint-texts.ts';
import { actionIdOf } from './intake/report-identity.ts';

/** Seconds after which it makes sense to ask again while a case has not begun or no worker answers. */
const retrySoon = { 'Retry-After': '2' };

export interface ActionRequest {
  name: CaseAction['name'];
  /** The resolution, the question, the reason or the comment; not every action has one. */
  text?: string;
  /** Reassigning: to whom; null is the next in turn. */
  agentId?: string | null;
  /** Merging: the case that goes on. */
  into?: CaseLink;
  /** Detaching: the report that leaves. */
  detachment?: Detachment;
  /** Correcting: what to, and the other case that runs under the new fingerprint, if one does. */
  corrected?: { correction: Correction; occupiedBy: CaseLink | null };
  /** Rating: 1 (bad) to 5. */
  score?: number;
  found: FoundCase;
  actor: Actor;
  locale: Locale;
  idempotencyKey: string | undefined;
  ifMatch: number[] | null | undefined;
}

/** `done`: the case answered with what it is now · `accepted`: left with the case, to be done when a worker is there. */
export type ActionResult = { kind: 'done' | 'accepted'; view: CaseView; sameProblem?: CaseLink };

function refusalProblem(refusal: Refusal, words: { agent: string; locale: Locale }): Problem | Error {
  const { status, version } = refusal;
  const members = { caseStatus: status, version };
  switch (refusal.code) {
    case 'NotAssigned':
      return new Problem('not_assigned', { members });
    case 'CaseMovedOn':
      return new Problem('case_moved_on', { members, values: { agent: words.agent } });
    case 'IllegalInStatus':
      return new Problem('illegal_in_status', { members, values: { status: statusInWords(status, words.locale) } });
    case 'NoHigherTier':
      return new Problem('no_higher_tier', { members });
    case 'ReportNotInCase':
      return new Problem('report_not_in_case', { members });
    case 'ReportOpenedCase':
      return new Problem('report_opened_case', { members });
    case 'NothingChanged':
      return new Problem('nothing_to_correct', { members });
    case 'VersionMismatch':
      return new Problem('version_mismatch', { members, headers: { ETag: entityTag(version) } });
    case 'Malformed':
      return new Error('the case found an action of ours malformed');
  }
}

async function refused(services: ComplaintServices, refusal: Refusal, locale: Locale): Promise<Problem | Error> {
  const { agentId } = refusal;
  const agent =
    agentId === null ? nobodyYet(locale) : ((await services.directory.people([agentId])).get(agentId) ?? '');
  return refusalProblem(refusal, { agent, locale });
}

function actionOf(
  { actor, agentId = null, corrected, detachment, into, name, score = 0, text, ...request }: ActionRequest,
  { actionId, intentId }: { actionId: string; intentId: string | null },
): CaseAction {
  const version = expectedVersion(request.ifMatch);
  const expected = version === undefined ? {} : { expectedVersion: version };
  const publishing = { publishes: true as const, ...(intentId !== null && { intentKept: true as const }) };
  const ref = { actionId, actor: { id: actor.id, role: actor.role }, ...publishing, ...expected };
  const reasonId = actionId;
  switch (name) {
    case 'acknowledge':
    case 'resume':
      return { name, ref };
    case 'resolve':
      return { name, ref: { ...ref, resolutionId: actionId } };
    case 'ask':
      return { name, ref: { ...ref, messageId: actionId } };
    case 'escalate':
    case 'reopen':
    case 'withdraw':
      return { name, ref: { ...ref, reasonId } };
    case 'reassign':
      return { name, ref: { ...ref, agentId, reasonId } };
    case 'merge':
      if (into === undefined) throw new Error('a merge without a case to merge into');
      return { name, ref: { ...ref, into } };
    case 'correct':
      if (corrected === undefined) throw new Error('a correction without facts');
      return { name, ref: { ...ref, ...corrected, reasonId } };
    case 'detach':
      if (detachment === undefined) throw new Error('detaching without a report');
      return { name, ref: { ...ref, detachment, reasonId: text === undefined ? null : actionId } };
    case 'rate':
      return { name, ref: { ...ref, score, commentId: text === undefined ? null : actionId } };
  }
}

/** What the text of each action is in the case's conversation: a question to the submitter is a reply like any other. */
const textKinds: Record<CaseAction['name'], Message['kind'] | null> = {
  acknowledge: null,
  resume: null,
  resolve: 'resolution',
  escalate: 'escalationReason',
  ask: 'reply',
  reassign: 'reason',
  reopen: 'reason',
  withdraw: 'reason',
  merge: null,
  detach: 'reason',
  correct: 'reason',
  rate: 'comment',
};

/** The text first: when the workflow names its id, whoever reads the case can read the text too. */
async function keepText(services: ComplaintServices, request: ActionRequest, actionId: string): Promise<void> {
  const { actor, found, name, text } = request;
  const kind = textKinds[name];
  if (text === undefined || kind === null) return;
  const at = services.clock().toISOString();
  const { caseId } = found.view;
  await services.store.messages.insert({ messageId: actionId, caseId, kind, authorId: actor.id, text, at });
  if (request.idempotencyKey === undefined) return;
  const [kept] = await services.store.messages.findMany([actionId]);
  if (kept !== undefined && kept.text !== text) throw new Problem('idempotency_key_reused');
}

/** What must be durable before the case is asked; answers with the id of the intent to publish its answer, if that is. */
async function keepBefore(services: ComplaintServices, request: ActionRequest, actionId: string) {
  const keeping = services.intents.keep(request.found.view);
  try {
    await keepText(services, request, actionId);
  } catch (error) {
    services.intents.settle(await keeping);
    throw error;
  }
  return keeping;
}

/** Before the sender is answered: they read what they have done. If it fails, the case sees to it. */
async function publishAnswer({ publisher }: ComplaintServices, { news, view }: ActionAnswer): Promise<void> {
  if (news) await publisher.publish({ view, ...news });
}

function isSignalled(action: CaseAction): action is SignalledCaseAction {
  return action.name === 'resolve' || action.name === 'escalate';
}

/** No worker answers. What is a durable signal too is left with the case; the rest may be asked for again. */
async function leaveWithCase(services: ComplaintServices, address: CaseAddress, action: CaseAction): Promise<void> {
  // A signal cannot insist on a version, so an action that does is not left.
  const left = isSignalled(action) && action.ref.expectedVersion === undefined ? action : null;
  if (left === null) throw new Problem('worker_unavailable', { headers: retrySoon });
  const outcome = await services.engine.signalAction(address, left);
  if (outcome === 'notRunning') throw new Problem('case_closed');
}

/**
 * Has an agent's or supervisor's action done by the case itself, which alone knows whether it may be. Repeating it with
 * the same Idempotency-Key gets the same answer.
 * @throws Problem why it was refused; nothing was changed then
 * @throws EngineUnavailable it is not known whether it was done
 */
export async function actOnCase(services: ComplaintServices, request: ActionRequest): Promise<ActionResult> {
  const { actor, found, idempotencyKey, locale, name } = request;
  const { view } = found;
  if (!found.begun) throw new Problem('case_not_begun', { headers: retrySoon });
  const actionId = actionIdOf({ actorId: actor.id, caseId: view.caseId, name, idempotencyKey });
  // A late repetition of what resolved it.
  if (view.status === 'closed' && view.resolutionId === actionId) return { kind: 'done', view };
  if (view.status === 'closed' || view.status === 'withdrawn') throw new Problem('case_closed');
  const intentId = await keepBefore(services, request, actionId);
  const action = actionOf(request, { actionId, intentId });
  const outcome = await services.engine.act(view, action);
  switch (outcome.kind) {
    case 'done':
      if (name === 'ask') await services.store.messages.settle({ messageId: actionId, delivery: 'delivered' });
      await publishAnswer(services, outcome.answer);
      services.intents.settle(intentId);
      return { kind: 'done', ...outcome.answer };
    case 'refused':
      services.intents.settle(intentId);
      // A question that was not put is not part of the conversation.
      if (name === 'ask') await services.store.messages.settle({ messageId: actionId, delivery: 'refused' });
      throw await refused(services, outcome.refusal, locale);
    case 'notRunning':
      services.intents.settle(intentId);
      throw new Problem('case_closed');
    case 'unanswered':
      // The intent stays: nobody here will publish what the case may still answer.
      await leaveWithCase(services, view, action);
      return { kind: 'accepted', view };
  }
}
