/** What an admin has changed carries these; what was only inserted has neither: version 1 and in use. */
export interface Revised {
  /** From 1, rises with each change; an ETag. */
  version?: number;
  /** False: kept for what refers to it, offered to nobody. */
  active?: boolean;
}

/** Things with ids that rarely change: offices, systems, office servers. */
export interface Catalog<Row> {
  /** Inserts once; one that exists is left as it is and false is answered. */
  insert(row: Row): Promise<boolean>;
  find(id: string): Promise<Row | null>;
  /** In order of id. */
  list(): Promise<Row[]>;
  /** Overwrites it unless a newer or equal version is recorded, or nothing is there: then it answers false. */
  record(row: Row): Promise<boolean>;
  /** Removing what is not there changes nothing. */
  remove(id: string): Promise<void>;
}
