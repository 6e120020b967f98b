import { WorkflowNotFoundError } from '@temporalio/client';

/** The call's answer; null when the workflow does not run (any more). */
export async function unlessGone<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
