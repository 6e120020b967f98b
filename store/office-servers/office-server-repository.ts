/** A local server in an office, with room for a limited number of remote sessions at once. */
export interface OfficeServer {
  serverId: string;
  officeId: string;
  name: string;
  sessionLimit: number;
}

export interface OfficeServerRepository {
  /** Inserts once; an existing server is left as it is and false is answered. */
  insert(server: OfficeServer): Promise<boolean>;
  find(serverId: string): Promise<OfficeServer | null>;
  /** In order of id. */
  list(): Promise<OfficeServer[]>;
}
