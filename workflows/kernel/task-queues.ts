/** Complaints, incidents and office servers: all wait for people, none is ever in a hurry (ADR 0013). */
export const complaintTaskQueue = 'giliran-complaints';

/** Rotations have a queue and a worker of their own, so that a flood of complaints never delays a turn. */
export const rotationTaskQueue = 'giliran-rotations';

/** Mail and webhooks: a server of somebody else's that is slow must not take a place from a case. */
export const outboxTaskQueue = 'giliran-outbox';
