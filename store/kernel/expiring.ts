/** Rows that are kept for a time only. Days are UTC, YYYY-MM-DD, of when a row was written. */
export interface Expiring {
  /** Some of those that were written on this day and may go, in order of id, after the id `after`. */
  writtenOn(day: string, page: { after?: string; limit: number }): Promise<string[]>;
  /** Removes them, but never what is still to be sent; answers how many went. */
  removeMany(ids: string[]): Promise<number>;
}
