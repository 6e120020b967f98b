import type { Report } from '../../../store/reports/report-repository.ts';
import type { Desk } from '../../../store/desks/desk-repository.ts';
import { fingerprintOf } from '../../../workflows/complaint/complaint-fingerprint.ts';
import { EngineUnavailable, Problem } from '../../http/problem.ts';
import { claimAttachments, demandFewAttachments, settleAttachments } from '../../attachments/attachment-claim.ts';
import { newCandidate } from './case-identity.ts';
import { payloadHashOf, reportIdOf, type ReportPayload } from './report-identity.ts';
import { placeReport, type Placement, type PlacementDeps } from './report-placement.ts';

/** A complaint that has been validated: everything it names exists and belongs together. */
export interface Submission extends ReportPayload {
  /** Who is signed in: the submitter, or an agent who types for them. */
  actorId: string;
  officeId: string;
  desk: Desk;
  idempotencyKey: string | undefined;
  /** The sender says which case it belongs to, whatever the words: `askedFor` is how they named it. */
  attachTo?: { askedFor: string; fingerprint: string };
}

export interface IntakeDeps extends PlacementDeps {
  attachmentsPerMessage: number;
}

export interface Intake {
  report: Report;
  placement: Placement;
}

/** Numbers of one day collide seldom: 32⁵ of them. */
const numberAttempts = 8;

function draftOf(submission: Submission, at: Date): Omit<Report, 'candidate'> {
  const { actorId, attachTo, desk, idempotencyKey, incidentId, officeId, submitterId, systemId, serverId } = submission;
  const { category, title, description, attachmentIds } = submission;
  const facts = { deskId: desk.deskId, officeId, systemId, serverId, category, title, description };
  return {
    ...facts,
    reportId: reportIdOf(actorId, idempotencyKey),
    submitterId,
    enteredById: actorId,
    attachmentIds,
    ...(incidentId === undefined ? {} : { incidentId }),
    fingerprint: attachTo?.fingerprint ?? fingerprintOf(facts),
    payloadHash: payloadHashOf(submission),
    receivedAt: at.toISOString(),
    placedCaseId: null,
    ...(attachTo && { knowingly: true }),
  };
}

/** The report that was sent first under this key; the key may not stand for anything else. */
async function storedTwin(deps: PlacementDeps, draft: Omit<Report, 'candidate'>): Promise<Report> {
  const stored = await deps.store.reports.find(draft.reportId);
  if (stored === null) throw new Error(`report ${draft.reportId} exists and cannot be found`);
  if (stored.payloadHash !== draft.payloadHash) throw new Problem('idempotency_key_reused');
  return stored;
}

/** What is sent along goes to this report alone. A repeated submission has its files already. */
async function claimFiles(deps: IntakeDeps, draft: Omit<Report, 'candidate'>): Promise<void> {
  const { attachmentIds, enteredById, reportId } = draft;
  demandFewAttachments(attachmentIds, deps.attachmentsPerMessage);
  if (attachmentIds.length === 0 || (await deps.store.reports.find(reportId)) !== null) return;
  await claimAttachments(deps, { attachmentIds, actorId: enteredById, owner: { kind: 'report', id: reportId } });
}

async function keepReport(deps: IntakeDeps, submission: Submission, at: Date): Promise<Report> {
  const draft = draftOf(submission, at);
  await claimFiles(deps, draft);
  const { timezone } = submission.desk.settings.businessHours;
  for (let attempt = 0; attempt < numberAttempts; attempt += 1) {
    const report: Report = { ...draft, candidate: newCandidate(at, timezone) };
    const outcome = await deps.store.reports.insert(report);
    if (outcome === 'inserted') {
      await settleAttachments(deps, report.attachmentIds);
      return report;
    }
    if (outcome === 'reportExists') return storedTwin(deps, draft);
  }
  throw new Error('no free case number was found');
}

/**
 * Takes a complaint in. The report is durable before anything else happens, so that whatever is answered from then on
 * holds; while Temporal cannot be reached it is queued for the sweeper.
 * @throws Problem `idempotency_key_reused`, `unknown_attachment`, `too_many_attachments`
 * @throws StoreUnavailable nothing is promised: the sender may try again, best with an Idempotency-Key
 */
export async function takeIn(deps: IntakeDeps, submission: Submission, at = new Date()): Promise<Intake> {
  const report = await keepReport(deps, submission, at);
  try {
    return { report, placement: await placeReport(deps, report) };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return { report, placement: { kind: 'queued', ...report.candidate } };
  }
}
