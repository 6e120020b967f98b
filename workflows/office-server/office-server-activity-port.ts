import type { CaseLeft, OfficeServerView, SessionRecord } from './office-server-types.ts';

/** What an office server's workflow may do to the world. It can be repeated safely. */
export interface OfficeServerActivities {
  /**
   * Tells the world what has become of sessions, and writes the read model, where an older version than the recorded one
   * changes nothing. Whoever is next in line is told here. Never a local activity (ADR 0011).
   *
   * Answers with the cases of these sessions that have left their agent already: the API looked at the read model a
   * moment too early, and the signal came before this workflow ran.
   */
  publishSessions(publication: { view: OfficeServerView; news: SessionRecord[] }): Promise<{ left: CaseLeft[] }>;
}
