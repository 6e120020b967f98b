import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { IncidentFlow } from './incident-flow.ts';
import { registerHandlers } from './incident-handlers.ts';
import type { IncidentInput, IncidentResult } from './incident-types.ts';

/**
 * One cause behind many cases. Cases wait with it instead of each taking an agent's turn; resolving it resolves all of
 * them. It ends when every case has said what became of it.
 */
export async function incident(input: IncidentInput): Promise<IncidentResult> {
  const flow = new IncidentFlow(input);
  registerHandlers(flow);

  const mayLeave = () => !flow.hasWork && !flow.isSending && allHandlersFinished();
  const isDone = () => mayLeave() && (flow.isOver || isTimeForANewRun(input));
  while (!isDone()) {
    if (flow.hasWork) await flow.settle();
    else await condition(() => flow.hasWork || isDone());
  }
  // Nothing is awaited from here on: a case that joins in this instant is either in the state, or hears that it is over.
  if (!flow.isOver) await continueAsNew<typeof incident>({ ...input, cases: [], carried: flow.carried });
  return { incidentId: flow.state.incidentId, caseCount: flow.state.members.length };
}

function isTimeForANewRun({ continueAsNewAfterEvents }: IncidentInput): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > (continueAsNewAfterEvents ?? Infinity);
}
