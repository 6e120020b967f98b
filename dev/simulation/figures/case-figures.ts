import type { CaseEvent } from '../../../workflows/complaint/complaint-event-types.ts';
import type { Transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseState, DeadlineKind } from '../../../workflows/complaint/complaint-types.ts';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import type { WorkingClock } from '../world/working-clock.ts';

type DeadlineName = Exclude<DeadlineKind, 'resolve'> | 'resolve tier-1' | 'resolve tier-2';

interface Decision {
  before: CaseState | null;
  event: CaseEvent | null;
  result: Transition;
}

/** Counts what happens to cases. */
export class CaseFigures {
  /** Timeline entries by type. */
  readonly entries = new Map<string, number>();
  readonly deadlines = new Map<DeadlineName, { met: number; missed: number }>();
  /** Working milliseconds. */
  readonly waits = { turn: [] as number[], acknowledge: [] as number[], resolve: [] as number[] };
  readonly scores: number[] = [];
  opened = 0;
  followed = 0;
  maxReports = 0;
  readonly #asked = new Map<string, number>();

  told(entries: TimelineEntry[]): void {
    for (const { data, type } of entries) {
      const name = type === 'escalated' ? `escalated by ${String(data['by'])}` : type;
      this.entries.set(name, (this.entries.get(name) ?? 0) + 1);
      if (type === 'rated') this.scores.push(Number(data['score']));
    }
  }

  decided({ before, event, result }: Decision, now: number, clock: WorkingClock): void {
    if (result.outcome !== 'changed') return;
    const { effects, state } = result;
    if (before === null) {
      this.opened += 1;
      if (state.previousCaseId !== null) this.followed += 1;
    }
    if (effects.some(({ type }) => type === 'requestTurn')) this.#asked.set(state.caseId, now);
    if (before && event) {
      this.#waited(before, event, state, now, clock);
      this.#countDeadlines(before, event, state);
    }
    this.maxReports = Math.max(this.maxReports, state.reportIds.length);
  }

  #waited(before: CaseState, event: CaseEvent, state: CaseState, now: number, clock: WorkingClock): void {
    if (event.type === 'turnGranted') {
      const asked = this.#asked.get(state.caseId);
      if (asked !== undefined) this.waits.turn.push(clock.within(asked, now));
    }
    if (event.type === 'acknowledge') this.waits.acknowledge.push(clock.within(before.assignedAt ?? now, now));
    if (event.type === 'resolve') this.waits.resolve.push(clock.within(before.openedAt, now));
  }

  /** One that is planned anew is the same; one that begins at another instant is another. */
  #countDeadlines(before: CaseState, event: CaseEvent, after: CaseState): void {
    for (const { from, kind, serial } of before.deadlines) {
      if (after.deadlines.some((other) => other.kind === kind && other.from === from)) continue;
      const name: DeadlineName = kind === 'resolve' ? `resolve ${before.tier}` : kind;
      const counts = this.deadlines.get(name) ?? { met: 0, missed: 0 };
      const isMissed = event.type === 'deadlinePassed' && event.serial === serial;
      counts[isMissed ? 'missed' : 'met'] += 1;
      this.deadlines.set(name, counts);
    }
  }
}
