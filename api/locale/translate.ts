import { en } from './en.ts';
import { id } from './id.ts';

export const locales = ['id', 'en'] as const;

export type Locale = (typeof locales)[number];

/** A key of the flat text files; that both languages have it is checked by the compiler and by a test. */
export type TextKey = keyof typeof id & keyof typeof en;

export type TextValues = Record<string, string | number>;

const texts: Record<Locale, Record<TextKey, string>> = { id, en };

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(id, key);
}

/** The sentence of `key`, its `{placeholders}` filled; one without a value stays as it is. */
export function translate(locale: Locale, key: TextKey, values: TextValues = {}): string {
  return texts[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
