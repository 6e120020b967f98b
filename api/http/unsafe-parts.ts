import { pointerTo } from './json-pointer.ts';
import type { Fault } from './problem.ts';

const deepest = 16;
const loneSurrogate = /\p{Surrogate}/u;
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no part of the system could keep or pass on faithfully, wherever it stands in the value: NUL, halves of
 * surrogate pairs, keys that touch prototypes, numbers beyond JSON, bottomless nesting. Looked for before any schema.
 */
export function unsafeParts(value: unknown, place: Fault['in'], path: string[] = []): Fault[] {
  const fault = (code: Fault['code']): Fault[] => [{ in: place, pointer: pointerTo(path), code }];
  if (typeof value === 'string') return isSafeText(value) ? [] : fault('unsafe_text');
  if (typeof value === 'number') return Number.isFinite(value) ? [] : fault('not_finite');
  if (typeof value !== 'object' || value === null) return [];
  if (path.length >= deepest) return fault('too_deep');
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, key];
    const faults = isSafeKey(key)
      ? unsafeParts(inner, place, at)
      : [{ in: place, pointer: pointerTo(at.map((step) => step.slice(0, 40))), code: 'unsafe_key' as const }];
    if (faults.length > 0) return faults;
  }
  return [];
}

function isSafeText(text: string): boolean {
  return !loneSurrogate.test(text) && !text.includes('\0');
}

function isSafeKey(key: string): boolean {
  return !unsafeKeys.has(key) && isSafeText(key);
}
