import { DateTime } from 'luxon';
import type { Locale } from '../locale/translate.ts';

/** What the read model knew of the case when the report was attached; null for what it did not know. */
export interface AdviceFacts {
  agentName: string | null;
  /** ISO 8601 UTC */
  assignedAt: string | null;
  /** It had been resolved, and this report takes it up again. */
  wasResolved: boolean;
  /** IANA name of the desk's time zone */
  timeZone: string;
}

const calm: Record<Locale, string> = {
  id: 'Laporan Anda sudah kami tambahkan, jadi tidak ada yang hilang. Mengirim ulang tidak mempercepat penanganan; kami akan mengabari Anda begitu ada perkembangan.',
  en: 'Your report has been added to it, so nothing is lost. Sending it again does not speed it up; we will tell you as soon as there is news.',
};

const sentences: Record<Locale, Record<'withAgent' | 'withAgentSince' | 'waiting' | 'reopened', string>> = {
  id: {
    withAgent: 'Terima kasih. Masalah yang sama sudah ditangani oleh {agent}.',
    withAgentSince: 'Terima kasih. Masalah yang sama sudah ditangani oleh {agent} sejak {since}.',
    waiting: 'Terima kasih. Masalah yang sama sudah kami terima dan sedang menunggu gilirannya.',
    reopened: 'Terima kasih sudah mengabari. Masalah yang sama sempat dinyatakan selesai; kasusnya kami buka kembali.',
  },
  en: {
    withAgent: 'Thank you. The same problem is already with {agent}.',
    withAgentSince: 'Thank you. The same problem has been with {agent} since {since}.',
    waiting: 'Thank you. We already have the same problem on record, and it is waiting for its turn.',
    reopened: 'Thank you for telling us. The same problem had been resolved; its case is now open again.',
  },
};

/** For instance `Selasa, 24 November 2026 pukul 08.05 WIB` or `Tuesday, 24 November 2026 at 08:05 WIB`. */
export function instantInWords(iso: string, timeZone: string, locale: Locale): string {
  const local = DateTime.fromISO(iso, { zone: timeZone });
  const at = local.isValid ? local : DateTime.fromISO(iso, { zone: 'utc' });
  const style = at.setLocale(locale === 'id' ? 'id-ID' : 'en-GB');
  const day = style.toFormat('cccc, d LLLL yyyy');
  const zone = style.setLocale('id-ID').toFormat('ZZZZ');
  return locale === 'id' ? `${day} pukul ${at.toFormat('HH.mm')} ${zone}` : `${day} at ${at.toFormat('HH:mm')} ${zone}`;
}

/** What somebody is told, kindly, who sent a problem that is being handled already. */
export function adviceFor(facts: AdviceFacts, locale: Locale): string {
  const { agentName, assignedAt, timeZone, wasResolved } = facts;
  const { reopened, waiting, withAgent, withAgentSince } = sentences[locale];
  const fill = (text: string, since = '') =>
    text.replace('{since}', () => since).replace('{agent}', () => agentName ?? '');
  if (wasResolved) return `${reopened} ${calm[locale]}`;
  if (agentName === null) return `${waiting} ${calm[locale]}`;
  if (assignedAt === null) return `${fill(withAgent)} ${calm[locale]}`;
  return `${fill(withAgentSince, instantInWords(assignedAt, timeZone, locale))} ${calm[locale]}`;
}
