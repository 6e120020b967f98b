export interface Office {
  officeId: string;
  name: string;
}

export interface OfficeRepository {
  /** Inserts once; an existing office is left as it is and false is answered. */
  insert(office: Office): Promise<boolean>;
  find(officeId: string): Promise<Office | null>;
  /** In order of id. */
  list(): Promise<Office[]>;
}
