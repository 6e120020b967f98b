/** How often an activity of a case or an incident is tried again, for ever: what it tells must be told, however late. */
export const activityRetry = { initialInterval: '250 milliseconds', maximumInterval: '30 seconds' } as const;
