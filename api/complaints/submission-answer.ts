import type { Report } from '../../store/reports/report-repository.ts';
import type { Actor } from '../auth/actor.ts';
import { entityTag } from '../http/entity-tag.ts';
import type { ResponseSpec } from '../http/operation.ts';
import type { Locale } from '../locale/translate.ts';
import { adviceFor } from './complaint-advice.ts';
import { survivorOf, unbegunView } from './complaint-lookup.ts';
import { presentComplaint } from './complaint-presenter.ts';
import { submissionAnswerSchema, type SubmissionAnswer } from './complaint-schemas.ts';
import type { ComplaintServices } from './complaint-services.ts';
import type { Intake, Submission } from './intake/report-intake.ts';

const statuses = { new: 201, attached: 200, queued: 202 } as const;

const headers = { Location: 'Where the case is.', ETag: 'The version of the case.' };

/** What taking a report in can be answered with. */
export const submissionResponses = {
  200: { description: 'Added to the open case of the same problem.', body: submissionAnswerSchema, headers },
  201: { description: 'A new case.', body: submissionAnswerSchema, headers },
  202: { description: 'Kept safely; its case begins soon.', body: submissionAnswerSchema, headers },
} satisfies Record<number, ResponseSpec>;

const hourMs = 3_600_000;

/**
 * How often this person has sent this problem within the hour before this report, which counts too. Whole hours are read,
 * so that of a flood many share one look (shared-reads).
 */
async function sentWithinHour({ store }: ComplaintServices, report: Report): Promise<number> {
  const { fingerprint, receivedAt, submitterId } = report;
  const at = Date.parse(receivedAt);
  const hourOf = (instant: number) => new Date(Math.floor(instant / hourMs) * hourMs).toISOString();
  const hours = { since: hourOf(at - hourMs), until: hourOf(at + hourMs) };
  const times = await store.reports.timesOfSubmitter({ submitterId, fingerprint, ...hours });
  const since = new Date(at - hourMs).toISOString();
  return Math.max(1, times.filter((time) => time >= since && time <= receivedAt).length);
}

async function bodyFor(
  services: ComplaintServices,
  { actor, locale }: { actor: Actor; locale: Locale },
  { desk }: Submission,
  { placement, report }: Intake,
): Promise<SubmissionAnswer> {
  const { caseId, justOpened, kind, number } = placement;
  const recorded = justOpened ? null : await services.store.cases.find(caseId);
  const view = recorded ? await survivorOf(services.store, recorded) : unbegunView(report, { caseId, number });
  const complaint = await presentComplaint(services, view, actor, { ownTitle: report.title });
  const answer = { complaint, report: { id: report.reportId, receivedAt: report.receivedAt } };
  if (kind !== 'attached') return { ...answer, duplicate: false };
  const facts = {
    agentName: complaint.agent?.name ?? null,
    assignedAt: view.assignedAt,
    number: view.number,
    sentWithinHour: await sentWithinHour(services, report),
    timeZone: desk.settings.businessHours.timezone,
    wasResolved: view.status === 'resolved',
  };
  return { ...answer, duplicate: true, advice: adviceFor(facts, locale) };
}

/** The answer to a report that was taken in: whatever was done with it, the case that it belongs to. */
export async function submissionAnswer(
  services: ComplaintServices,
  reader: { actor: Actor; locale: Locale },
  submission: Submission,
  intake: Intake,
) {
  const body = await bodyFor(services, reader, submission, intake);
  const { id, version } = body.complaint;
  const headers = { Location: `/v1/complaints/${id}`, ETag: entityTag(version) };
  return { status: statuses[intake.placement.kind], body, headers };
}
