import { writeFile } from 'node:fs/promises';
import { declaredDocument } from './declared-document.ts';

/** Writes openapi.json at the root, from which others generate their types. */
const target = new URL('../../openapi.json', import.meta.url);
await writeFile(target, `${JSON.stringify(declaredDocument(), null, 2)}\n`);
