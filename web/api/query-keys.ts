/** Under which names answers are kept. Whatever begins with a key goes out of date with it. */
export const keys = {
  session: ['session'],
  complaints: ['complaints'],
  complaint: (id: string) => ['complaint', id],
  /** What was asked for while writing; no event changes it. */
  similar: ['similar'],
  notifications: ['notifications'],
  servers: ['servers'],
  incidents: ['incidents'],
  /** Rotations and agents. */
  desk: ['desk'],
  reports: ['reports'],
  /** Offices, systems, people, desks as administrators and forms see them. */
  setup: ['setup'],
} as const;
