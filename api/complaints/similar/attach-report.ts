import { hasEnded } from '../../../workflows/complaint/complaint-types.ts';
import type { Actor } from '../../auth/actor.ts';
import { operation, type Operation } from '../../http/operation.ts';
import { EngineUnavailable, Problem } from '../../http/problem.ts';
import { findCase, type FoundCase } from '../complaint-lookup.ts';
import { complaintParamsSchema, newComplaintSchema, submissionHeadersSchema } from '../complaint-request-schemas.ts';
import type { ComplaintServices } from '../complaint-services.ts';
import { takeIn, type Submission } from '../intake/report-intake.ts';
import { checkedSubmission, isRepeated } from '../intake/submission-checks.ts';
import { submissionAnswer, submissionResponses } from '../submission-answer.ts';

/** The case as a resource of its office, whoever has reported it; a merged one leads to the one that survives. */
async function caseOfOffice(
  { store }: ComplaintServices,
  actor: Actor,
  id: string,
): Promise<(FoundCase & { officeId: string }) | null> {
  const named = await findCase(store, id, actor);
  const survivorId = named?.view.mergedIntoId ?? null;
  const found = survivorId === null ? named : await findCase(store, survivorId, actor);
  return found === null ? null : { ...found, officeId: found.view.officeId };
}

function checkBelonging({ desk, officeId }: Submission, { view }: FoundCase): void {
  if (officeId !== view.officeId) throw new Problem('submitter_of_other_office');
  if (desk.deskId !== view.deskId) throw new Problem('case_of_other_desk');
}

/** Temporal knows best; while it cannot be asked, the read model has to do, and the report waits for the sweeper. */
async function runs({ engine }: ComplaintServices, { begun, view }: FoundCase): Promise<boolean> {
  if (hasEnded(view)) return false;
  if (!begun) return true;
  try {
    return (await engine.describeCase(view.workflowId))?.running === true;
  } catch (error) {
    if (error instanceof EngineUnavailable) return true;
    throw error;
  }
}

/** POST /v1/complaints/:id/reports */
export function attachReport(services: ComplaintServices): Operation {
  return operation({
    method: 'post',
    path: '/v1/complaints/:id/reports',
    operationId: 'attachReport',
    summary: 'Add a report to a running case of the office knowingly',
    description:
      'For a problem that was found among similar ones, whatever its words. The reporter sees the case from then on, ' +
      'and of the other reports nothing. Should the case end in this very instant, the report opens the next one: 201.',
    tag: 'Complaints',
    access: {
      action: 'case.attach',
      visibleBy: 'case.attach',
      resource: ({ actor, params }: { actor: Actor; params: { id: string } }) =>
        caseOfOffice(services, actor, params.id),
    },
    request: { params: complaintParamsSchema, headers: submissionHeadersSchema, body: newComplaintSchema },
    responses: submissionResponses,
    problems: [
      ...(['not_found', 'case_closed', 'unknown_system', 'unknown_server', 'server_of_other_office'] as const),
      ...(['unknown_submitter', 'submitter_without_office', 'system_of_other_desk', 'idempotency_key_reused'] as const),
      ...(['inactive_office', 'inactive_system', 'inactive_server'] as const),
      ...([
        'submitter_of_other_office',
        'case_of_other_desk',
        'unknown_attachment',
        'too_many_attachments',
        'unknown_incident',
      ] as const),
    ],
  }).handle(async ({ actor, body, headers, locale, params, resource }) => {
    const checked = await checkedSubmission(services.store, actor, body, headers['idempotency-key'], resource.view);
    checkBelonging(checked, resource);
    const attachTo = { askedFor: params.id, fingerprint: resource.view.fingerprint };
    const submission: Submission = { ...checked, attachTo };
    if (!(await isRepeated(services.store, submission)) && !(await runs(services, resource))) {
      throw new Problem('case_closed');
    }
    const intake = await takeIn(services, submission, services.clock());
    return submissionAnswer(services, { actor, locale }, submission, intake);
  });
}
