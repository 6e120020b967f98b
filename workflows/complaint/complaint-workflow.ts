import {
  allHandlersFinished,
  condition,
  continueAsNew,
  makeContinueAsNewFunc,
  workflowInfo,
} from '@temporalio/workflow';
import { ComplaintFlow } from './complaint-flow.ts';
import { firstSearchAttributes } from './complaint-publisher.ts';
import { registerHandlers } from './complaint-handlers.ts';
import type { ComplaintInput, ComplaintResult } from './complaint-types.ts';

/**
 * One run is one case: it takes its reports in, asks for its turn, waits for people, each time with a deadline, and ends
 * when the reopen window after its resolution has passed.
 */
export async function complaint(input: ComplaintInput): Promise<ComplaintResult> {
  const flow = new ComplaintFlow(input);
  registerHandlers(flow);

  // Usually the turn comes at once, and the case is published with its agent: one write instead of two.
  if (!input.carried && !input.incident) await condition(() => flow.state.agentId !== null, '2 seconds');
  await settleUntil(flow, () => flow.isOver || isTimeForANewRun(input));
  if (!flow.isOver) await continueCase(input, flow);
  await settleUntil(flow, () => flow.isOver && mayLeave(flow) && !flow.hasWork);
  // From here to the end nothing is awaited: a report that the server has accepted by now is in `lateReports`.
  if (flow.lateReports.length > 0) await openNextCase(input, flow);
  return {
    caseId: flow.state.caseId,
    number: flow.state.number,
    status: flow.state.status,
    reportCount: flow.view.reportCount,
  };
}

/** The life of a case: whatever happens is settled, and the next thing is waited for. */
async function settleUntil(flow: ComplaintFlow, isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    if (flow.hasWork) await flow.settle();
    else await condition(() => flow.hasWork || isDone());
  }
}

/** Nobody waits for an answer of this run, and it waits for none. */
function mayLeave(flow: ComplaintFlow): boolean {
  return allHandlersFinished() && !flow.isAsking;
}

function isTimeForANewRun(input: ComplaintInput): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > (input.continueAsNewAfterEvents ?? Infinity);
}

/** Between two calls of `settle`, so that a flood of reports cannot put it off: what is unpublished goes along. */
async function continueCase(input: ComplaintInput, flow: ComplaintFlow): Promise<void> {
  await settleUntil(flow, () => flow.isOver || mayLeave(flow));
  if (!flow.isOver) await continueAsNew<typeof complaint>({ ...input, furtherReports: [], carried: flow.carried });
}

/** The same problem, reported while its case was closing: a case of its own, which follows at once. */
async function openNextCase(input: ComplaintInput, flow: ComplaintFlow): Promise<void> {
  const [firstReport, ...furtherReports] = flow.lateReports;
  if (!firstReport) return;
  const { continueAsNewAfterEvents } = input;
  // As it was before it was corrected: so are the reports that come under this workflow's fingerprint.
  const facts = flow.state.openedAs ?? flow.state.facts;
  const memo = { ...firstReport.candidate, deskId: facts.deskId };
  const found = flow.state.openedAs ? { typedSearchAttributes: firstSearchAttributes(facts) } : {};
  await makeContinueAsNewFunc<typeof complaint>({ memo, ...found })({
    facts: { ...facts, title: firstReport.title },
    firstReport,
    furtherReports,
    previousCaseId: flow.state.caseId,
    continueAsNewAfterEvents,
  });
}
