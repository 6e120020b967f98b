import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { bundleWorkflows, sealedBundlePath } from './workflow-bundle.ts';

const target = resolve(process.argv[2] ?? 'dist/workflow-bundle.js');
const [plain, sealed] = await Promise.all([bundleWorkflows(), bundleWorkflows({ sealed: true })]);
await mkdir(dirname(target), { recursive: true });
await Promise.all([writeFile(target, plain.code), writeFile(sealedBundlePath(target), sealed.code)]);
console.log(`workflow bundle: ${(Buffer.byteLength(plain.code) / 1024).toFixed(0)} kB`);
