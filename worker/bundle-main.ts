import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { bundleWorkflows } from './workflow-bundle.ts';

const target = resolve(process.argv[2] ?? 'dist/workflow-bundle.js');
const { code } = await bundleWorkflows();
await mkdir(dirname(target), { recursive: true });
await writeFile(target, code);
console.log(`workflow bundle: ${(Buffer.byteLength(code) / 1024).toFixed(0)} kB`);
