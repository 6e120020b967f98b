import { expect } from 'vitest';
import type { CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { caseView } from '../../../workflows/complaint/complaint-view.ts';
import { facts } from './complaint-cases.ts';

/** Where the case runs, whatever it is corrected to. */
export const home = `complaint:123:${facts.fingerprint}`;

/** The case stays where it runs, and both that fingerprint and its own lead there. */
export function expectToBeFound(state: CaseState): void {
  const { facts: known, fingerprints = [], openedAs } = state;
  expect(caseView(state, 'run').workflowId).toBe(home);
  if (openedAs === undefined) return;
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
  if (known.fingerprint !== openedAs.fingerprint) expect(fingerprints).toContain(known.fingerprint);
  const links = (state.correctionForwarders ?? []).map((link) => link.workflowId);
  expect(new Set(links).size).toBe(links.length);
  expect(links).not.toContain(home);
  expect(caseView(state, 'run').mergedCaseIds).not.toContain(state.caseId);
}

/** Who has a report in the case is one of its reporters, and nobody else; of r9 it is not known who sent it. */
export function expectReporters({
  detachedReportIds = [],
  reportIds,
  reportSenders = {},
  reporterIds,
}: CaseState): void {
  expect(reportIds).toContain('r1');
  const senders = new Set(reportIds.map((id) => reportSenders[id] ?? 's9'));
  expect(reporterIds.filter((id) => !senders.has(id) && !reportIds.includes('r9'))).toEqual([]);
  expect([...senders].filter((id) => !reporterIds.includes(id))).toEqual([]);
  expect(reportIds.filter((id) => detachedReportIds.includes(id))).toEqual([]);
  expect(Object.keys(reportSenders).sort()).toEqual(reportIds.filter((id) => id !== 'r9').sort());
}
