import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { projectRoot } from '../../engines/engine-folders.ts';

const place = 'registerHandlers(flow);\n';

/**
 * The workflows with one more step at the beginning of every case, as one script.
 *
 * @param step put behind the registration of the handlers; may use `upsertMemo` and `patched`
 * @throws Error when the case's workflow has no such place any more
 */
export async function changedBundle(name: string, step: string): Promise<string> {
  // Inside the project, where its packages are found.
  const dir = join(projectRoot, 'dist', 'chaos', name);
  await mkdir(dir, { recursive: true });
  await cp(join(projectRoot, 'workflows'), join(dir, 'workflows'), { recursive: true, force: true });
  const file = join(dir, 'workflows', 'complaint', 'complaint-workflow.ts');
  const source = await readFile(file, 'utf8');
  if (!source.includes(place)) throw new Error(`${file} has no line ${place.trim()}`);
  const changed = source.replace(place, `${place}  ${step}\n`);
  await writeFile(file, `import { patched, upsertMemo } from '@temporalio/workflow';\n${changed}`);
  const workflowsPath = join(dir, 'workflows', 'index.ts');
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  const bundle = join(dir, 'workflow-bundle.js');
  await writeFile(bundle, code);
  return bundle;
}
