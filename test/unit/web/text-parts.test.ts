import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staffAreas } from '../../../web/text/staff-areas.ts';

const web = fileURLToPath(new URL('../../../web', import.meta.url));
/** What is there before a page of staff is loaded. */
const foldersOfEverybody = ['api', 'app', 'complaints', 'conversation', 'session', 'shared'];

function sourcesOf(folder: string): string[] {
  return readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && file !== 'schema.d.ts')
    .map((file) => join(web, folder, file));
}

describe('the texts that are loaded with the first page of staff', () => {
  it('are areas of the text files', () => {
    const areas = Object.keys(JSON.parse(readFileSync(join(web, 'text', 'id.json'), 'utf8')) as object);
    expect(areas).toEqual(expect.arrayContaining([...staffAreas]));
  });

  it('are used by nothing that everybody sees', () => {
    const ofStaff = new RegExp(`['\`](?:${staffAreas.join('|')})\\.`);
    const sources = foldersOfEverybody.flatMap(sourcesOf);
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((file) => ofStaff.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
