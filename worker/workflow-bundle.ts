import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/**
 * All workflows as one script for the sandbox. Built once, so that a worker starts in half a second.
 *
 * @param workflowsPath another module than workflows/index that exports them
 */
export async function bundleWorkflows(workflowsPath = ownWorkflows()): Promise<{ code: string }> {
  return bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
}

function ownWorkflows(): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`../workflows/index.${extension}`, import.meta.url));
}
