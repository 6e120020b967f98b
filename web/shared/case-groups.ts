import type { Complaint } from '../api/client.ts';

/** An agent has the case, and it is not solved. */
export const workedStatuses: Complaint['status'][] = ['assigned', 'inProgress', 'waitingOnSubmitter'];

/** Somebody still has to solve it. */
export const openStatuses: Complaint['status'][] = ['received', ...workedStatuses, 'escalating'];
