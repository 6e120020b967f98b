import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { OfficeServerFlow } from './office-server-flow.ts';
import { registerHandlers } from './office-server-handlers.ts';
import type { OfficeServerInput } from './office-server-types.ts';

/**
 * Leases the sessions of one office's own server. A singleton: whoever wants to be let in asks here, and only here.
 * Started when somebody asks for the first time; it never ends.
 */
export async function officeServer(input: OfficeServerInput): Promise<void> {
  const flow = new OfficeServerFlow(input);
  registerHandlers(flow);

  // A new run begins between two publications, when nobody waits for an answer of this one.
  while (flow.hasWork || !isTimeForANewRun(input) || !allHandlersFinished()) {
    if (flow.hasWork) await flow.settle();
    else await condition(() => flow.hasWork || (isTimeForANewRun(input) && allHandlersFinished()));
  }
  await continueAsNew<typeof officeServer>({ ...input, ...flow.carried });
}

function isTimeForANewRun({ continueAsNewAfterEvents }: OfficeServerInput): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > (continueAsNewAfterEvents ?? Infinity);
}
