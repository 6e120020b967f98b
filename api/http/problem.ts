import { problemStatuses, type ProblemCode } from './problem-codes.ts';
import type { TextValues } from '../locale/translate.ts';

/** Where in the request a fault lies; `code` is stable, `values` fill the placeholders of its sentence. */
export interface Fault {
  in: 'body' | 'query' | 'path' | 'header';
  /** JSON Pointer as a URI fragment, for instance `#/title`. */
  pointer: string;
  code: FaultCode;
  values?: TextValues;
}

export const faultCodes = [
  'required',
  'wrong_type',
  'wrong_format',
  'not_allowed',
  'too_short',
  'too_long',
  'too_small',
  'too_big',
  'unknown_field',
  'unsafe_text',
  'control_character',
  'nothing_visible',
  'unsafe_key',
  'too_deep',
  'not_finite',
  'invalid',
  'unknown_reference',
  'not_in_use',
  'not_in_future',
  'not_an_agent_here',
  'only_when_absent',
  'only_on_leave',
  'duration_not_positive',
  'duration_too_long',
  'unknown_timezone',
  'not_a_date',
  'duplicate',
  'overlapping_periods',
  'empty_period',
  'period_too_long',
  'not_a_time',
  'well_known_password',
  'password_is_name',
  'password_of_local_words',
  'repeated_line',
  'malformed_line',
  'password_unchanged',
  'does_not_fit_role',
  'url_not_allowed',
] as const;

export type FaultCode = (typeof faultCodes)[number];

export interface ProblemOptions {
  /** Fill the placeholders of the code's sentence. */
  values?: TextValues;
  faults?: Fault[];
  headers?: Record<string, string>;
  /** More members of the answer, machine-readable, for instance the version that the case has now. */
  members?: Record<string, string | number | boolean | null>;
  cause?: unknown;
}

/** An answer that is not a success. Thrown anywhere below a handler, it becomes an RFC 9457 problem. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly options: ProblemOptions;
  readonly status: number;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.options = options;
    this.status = problemStatuses[code];
  }
}

/** One fault in the request, 400. */
export function invalid(fault: Fault): Problem {
  return new Problem('validation_failed', { faults: [fault] });
}

/** Temporal cannot be asked now; whether a call took effect is unknown. Becomes 503 `engine_unavailable`. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';

  constructor(cause?: unknown) {
    super('Temporal does not answer', { cause });
  }
}
