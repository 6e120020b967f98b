import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { provisionEngines, startStore, startTemporal, timeSkippingServerPath } from '../../../dev/engines/engines.ts';
import type { RunningEngines } from '../../../dev/engines/engines.ts';
import { bundleWorkflows } from '../../../worker/workflow-bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** host:port of one Temporal development server for the whole run (namespace `default`). */
    temporalAddress: string;
    /** One store for the whole run: give each test file a database or ids of its own. */
    mongodbUri: string;
    workflowBundlePath: string;
    /** For `TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })`. */
    timeSkippingServerPath: string;
  }
}

const began = Date.now();
const say = (line: string): void => console.log(`[engines ${((Date.now() - began) / 1000).toFixed(1)} s] ${line}`);

/** Engines on throw-away data for one test run; vitest calls the answer when the run is over. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'giliran-test-'));
  await chmod(dataDir, 0o711); // As root, PostgreSQL's user must be able to enter.
  // An interrupted vitest runs no teardown. The engines end all the same (see orphan-watch.ts).
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 }));
  const running: RunningEngines[] = [];
  const teardown = async (): Promise<void> => {
    await Promise.all(running.map((engine) => engine.stop()));
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await start(project, dataDir, running);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function start(project: TestProject, dataDir: string, running: RunningEngines[]): Promise<void> {
  const options = { dataDir, durable: false };
  const [engines, testServer, bundle] = await Promise.all([
    provisionEngines(say),
    timeSkippingServerPath(say),
    bundleWorkflows(),
  ]);
  const keep = <T extends RunningEngines>(engine: T): T => (running.push(engine), engine);
  const [temporal, store] = await Promise.all([
    startTemporal(engines.temporal, options).then(keep),
    startStore(engines.store, options).then(keep),
  ]);
  const bundlePath = join(dataDir, 'workflow-bundle.js');
  await writeFile(bundlePath, bundle.code);
  project.provide('temporalAddress', temporal.address);
  project.provide('mongodbUri', store.uri);
  project.provide('workflowBundlePath', bundlePath);
  project.provide('timeSkippingServerPath', testServer);
  say('Temporal, the store and the workflow bundle are ready');
}
