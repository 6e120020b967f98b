import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Observations, Violation } from '../check/observations.ts';
import { historyText } from '../observe/engine-runs.ts';
import type { ChaosStack } from '../stack/chaos-stack.ts';

/** Violations of which everything is kept: after the first, one mistake is often behind many. */
const most = 10;

/**
 * Writes down what a person needs to find the mistake behind a violation: for each of the first ones the entry of the
 * journal, the case with its timeline and turns, and the histories; the logs of all parts lie beside it.
 *
 * @returns the folder
 */
export async function keepEvidence(
  stack: Pick<ChaosStack, 'client' | 'dataDir'>,
  seen: Observations,
  violations: Violation[],
): Promise<string> {
  const dir = join(stack.dataDir, 'evidence');
  await mkdir(dir, { recursive: true });
  for (const [index, violation] of violations.slice(0, most).entries()) {
    const about = aboutOf(violation, seen);
    await writeFile(join(dir, `${index + 1}-${violation.invariant}.json`), JSON.stringify(about, null, 2));
    for (const workflowId of new Set([violation.workflowId, about.case?.workflowId].flatMap((id) => id ?? []))) {
      const text = await historyText(stack.client, { workflowId }).catch((error: unknown) => JSON.stringify({ error }));
      await writeFile(join(dir, `${index + 1}-${workflowId.replace(/[^\w-]+/g, '_').slice(0, 80)}.history.json`), text);
    }
  }
  for (const { runId, workflowId } of seen.runs.filter(({ type }) => type === 'rotation')) {
    const text = await historyText(stack.client, { workflowId, runId }).catch((error: unknown) => String(error));
    await writeFile(join(dir, `${workflowId.replaceAll(':', '_')}-${runId}.history.json`), text);
  }
  await writeFile(join(dir, 'all-violations.json'), JSON.stringify(violations, null, 2));
  await writeFile(join(dir, 'rotations.json'), JSON.stringify({ turns: seen.turns, rotations: seen.rotations }));
  return dir;
}

function aboutOf(violation: Violation, seen: Observations) {
  const entry = seen.journal.find(({ entryId }) => entryId === violation.entryId);
  const named = entry?.attempts.find(({ caseId }) => caseId !== undefined)?.caseId;
  const caseId = violation.caseId ?? named;
  const ofCase = <Row extends { caseId: string | null }>(rows: Row[]) => rows.filter((row) => row.caseId === caseId);
  return {
    violation,
    journal: entry ?? seen.journal.filter(({ attempts }) => attempts.some((attempt) => attempt.caseId === caseId)),
    case: seen.cases.find((row) => row.caseId === caseId),
    reports: seen.reports.filter(({ placedCaseId }) => placedCaseId === caseId),
    timeline: ofCase(seen.timelines),
    turns: ofCase(seen.turns),
    notifications: ofCase(seen.notifications),
    sessions: ofCase(seen.sessions),
    runs: ofCase(seen.runs),
  };
}
