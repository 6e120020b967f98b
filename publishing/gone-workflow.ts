import { WorkflowNotFoundError } from '@temporalio/client';

/** The call's answer; `otherwise` (null when nothing is said) when the workflow does not run (any more). */
export async function unlessGone<T, const U = null>(call: Promise<T>, otherwise: U = null as U): Promise<T | U> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return otherwise;
    throw error;
  }
}
