/** An information system that people complain about; it belongs to the desk that serves it. */
export interface InformationSystem {
  systemId: string;
  name: string;
  deskId: string;
}

export interface SystemRepository {
  /** Inserts once; an existing system is left as it is and false is answered. */
  insert(system: InformationSystem): Promise<boolean>;
  find(systemId: string): Promise<InformationSystem | null>;
  /** In order of id. */
  list(): Promise<InformationSystem[]>;
}
