import type { FaultCode } from '../http/problem.ts';
import { isTextKey, translate, type Locale, type TextValues } from './translate.ts';

/** What is wrong with one field. A type of a programming language is said in words. */
export function faultSentence(locale: Locale, code: FaultCode, values?: TextValues): string {
  const kind = `kind.${values?.['expected']}`;
  const said = code === 'wrong_type' && isTextKey(kind) ? { ...values, expected: translate(locale, kind) } : values;
  return translate(locale, `fault.${code}`, said);
}
