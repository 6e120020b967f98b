import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import packageJson from '../../../package.json' with { type: 'json' };
import { startTestDesk, type TestDesk } from '../../support/desk/test-desk.ts';

export const patience = { timeout: 20_000 };

/** Histories stand under the version that made them. */
const folder = fileURLToPath(new URL(`../histories/${packageJson.version}/`, import.meta.url));

/** One that is there already stays as it is: it tells of the code that made it, which cases still run with. */
export async function save(name: string, handle: Pick<WorkflowHandle, 'fetchHistory'>): Promise<void> {
  const history = `${withoutStackTraces(historyToJSON(await handle.fetchHistory()))}\n`;
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(`${folder}${name}.json`, history, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** They name folders of the machine that recorded, and no replay looks at them. */
function withoutStackTraces(json: string): string {
  return json.replace(/("stackTrace": "(?:[^"\\]|\\[^n])*)\\n(?:[^"\\]|\\.)*"/g, '$1"');
}

/** Plays a scenario at a desk of its own. */
export async function atDesk(
  options: Parameters<typeof startTestDesk>[0],
  play: (desk: TestDesk) => Promise<void>,
): Promise<void> {
  const desk = await startTestDesk(options);
  try {
    await play(desk);
  } finally {
    await desk.end();
  }
}
