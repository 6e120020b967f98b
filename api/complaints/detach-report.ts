import type { Report } from '../../store/reports/report-repository.ts';
import { fingerprintOf, saltedFingerprint } from '../../workflows/complaint/complaint-fingerprint.ts';
import type { Detachment } from '../../workflows/complaint/complaint-types.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { actionProblems, common, present } from './act-on-complaint.ts';
import { actOnCase, type ActionRequest } from './case-action.ts';
import { actionHeadersSchema, complaintParamsSchema, detachmentSchema } from './complaint-request-schemas.ts';
import { detachmentAnswerSchema } from './complaint-schemas.ts';
import type { ComplaintServices } from './complaint-services.ts';

/**
 * Under what the report goes on: its own words, if nothing runs under them. Where something does, most often the case
 * that it leaves, a fingerprint that only this report has: it is to be a case of its own.
 */
async function ownFingerprint({ engine }: ComplaintServices, report: Report): Promise<string> {
  const fingerprint = fingerprintOf(report);
  const run = await engine.describeCase(complaintWorkflowId({ officeId: report.officeId, fingerprint }));
  return run?.running === true ? saltedFingerprint(fingerprint, report.reportId) : fingerprint;
}

async function detachmentOf(services: ComplaintServices, report: Report): Promise<Detachment> {
  const { candidate, category, deskId, officeId, receivedAt, reportId } = report;
  const { serverId, submitterId, systemId, title } = report;
  const fingerprint = await ownFingerprint(services, report);
  return {
    report: { reportId, submitterId, receivedAt, title, candidate },
    facts: { deskId, officeId, systemId, serverId, category, title, fingerprint },
  };
}

/** POST /v1/complaints/:id/detach */
export function detachReport(services: ComplaintServices): Operation {
  return operation({
    ...common(services),
    path: '/v1/complaints/:id/detach',
    operationId: 'detachReport',
    summary: 'Give a report that was wrongly attached a case of its own, with a turn',
    description: 'Its reporter sees that case from then on, and this one only while another of their reports is in it.',
    request: { params: complaintParamsSchema, headers: actionHeadersSchema, body: detachmentSchema },
    responses: {
      200: {
        description: 'Done; the case as it is now, and the one that the report has become.',
        body: detachmentAnswerSchema,
        headers: { ETag: 'The version of the case.' },
      },
    },
    problems: [...actionProblems, 'report_not_in_case', 'report_opened_case', 'worker_unavailable'],
  }).handle(async ({ actor, body, headers, locale, resource }) => {
    const { reports } = services.store;
    const report = await reports.find(body.reportId);
    // Nobody learns here which reports of other cases there are.
    if (report === null) throw new Problem('report_not_in_case');
    const keys = { idempotencyKey: headers['idempotency-key'], ifMatch: headers['if-match'] };
    const detachment = await detachmentOf(services, report);
    const common = { found: resource, actor, locale, ...keys };
    const request: ActionRequest = { name: 'detach', text: body.reason, detachment, ...common };
    const result = await actOnCase(services, request);
    const { candidate, detachedFromIds = [] } = (await reports.find(body.reportId)) ?? report;
    // The case answered again what was asked under this key before: about another report.
    if (!detachedFromIds.includes(result.view.caseId)) throw new Problem('idempotency_key_reused');
    const answer = await present(services, request, result);
    const detached = { id: candidate.caseId, number: candidate.number };
    return { status: 200, headers: answer.headers, body: { ...answer.body, detached } };
  });
}
