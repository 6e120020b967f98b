import type { CaseState, Deadline, DeadlineKind } from './complaint-types.ts';

/** Replaces the case's deadline of this kind by one that is still to be planned. `from` is epoch milliseconds. */
export function withDeadline(state: CaseState, kind: DeadlineKind, from: number): CaseState {
  const serial = state.deadlineSerial + 1;
  const deadline: Deadline = { kind, serial, from, at: null };
  return { ...state, deadlineSerial: serial, deadlines: [...withoutDeadline(state, kind).deadlines, deadline] };
}

export function withoutDeadline(state: CaseState, kind: DeadlineKind): CaseState {
  return { ...state, deadlines: state.deadlines.filter((deadline) => deadline.kind !== kind) };
}

/** Stops the clock of this kind. */
export function withPaused(state: CaseState, kind: DeadlineKind, now: number): CaseState {
  return withEach(state, kind, (deadline) => ({ ...deadline, pausedAt: now }));
}

/** Lets the clock of this kind go on; what remains is planned anew, as another deadline than before. */
export function withResumed(state: CaseState, kind: DeadlineKind, now: number): CaseState {
  const serial = state.deadlineSerial + 1;
  const resumed = withEach(state, kind, ({ pausedAt, ...deadline }) => ({
    ...deadline,
    serial,
    at: null,
    pauses: [...(deadline.pauses ?? []), { from: pausedAt ?? now, to: now }],
  }));
  return { ...resumed, deadlineSerial: serial };
}

/** Everything is planned again from where it began: the desk's rules have changed. One that stands is planned when it goes on. */
export function withAllReplanned(state: CaseState): CaseState {
  let serial = state.deadlineSerial;
  const deadlines = state.deadlines.map((deadline) =>
    deadline.pausedAt === undefined ? { ...deadline, at: null, serial: (serial += 1) } : deadline,
  );
  return { ...state, deadlines, deadlineSerial: serial };
}

/** The deadlines that are still to be planned. */
export function unplannedDeadlines(state: CaseState): Deadline[] {
  return state.deadlines.filter((deadline) => deadline.at === null && deadline.pausedAt === undefined);
}

/** The planned deadline that passes first, if any. */
export function earliestDeadline(state: CaseState): (Deadline & { at: number }) | undefined {
  return state.deadlines
    .filter(
      (deadline): deadline is Deadline & { at: number } => deadline.at !== null && deadline.pausedAt === undefined,
    )
    .sort((a, b) => a.at - b.at)[0];
}

function withEach(state: CaseState, kind: DeadlineKind, change: (deadline: Deadline) => Deadline): CaseState {
  return {
    ...state,
    deadlines: state.deadlines.map((deadline) => (deadline.kind === kind ? change(deadline) : deadline)),
  };
}
