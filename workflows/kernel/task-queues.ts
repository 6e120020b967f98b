/** Complaints and everything that serves them. */
export const complaintTaskQueue = 'giliran-complaints';

/** Rotations have a queue and a worker of their own, so that a flood of complaints never delays a turn. */
export const rotationTaskQueue = 'giliran-rotations';
