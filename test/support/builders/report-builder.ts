import type { Report } from '../../../store/reports/report-repository.ts';
import { nextBuilt } from './built-counter.ts';

/** A report of submitter xyz that no case has taken in yet, with an identity of its own. */
export function buildReport(overrides: Partial<Report> = {}): Report {
  const n = nextBuilt();
  return {
    reportId: `report-${n}`,
    submitterId: 'xyz',
    enteredById: 'xyz',
    deskId: 'layanan',
    officeId: '123',
    systemId: 'sipd',
    serverId: null,
    category: 'login',
    title: `Tidak bisa masuk ${n}`,
    description: 'Setelah kata sandi, halaman kembali ke awal.',
    attachmentIds: [],
    fingerprint: n.toString(16).padStart(64, '0'),
    payloadHash: n.toString(16).padStart(64, 'a'),
    candidate: { caseId: `candidate-${n}`, number: `261124-R${n}` },
    receivedAt: '2026-11-24T01:00:00.000Z',
    placedCaseId: null,
    ...overrides,
  };
}
