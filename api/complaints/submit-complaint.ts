import type { Actor } from '../auth/actor.ts';
import { entityTag } from '../http/entity-tag.ts';
import { operation, type Operation } from '../http/operation.ts';
import type { Locale } from '../locale/translate.ts';
import { adviceFor } from './complaint-advice.ts';
import { unbegunView } from './complaint-lookup.ts';
import { presentComplaint } from './complaint-presenter.ts';
import { newComplaintSchema, submissionHeadersSchema } from './complaint-request-schemas.ts';
import { submissionAnswerSchema, type SubmissionAnswer } from './complaint-schemas.ts';
import type { ComplaintServices } from './complaint-services.ts';
import { takeIn, type Intake, type Submission } from './intake/report-intake.ts';
import { checkedSubmission } from './intake/submission-checks.ts';

const statuses = { new: 201, attached: 200, queued: 202 } as const;

async function answer(
  services: ComplaintServices,
  reader: { actor: Actor; locale: Locale },
  { desk }: Submission,
  { placement, report }: Intake,
): Promise<SubmissionAnswer> {
  const { actor, locale } = reader;
  const { caseId, justOpened, number } = placement;
  const recorded = justOpened ? null : await services.store.cases.find(caseId);
  const view = recorded ?? unbegunView(report, { caseId, number });
  const duplicate = placement.kind === 'attached';
  const complaint = await presentComplaint(services, view, actor, { ownReports: [report] });
  const wasResolved = view.status === 'resolved';
  const { timezone: timeZone } = desk.settings.businessHours;
  const facts = { agentName: complaint.agent?.name ?? null, assignedAt: view.assignedAt, timeZone, wasResolved };
  return {
    complaint,
    report: { id: report.reportId, receivedAt: report.receivedAt },
    duplicate,
    ...(duplicate ? { advice: adviceFor(facts, locale) } : {}),
  };
}

const headers = { Location: 'Where the case is.', ETag: 'The version of the case.' };

/** POST /v1/complaints */
export function submitComplaint(services: ComplaintServices): Operation {
  return operation({
    method: 'post',
    path: '/v1/complaints',
    operationId: 'submitComplaint',
    summary: 'Send a complaint',
    description:
      'The same problem of the same office attaches to the case that is open already. With an Idempotency-Key the ' +
      'request can be repeated safely: the same key with the same body gets the same answer.',
    tag: 'Complaints',
    access: { action: 'case.submit' },
    request: { headers: submissionHeadersSchema, body: newComplaintSchema },
    responses: {
      200: { description: 'Added to the open case of the same problem.', body: submissionAnswerSchema, headers },
      201: { description: 'A new case.', body: submissionAnswerSchema, headers },
      202: { description: 'Kept safely; its case begins soon.', body: submissionAnswerSchema, headers },
    },
    problems: [
      ...(['unknown_system', 'unknown_server', 'server_of_other_office', 'unknown_submitter'] as const),
      ...(['submitter_without_office', 'system_of_other_desk', 'idempotency_key_reused'] as const),
    ],
  }).handle(async ({ actor, body, headers, locale }) => {
    const submission = await checkedSubmission(services.store, actor, body, headers['idempotency-key']);
    const intake = await takeIn(services, submission, services.clock());
    const answered = await answer(services, { actor, locale }, submission, intake);
    const { id, version } = answered.complaint;
    const location = { Location: `/v1/complaints/${id}`, ETag: entityTag(version) };
    return { status: statuses[intake.placement.kind], body: answered, headers: location };
  });
}
