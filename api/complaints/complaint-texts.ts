import type { CaseStatus } from '../../workflows/complaint/complaint-types.ts';
import type { Locale } from '../locale/translate.ts';

const statusWords: Record<Locale, Record<CaseStatus, string>> = {
  id: {
    received: 'menunggu giliran',
    assigned: 'sudah dibagikan, menunggu petugas mulai',
    inProgress: 'sedang ditangani',
    waitingOnSubmitter: 'menunggu jawaban pelapor',
    escalating: 'dilimpahkan, menunggu giliran di tingkat 2',
    resolved: 'selesai',
    closed: 'ditutup',
    withdrawn: 'ditarik kembali oleh pelapor',
    merged: 'digabungkan ke kasus lain',
  },
  en: {
    received: 'waiting for its turn',
    assigned: 'assigned, and waiting for the agent to begin',
    inProgress: 'in progress',
    waitingOnSubmitter: 'waiting for the reporter to answer',
    escalating: 'escalated, and waiting for its turn in tier 2',
    resolved: 'resolved',
    closed: 'closed',
    withdrawn: 'withdrawn by its reporter',
    merged: 'merged into another case',
  },
};

/** A status in words, to stand after "The case is" or "Keadaan kasus:". */
export function statusInWords(status: string, locale: Locale): string {
  const words: Record<string, string> = statusWords[locale];
  return words[status] ?? status;
}

const others: Record<Locale, string> = { id: 'Pelapor lain', en: 'Another reporter' };

/** What stands for a reporter whom the reader may not know. */
export function anonymousName(locale: Locale): string {
  return others[locale];
}

const systems: Record<Locale, string> = { id: 'Sistem', en: 'System' };

/** The name of what happens by itself: a deadline, a rotation. */
export function systemName(locale: Locale): string {
  return systems[locale];
}

const nobody: Record<Locale, string> = { id: 'antrean, belum ada petugasnya', en: 'nobody yet' };

/** Stands where the name of the case's agent would. */
export function nobodyYet(locale: Locale): string {
  return nobody[locale];
}
