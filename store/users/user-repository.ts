import type { Tier } from '../../workflows/kernel/tier.ts';
import type { Language, MailChoices } from '../../workflows/notifications/notification-types.ts';

export const roles = ['submitter', 'agent', 'supervisor', 'admin'] as const;

export type Role = (typeof roles)[number];

export interface User {
  userId: string;
  username: string;
  name: string;
  role: Role;
  /** Submitters belong to an office. */
  officeId: string | null;
  /** Agents and supervisors belong to a desk. */
  deskId: string | null;
  /** Agents belong to a tier. */
  tier: Tier | null;
  /** Place in the first roster of the tier, from 0; later the rotation itself knows the order. */
  rosterPosition: number | null;
  /** argon2id, PHC string */
  passwordHash: string;
  /** Given out by an admin: it is good for nothing but choosing another. Absent counts as false. */
  oneTimePassword?: boolean;
  active: boolean;
  /** From 1 (absent), rises with each change of anything but the password; an ETag. */
  version?: number;
  /** Where mail goes; without one nothing is mailed. */
  email?: string | null;
  /** In which the user is written to; Indonesian when nothing is set. */
  language?: Language;
  /** What is mailed, where that differs from what is usual. */
  mailChoices?: MailChoices;
}

/** A user without what belongs to the password, and what people choose for themselves. */
type UserProfile = Omit<User, 'passwordHash' | 'oneTimePassword' | 'language' | 'mailChoices'>;

export interface UserRepository {
  /** Inserts once, unique by id and by username; an existing one is left as it is and false is answered. */
  insert(user: User): Promise<boolean>;
  find(userId: string): Promise<User | null>;
  findByUsername(username: string): Promise<User | null>;
  /** Those that are known, each once, in the order asked. */
  findMany(userIds: string[]): Promise<User[]>;
  /** Active agents of a tier in the order of `rosterPosition` (those without one last), then id. */
  agentsOf(key: { deskId: string; tier: Tier }): Promise<User[]>;
  /** In order of id. */
  list(): Promise<User[]>;
  /** Overwrites the profile unless a newer or equal version is recorded, or nobody is there: then it answers false. */
  record(profile: UserProfile): Promise<boolean>;
  /** The last one to write it wins. False: there is no such user. */
  recordPassword(password: { userId: string; passwordHash: string; oneTimePassword: boolean }): Promise<boolean>;
  /** Takes away password, language and what is to be mailed: nobody signs in as them. Repeating it changes nothing. */
  clearSecrets(userId: string): Promise<void>;
  /** Removing who is not there changes nothing. */
  remove(userId: string): Promise<void>;
  /** Active supervisors of a desk in order of id. */
  supervisorsOf(deskId: string): Promise<User[]>;
  /** Replaces what the user wants mailed, and in which language. Nothing happens when there is no such user. */
  saveMailChoices(userId: string, choices: { language: Language; mailChoices: MailChoices }): Promise<void>;
}
