/** What a program may want to be told of; `*` is all of it, also what is not named here. */
export const webhookEvents = [
  'received',
  'reportAttached',
  'assigned',
  'acknowledged',
  'escalated',
  'resolved',
  'reopened',
  'closed',
  'withdrawn',
  'merged',
  'overdue',
  'rated',
] as const;
