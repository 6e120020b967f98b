import {
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  log,
  makeContinueAsNewFunc,
  setHandler,
  upsertMemo,
  workflowInfo,
} from '@temporalio/workflow';
import type { CorrectionForwarderInput } from './complaint-correction-types.ts';
import { firstSearchAttributes } from './complaint-publisher.ts';
import { isReportRef } from './complaint-guard.ts';
import { forwarderTold, reportAttached } from './complaint-messages.ts';
import { forwarderNews } from './complaint-news-guard.ts';
import type { ComplaintInput, ComplaintResult, ReportRef } from './complaint-types.ts';

type Complaint = (input: ComplaintInput) => Promise<ComplaintResult>;

/**
 * Stands under the fingerprint that a case was corrected to, and sends every report on to it, so that the workflow ID
 * alone leads there. It decides and publishes nothing, follows the case where that goes on when it is merged, and ends
 * with it. A report that comes then opens the next case of the problem, right here.
 */
export async function correctionForwarder({ facts, into: first }: CorrectionForwarderInput): Promise<void> {
  let into = first;
  let isOver = false;
  const late: ReportRef[] = [];
  const underWay = new Set<Promise<unknown>>();

  const forward = async (report: ReportRef): Promise<void> => {
    try {
      await getExternalWorkflowHandle(into.workflowId).signal(reportAttached, { report, isForwarded: true });
    } catch {
      isOver = true;
      late.push(report);
    }
  };
  setHandler(reportAttached, (message) => {
    if (!isReportRef(message?.report)) return log.warn('a malformed report was ignored');
    if (isOver) return void late.push(message.report);
    const sending = forward(message.report).finally(() => underWay.delete(sending));
    underWay.add(sending);
  });
  setHandler(forwarderTold, (message) => {
    const news = forwarderNews(message);
    if (news?.type === 'survivorEnded') isOver = true;
    if (news?.type !== 'survivorMoved') return;
    into = news.into;
    upsertMemo({ caseId: into.caseId, number: into.number });
  });

  await condition(() => (isOver || workflowInfo().continueAsNewSuggested) && underWay.size === 0);
  const [firstReport, ...furtherReports] = late;
  if (firstReport) {
    const memo = { ...firstReport.candidate, deskId: facts.deskId };
    const typedSearchAttributes = firstSearchAttributes(facts);
    await makeContinueAsNewFunc<Complaint>({ workflowType: 'complaint', memo, typedSearchAttributes })({
      facts: { ...facts, title: firstReport.title },
      firstReport,
      furtherReports,
      previousCaseId: into.caseId,
    });
  }
  if (!isOver) await continueAsNew<typeof correctionForwarder>({ facts, into });
}
