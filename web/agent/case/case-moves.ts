import type { Complaint, User } from '../../api/client.ts';
import { openStatuses as open, workedStatuses as worked } from '../../shared/case-groups.ts';

/** What one can do with a case besides writing to it. */
export type CaseMove =
  'acknowledge' | 'resolve' | 'ask' | 'resume' | 'escalate' | 'merge' | 'reassign' | 'reopen' | 'correct';

interface CaseMoves {
  /** What comes next; null when it is somebody else's turn to do something. */
  next: CaseMove | null;
  others: CaseMove[];
}

type Seen = Pick<Complaint, 'status' | 'tier' | 'overdue' | 'agent'>;

/** In which statuses which move makes sense. The case itself has the last word. */
const agentMoves: [CaseMove, Complaint['status'][]][] = [
  ['acknowledge', ['assigned']],
  ['resume', ['waitingOnSubmitter']],
  ['ask', ['assigned', 'inProgress']],
  ['resolve', worked],
  ['escalate', worked],
  ['merge', worked],
  ['correct', worked],
  ['reopen', ['resolved']],
];

const supervisorMoves: [CaseMove, Complaint['status'][]][] = [
  ['reassign', open],
  ['resume', ['waitingOnSubmitter']],
  ['ask', ['assigned', 'inProgress']],
  ['resolve', open],
  ['escalate', ['received', ...worked]],
  ['merge', open],
  ['correct', open],
  ['reopen', ['resolved']],
];

/** Whether reports can be detached: also from what is resolved. The case itself has the last word here too. */
export function mayDetach({ agent, status }: Seen, user: Pick<User, 'id' | 'role'>): boolean {
  if (user.role === 'supervisor') return status === 'resolved' || open.includes(status);
  return agent?.id === user.id && (status === 'resolved' || worked.includes(status));
}

function nextOf(complaint: Seen, isSupervisor: boolean): CaseMove | null {
  if (isSupervisor) return complaint.overdue ? 'reassign' : null;
  if (complaint.status === 'assigned') return 'acknowledge';
  return complaint.status === 'inProgress' ? 'resolve' : null;
}

/** What this person can do with the case as it stands. */
export function movesOf(complaint: Seen, user: Pick<User, 'id' | 'role'>): CaseMoves {
  const isSupervisor = user.role === 'supervisor';
  if (!isSupervisor && complaint.agent?.id !== user.id) return { next: null, others: [] };
  const moves = (isSupervisor ? supervisorMoves : agentMoves)
    .filter(
      ([move, statuses]) => statuses.includes(complaint.status) && (move !== 'escalate' || complaint.tier === 'tier-1'),
    )
    .map(([move]) => move);
  const wanted = nextOf(complaint, isSupervisor);
  const next = wanted !== null && moves.includes(wanted) ? wanted : null;
  return { next, others: moves.filter((move) => move !== next) };
}
