import type { Complaint } from '../api/client.ts';

type Phased = Pick<Complaint, 'status'>;

/** Nothing can be said or done in it any more. */
export function hasEnded({ status }: Phased): boolean {
  return status === 'closed' || status === 'withdrawn' || status === 'merged';
}

/** Somebody still works on it, or will. */
export function isOpen(complaint: Phased): boolean {
  return !hasEnded(complaint) && complaint.status !== 'resolved';
}

const byActivity = (one: Complaint, other: Complaint) => Date.parse(other.updatedAt) - Date.parse(one.updatedAt);

/** Those that are worked on, and those that are done; where something happened last, first. */
export function byPhase(complaints: readonly Complaint[]): { open: Complaint[]; done: Complaint[] } {
  const sorted = [...complaints].sort(byActivity);
  return { open: sorted.filter(isOpen), done: sorted.filter((complaint) => !isOpen(complaint)) };
}
