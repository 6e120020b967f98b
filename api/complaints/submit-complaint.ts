import { operation, type Operation } from '../http/operation.ts';
import { newComplaintSchema, submissionHeadersSchema } from './complaint-request-schemas.ts';
import type { ComplaintServices } from './complaint-services.ts';
import { takeIn } from './intake/report-intake.ts';
import { checkedSubmission } from './intake/submission-checks.ts';
import { submissionAnswer, submissionResponses } from './submission-answer.ts';

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
    responses: submissionResponses,
    problems: [
      ...(['unknown_system', 'unknown_server', 'server_of_other_office', 'unknown_submitter'] as const),
      ...(['inactive_office', 'inactive_system', 'inactive_server'] as const),
      ...(['submitter_without_office', 'system_of_other_desk', 'idempotency_key_reused'] as const),
      ...(['unknown_attachment', 'too_many_attachments', 'unknown_incident'] as const),
    ],
  }).handle(async ({ actor, body, headers, locale }) => {
    const submission = await checkedSubmission(services.store, actor, body, headers['idempotency-key']);
    const intake = await takeIn(services, submission, services.clock());
    if (intake.placement.justOpened) services.openCases.remember(intake.report);
    return submissionAnswer(services, { actor, locale }, submission, intake);
  });
}
