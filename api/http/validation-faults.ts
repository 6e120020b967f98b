import type { z } from 'zod';
import { pointerTo } from './json-pointer.ts';
import { faultCodes, type Fault, type FaultCode } from './problem.ts';
import type { TextValues } from '../locale/translate.ts';

type Issue = z.core.$ZodIssue;

/** Zod's issues as faults with codes of our own, so that clients never depend on a library's wording. */
export function faultsOf(issues: readonly Issue[], place: Fault['in']): Fault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, place));
}

function faultsOfIssue(issue: Issue, place: Fault['in']): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => faultAt([...issue.path, key.slice(0, 100)], place, 'unknown_field'));
  }
  const [code, values] = codeAndValues(issue);
  return [faultAt(issue.path, place, code, values)];
}

function faultAt(path: readonly PropertyKey[], place: Fault['in'], code: FaultCode, values?: TextValues): Fault {
  return { in: place, pointer: pointerTo(path), code, values };
}

function codeAndValues(issue: Issue): [FaultCode, TextValues?] {
  if (issue.code !== 'custom' && issue.input === undefined) return ['required'];
  switch (issue.code) {
    case 'invalid_type':
      return ['wrong_type', { expected: issue.expected }];
    case 'invalid_format':
      if (issue.format === 'date') return ['not_a_date'];
      return ['wrong_format', { expected: exampleOf(issue) }];
    case 'invalid_value':
      return ['not_allowed', { expected: issue.values.map(String).join(', ') }];
    case 'too_small':
      return [isMeasured(issue.origin) ? 'too_short' : 'too_small', { minimum: String(issue.minimum) }];
    case 'too_big':
      return [isMeasured(issue.origin) ? 'too_long' : 'too_big', { maximum: String(issue.maximum) }];
    case 'custom':
      return [customCode(issue.params)];
    default:
      return ['invalid'];
  }
}

/** A pattern's message is an example of what would be right: a sentence for people never shows the pattern itself. */
function exampleOf({ format, message }: { format: string; message: string }): string {
  if (format === 'datetime') return '2026-11-24T01:00:00Z';
  return format === 'regex' ? message : format;
}

function isMeasured(origin: string): boolean {
  return origin === 'string' || origin === 'array' || origin === 'set' || origin === 'map';
}

/** A refinement names its fault by `params: { fault: 'not_a_date' }`. */
function customCode(params: Record<string, unknown> | undefined): FaultCode {
  return faultCodes.find((code) => code === params?.fault) ?? 'invalid';
}
