import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import { isOver, type Transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseState, Deadline } from '../../../workflows/complaint/complaint-types.ts';
import type { DeskSettings } from '../../../store/desks/desk-repository.ts';
import { day, hour, minute } from '../world/simulated-network.ts';
import type { WorkingClock } from '../world/working-clock.ts';
import type { ViolationLog } from './violation-log.ts';

interface Decision {
  before: CaseState | null;
  event: CaseEvent | null;
  result: Transition;
}

const withAgent: readonly string[] = ['assigned', 'inProgress', 'waitingOnSubmitter', 'resolved'];
const withoutAgent: readonly string[] = ['received', 'escalating', 'merged'];

/** Holds each decision of a case against what must hold in every case. */
export class CaseCheck {
  readonly #log: ViolationLog;
  readonly #passed = new Set<string>();

  constructor(log: ViolationLog) {
    this.#log = log;
  }

  decided({ before, event, result }: Decision, now: number): void {
    if (result.outcome === 'refused') return;
    const { state } = result;
    if (result.outcome === 'unchanged') {
      this.#form(before === state, state, () => 'an unchanged case is another one');
      return;
    }
    this.#form(before === null || state.version === before.version + 1, state, () => 'its version jumps');
    this.#form(before === null || !isOver(before), state, () => `it has ended and changes by ${event?.type}`);
    const isSilent = event?.type === 'deadlinePlanned' || event?.type === 'settingsChanged';
    this.#form(isSilent || result.entries.length > 0, state, () => `it changes without a word by ${event?.type}`);
    const misfits = state.agentId === null ? withAgent : withoutAgent;
    const isResolvedUnseen = state.status === 'resolved' && state.agentId === null;
    this.#form(isResolvedUnseen || !misfits.includes(state.status), state, () => {
      return `it is ${state.status} with agent ${state.agentId}`;
    });
    this.#deadlines(state);
    if (before && event) this.#once(before, event, now);
  }

  planned(
    { caseId, tier }: CaseState,
    deadline: Deadline,
    at: number,
    desk: { settings: DeskSettings; clock: WorkingClock },
  ): void {
    const { clock, settings } = desk;
    const allowance = allowanceOf(settings, deadline.kind, tier);
    const days = /^P(\d+)D$/.exec(allowance)?.[1];
    const first = days
      ? clock.plusDays(deadline.from, Number(days))
      : clock.plus(deadline.from, milliseconds(allowance));
    const paused = (deadline.pauses ?? []).reduce((sum, { from, to }) => sum + clock.within(from, to), 0);
    const expected = paused === 0 ? first : clock.plus(first, paused);
    this.#log.unless(at === expected, 'deadlineInstant', caseId, () => {
      return `${deadline.kind} from ${iso(deadline.from)} is ${iso(at)}, not ${iso(expected)}`;
    });
  }

  #deadlines(state: CaseState): void {
    if (isOver(state) || state.status === 'merged') return;
    const isRunning = state.deadlines.some(({ pausedAt }) => pausedAt === undefined);
    this.#log.unless(isRunning, 'deadlineRuns', state.caseId, () => `it is ${state.status}`);
    const kinds = state.deadlines.map(({ kind }) => kind);
    this.#form(new Set(kinds).size === kinds.length, state, () => `it has two deadlines of a kind: ${kinds}`);
  }

  #once(before: CaseState, event: CaseEvent, now: number): void {
    const { caseId } = before;
    if (event.type === 'deadlinePassed') {
      const key = `${caseId}/${event.serial}`;
      this.#log.unless(!this.#passed.has(key), 'deadlineOnce', caseId, () => `deadline ${event.serial} acts again`);
      this.#passed.add(key);
      const at = before.deadlines.find(({ serial }) => serial === event.serial)?.at ?? Infinity;
      this.#log.unless(at <= now, 'deadlineOnce', caseId, () => `deadline ${event.serial} acts early`);
    }
    const id = 'action' in event ? event.action.actionId : event.type === 'messageAdded' ? event.messageId : null;
    const isRepeated = id !== null && before.actionIds.includes(id);
    this.#log.unless(!isRepeated, 'actionOnce', caseId, () => `${event.type} is done again`);
  }

  #form(holds: boolean, { caseId }: CaseState, what: () => string): void {
    this.#log.unless(holds, 'caseForm', caseId, what);
  }
}

function allowanceOf(settings: DeskSettings, kind: Deadline['kind'], tier: string): string {
  const resolve = tier === 'tier-1' ? settings.resolveTier1Within : settings.resolveTier2Within;
  const { acknowledgeWithin: acknowledge, reopenWindow: reopen, answerWithin: answer = 'P5D' } = settings;
  return { acknowledge, resolve, reopen, answer }[kind];
}

const units: Record<string, number> = { D: day, H: hour, M: minute };

/** `PT8H`, `PT90M` */
function milliseconds(duration: string): number {
  const [, count = '0', unit = 'H'] = /^PT(\d+)([HM])$/.exec(duration) ?? [];
  return Number(count) * (units[unit] ?? NaN);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
