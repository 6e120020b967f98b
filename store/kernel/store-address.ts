export interface StoreAddress {
  /** mongodb:// or mongodb+srv:// */
  uri: string;
  /** Instead of the database that the address names. */
  databaseName?: string;
  /** Milliseconds after which an unreachable store is given up on. */
  serverSelectionTimeoutMs: number;
  /** Other than usual: after how many milliseconds without any server the driver is replaced; for tests. */
  renewAfterMs?: number;
}
