import type { Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';
import { addSearchAttributes } from '../../../worker/search-attributes.ts';

/** A Temporal of its own in which time is skipped, for everyone in it at once; call `teardown` at the end. */
export async function startSkippedTime(): Promise<TestWorkflowEnvironment> {
  const path = inject('timeSkippingServerPath');
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await addSearchAttributes(environment.connection as Connection, 'default');
  return environment;
}
