import { randomUUID } from 'node:crypto';
import type { Store } from '../../../store/store.ts';
import type { CaseView } from '../../../workflows/complaint/complaint-types.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { newCaseStart, offices } from './case-source.ts';
import { inParallel } from './in-parallel.ts';
import { plainCase, plainEntries, plainTimeline, plainView } from '../plain/plain-case.ts';

const batch = 250;
const parallel = 16;
const dayMs = 86_400_000;
/** Over so many days before today they are spread. */
const days = 400;

/**
 * Puts finished cases into the store through its repositories: the case, its report, its history. Turns are left out, since
 * the rotation that runs counts its own.
 *
 * @param until epoch milliseconds; no batch is begun later
 * @returns how many there are now
 */
export async function storeFinishedCases(
  store: Store,
  { from, roster, to, until }: { from: number; to: number; roster: readonly string[]; until: number },
): Promise<number> {
  let stored = from;
  while (stored < to && Date.now() < until) {
    const size = Math.min(batch, to - stored);
    const first = stored;
    const officeId = offices[Math.floor(first / batch) % offices.length] ?? '123';
    const cases = Array.from({ length: size }, (_, index) => finishedCase(officeId, first + index, roster));
    const place = { deskId: demoDeskId, officeId, systemId: 'sipd' };
    await Promise.all([
      store.timelines.append(
        cases.flatMap(({ entries }) => entries),
        { place },
      ),
      inParallel(size, parallel, async (index) => {
        const made = cases[index];
        if (!made) return;
        await Promise.all([store.cases.record(made.view, { isNews: false }), store.reports.insert(made.report)]);
      }),
    ]);
    stored += size;
  }
  return stored;
}

function finishedCase(officeId: (typeof offices)[number], no: number, roster: readonly string[]) {
  const { facts, firstReport } = newCaseStart(officeId);
  const { caseId } = firstReport.candidate;
  const at = Date.now() - dayMs * (1 + (no % days));
  const times = [at, at + 1_000, at + 60_000, at + 3_600_000];
  const plain = {
    ...plainCase(facts, firstReport, at),
    ...{ status: 'resolved' as const, agentId: roster[no % roster.length] ?? '', resolutionId: randomUUID() },
    ...{ assignedAt: at + 1_000, updatedAt: at + 3_600_000, version: 5 },
  };
  const view: CaseView = { ...plainView(plain, `run-${no}`), status: 'closed' };
  const receivedAt = new Date(at).toISOString();
  return {
    view,
    entries: plainEntries(caseId, plainTimeline(plain), times),
    report: {
      ...{ ...facts, ...firstReport, receivedAt, enteredById: firstReport.submitterId, attachmentIds: [] },
      ...{ description: `Setelah kata sandi, halaman kembali ke awal. ${no}`, payloadHash: facts.fingerprint },
      placedCaseId: caseId,
    },
  };
}
