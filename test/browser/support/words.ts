import { readFileSync } from 'node:fs';

export type Language = 'id' | 'en';

type Texts = { [name: string]: string | Texts };

function read(language: Language): Texts {
  return JSON.parse(readFileSync(new URL(`../../../web/text/${language}.json`, import.meta.url), 'utf8')) as Texts;
}

const texts = { id: read('id'), en: read('en') };

/** Top-level names of the text files: how a key that nobody translated would begin. */
export const areas = Object.keys(texts.id);

/** What the application calls something, so that tests find it by the name that people read. */
export function word(key: string, values: Record<string, string | number> = {}, language: Language = 'id'): string {
  let found: string | Texts | undefined = texts[language];
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}.json`);
  return found.replace(/{{(\w+)}}/g, (_whole, name: string) => String(values[name] ?? ''));
}
