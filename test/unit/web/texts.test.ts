import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Texts = { [key: string]: string | Texts };

function texts(language: string): Map<string, string> {
  const read = JSON.parse(
    readFileSync(new URL(`../../../web/text/${language}.json`, import.meta.url), 'utf8'),
  ) as Texts;
  const flat = new Map<string, string>();
  const walk = (node: Texts, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') flat.set(`${path}${key}`, value);
      else walk(value, `${path}${key}.`);
    }
  };
  walk(read, '');
  return flat;
}

const placeholders = (text = '') => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));

describe('the texts of the web application', () => {
  const indonesian = texts('id');
  const english = texts('en');

  it('are there in both languages, none of them empty', () => {
    expect([...english.keys()].sort()).toEqual([...indonesian.keys()].sort());
    for (const language of [indonesian, english]) {
      for (const [key, text] of language) expect(text.trim(), key).not.toBe('');
    }
  });

  it('have the same places for values in both', () => {
    for (const [key, text] of indonesian) expect(placeholders(english.get(key)), key).toEqual(placeholders(text));
  });
});
