/** Top-level names of the text files that only staff and administrators ever read: loaded with their first page. */
export const staffAreas: readonly string[] = [
  ...['inbox', 'agentCase', 'servers', 'cases', 'keyboard'],
  ...['board', 'incident', 'figures', 'admin'],
];
