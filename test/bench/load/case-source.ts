import { randomUUID } from 'node:crypto';
import { newCandidate } from '../../../api/complaints/intake/case-identity.ts';
import type { CaseStart } from '../../../api/engine/engine-types.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import { fingerprintOf } from '../../../workflows/complaint/complaint-fingerprint.ts';

export const offices = ['123', '124', '125'] as const;
const senders = { '123': 'xyz', '124': 'def', '125': 'ghi' } as const;

/** What somebody types. */
export interface Problem {
  systemId: string;
  category: string;
  title: string;
  description: string;
}

/** A problem that nobody has sent before. */
export function newProblem(): Problem {
  const id = randomUUID();
  return {
    ...{ systemId: 'sipd', category: 'login', title: `Tidak bisa masuk SIPD, kode ${id.slice(0, 8)}` },
    description: `Setelah kata sandi, halaman kembali ke awal. Sudah dicoba di peramban lain, hasilnya sama. ${id}`,
  };
}

/** A new case as intake hands it to the engine once its report is in the store. */
export function newCaseStart(officeId: (typeof offices)[number] = pickedOffice()): CaseStart {
  const problem = newProblem();
  const { category, systemId, title } = problem;
  const about = { deskId: demoDeskId, officeId, systemId, serverId: null, category, title };
  const now = new Date();
  return {
    facts: { ...about, fingerprint: fingerprintOf({ ...about, description: problem.description }) },
    firstReport: {
      ...{ reportId: randomUUID(), submitterId: senders[officeId], title, receivedAt: now.toISOString() },
      candidate: newCandidate(now, 'Asia/Jakarta'),
    },
    ...{ previousCaseId: null, officeName: `Kantor ${officeId}`, systemName: 'SIPD' },
  };
}

function pickedOffice(): (typeof offices)[number] {
  return offices[Math.floor(Math.random() * offices.length)] ?? '123';
}
