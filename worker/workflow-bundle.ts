import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { sealedFailureConverterPath } from '../codec/data-converter.ts';

/**
 * All workflows as one script for the sandbox. Built once, so that a worker starts in half a second.
 *
 * @param options.workflowsPath another module than workflows/index that exports them
 * @param options.sealed the one for workers with PAYLOAD_KEYS, whose workflows' own failures can be encrypted
 */
export async function bundleWorkflows({
  workflowsPath = sourcePath('workflows/index'),
  sealed = false,
}: { workflowsPath?: string; sealed?: boolean } = {}): Promise<{ code: string }> {
  return bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: [sourcePath('workflows/kernel/trace-interceptors')],
    logger: new DefaultLogger('WARN'),
    ...(sealed && { failureConverterPath: sealedFailureConverterPath }),
  });
}

/** The built bundle that a process with these settings takes. */
export function bundlePathFor(settings: { WORKFLOW_BUNDLE: string; PAYLOAD_KEYS: unknown[] }): string {
  const { PAYLOAD_KEYS: keys, WORKFLOW_BUNDLE: path } = settings;
  return keys.length > 0 ? sealedBundlePath(path) : path;
}

/** Where the sealed bundle lies: beside the other. */
export function sealedBundlePath(bundlePath: string): string {
  return bundlePath.replace(/(\.js)?$/, '.sealed.js');
}

/** Of a module of ours, in the sources or as it was compiled. */
function sourcePath(module: string): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`../${module}.${extension}`, import.meta.url));
}
