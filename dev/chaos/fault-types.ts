import type { RandomSource } from '../simulation/world/random-source.ts';
import type { Engines } from '../engines/engines.ts';
import type { ServerLook, Violation } from './check/observations.ts';
import type { ChaosClient, NewComplaint } from './client/chaos-client.ts';
import type { ChaosStack, StackWishes } from './stack/chaos-stack.ts';
import type { MailSink } from './stack/mail-sink.ts';

/** `full` for `npm run chaos`, `short` for what runs with every `npm test`. */
export type Scale = 'full' | 'short';

/** Something bad that happens to the system while people use it. */
export interface Fault {
  id: string;
  title: string;
  /** Why it cannot be tried on this machine, or null. */
  impossible?: () => Promise<string | null>;
  wishes?: (context: { mailUrl: string; scale: Scale; engines: Engines }) => StackWishes;
  run: (context: FaultContext) => Promise<void>;
}

export interface FaultContext {
  scale: Scale;
  random: RandomSource;
  stack: ChaosStack;
  client: ChaosClient;
  mails: MailSink;
  /** What office servers looked like meanwhile. */
  looks: ServerLook[];
  /** Counts a fault that was done. */
  injected: (count?: number) => void;
  /** How long it took from a fault until a complaint was with an agent again, in milliseconds. */
  recovered: (ms: number) => void;
  /** What else must hold; a false one is a violation. */
  expect: (holds: boolean, what: string, about?: Partial<Violation>) => void;
  /** A figure or remark for the table. */
  note: (text: string) => void;
  /** Cases that may be without an agent at the end. */
  mayWait: (count: number) => void;
  /** A complaint that nobody has sent before. */
  problem: (about?: Partial<NewComplaint>) => NewComplaint;
}

export interface FaultResult {
  id: string;
  title: string;
  seed: number;
  store: string;
  operations: number;
  injected: number;
  recoveries: number[];
  notes: string[];
  violations: Violation[];
  /** Set when it was not tried, and why. */
  skipped?: string;
  seconds: number;
  /** Where journal, rows, histories and logs of a violation are. */
  evidenceDir?: string;
}
