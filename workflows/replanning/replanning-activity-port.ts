import type { ReplanningPlace } from './replanning-types.ts';

/** What re-planning may do to the world. */
export interface ReplanningActivities {
  /**
   * Tells one page of a desk's open cases to plan their deadlines again; telling a case twice changes nothing. Without a
   * place it begins. Answers with the place to go on from, null at the end, and how many were told.
   */
  replanCases(page: {
    deskId: string;
    place: ReplanningPlace | null;
  }): Promise<{ next: ReplanningPlace | null; told: number }>;
}
