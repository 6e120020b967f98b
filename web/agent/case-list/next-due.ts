import type { Complaint } from '../../api/client.ts';

/** What a case wants next from whoever has it, and until when. */
export interface NextDue {
  kind: 'acknowledge' | 'resolve';
  at: string;
}

/** `late`: the time is over · `soon`: an hour or less · `calm`: longer · `paused`: the clock stands · `none`: nothing is due. */
export type Urgency = 'late' | 'soon' | 'calm' | 'paused' | 'none';

type Timed = Pick<Complaint, 'status' | 'acknowledgeBy' | 'resolveBy' | 'overdue' | 'number'>;

const soonMs = 3_600_000;

/** Null when nothing is due: nobody has it yet, it waits for the submitter, or it has ended. */
export function nextDueOf({ acknowledgeBy, resolveBy, status }: Timed): NextDue | null {
  if (status === 'assigned' && acknowledgeBy !== null) return { kind: 'acknowledge', at: acknowledgeBy };
  const runs = status === 'assigned' || status === 'inProgress' || status === 'received' || status === 'escalating';
  return runs && resolveBy !== null ? { kind: 'resolve', at: resolveBy } : null;
}

/** `now` in epoch milliseconds. */
export function urgencyOf(complaint: Timed, now: number): Urgency {
  if (complaint.overdue) return 'late';
  if (complaint.status === 'waitingOnSubmitter') return 'paused';
  const due = nextDueOf(complaint);
  if (due === null) return 'none';
  const left = Date.parse(due.at) - now;
  return left <= 0 ? 'late' : left <= soonMs ? 'soon' : 'calm';
}

/** For sorting: what is overdue, then what is due first, then what has no time to keep. */
export function byDue(now: number): (one: Timed, other: Timed) => number {
  const rank = (complaint: Timed) => {
    const urgency = urgencyOf(complaint, now);
    return urgency === 'late' ? 0 : urgency === 'soon' || urgency === 'calm' ? 1 : urgency === 'paused' ? 2 : 3;
  };
  const at = (complaint: Timed) => Date.parse(nextDueOf(complaint)?.at ?? complaint.resolveBy ?? '9999-12-31');
  return (one, other) => rank(one) - rank(other) || at(one) - at(other) || one.number.localeCompare(other.number);
}
