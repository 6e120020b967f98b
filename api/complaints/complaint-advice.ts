import { DateTime } from 'luxon';
import type { Locale } from '../locale/translate.ts';

/** What the read model knew of the case when the report was attached; null for what it did not know. */
export interface AdviceFacts {
  agentName: string | null;
  /** ISO 8601 UTC */
  assignedAt: string | null;
  /** It had been resolved, and this report takes it up again. */
  wasResolved: boolean;
  /** What people read aloud. */
  number: string;
  /** How many reports of this problem the same person has sent within an hour, this one among them. */
  sentWithinHour: number;
  /** IANA name of the desk's time zone */
  timeZone: string;
}

const calm: Record<Locale, string> = {
  id: 'Laporan Anda sudah kami tambahkan, jadi tidak ada yang hilang. Mengirim ulang tidak mempercepat penanganan; kami akan mengabari Anda begitu ada perkembangan.',
  en: 'Your report has been added to it, so nothing is lost. Sending it again does not speed it up; we will tell you as soon as there is news.',
};

/** From so many reports of one person within an hour on, another sentence says what helps better. */
const often = 5;

const calmer: Record<Locale, string> = {
  id: 'Kami mengerti masalah ini sangat mengganggu. Semua laporan Anda, {count} dalam satu jam terakhir, tersimpan pada kasus {number}. Bila ada hal baru, balaslah di kasus itu: petugas langsung membacanya. Urutan penanganan tetap sama, dan kami akan mengabari Anda begitu ada perkembangan.',
  en: 'We understand how much this gets in your way. All of your reports, {count} within the last hour, are kept with case {number}. If there is anything new, a reply in that case reaches the agent directly. Its place in the order stays the same, and we will tell you as soon as there is news.',
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

/** What came of it so far: who has it and since when. */
function standing(facts: AdviceFacts, locale: Locale): string {
  const { agentName, assignedAt, timeZone, wasResolved } = facts;
  const { reopened, waiting, withAgent, withAgentSince } = sentences[locale];
  if (wasResolved) return reopened;
  if (agentName === null) return waiting;
  const since = assignedAt === null ? '' : instantInWords(assignedAt, timeZone, locale);
  const sentence = assignedAt === null ? withAgent : withAgentSince;
  return sentence.replace('{since}', () => since).replace('{agent}', () => agentName);
}

/** From so many reports of one person within the hour on, nobody is told how many it were. */
const mostCounted = 20;

function counting(reports: number): string {
  return reports < mostCounted ? `${reports}` : `${mostCounted}+`;
}

/** What somebody is told, kindly, who sent a problem that is being handled already, and who sends it again and again. */
export function adviceFor(facts: AdviceFacts, locale: Locale): string {
  const { number, sentWithinHour } = facts;
  if (sentWithinHour < often) return `${standing(facts, locale)} ${calm[locale]}`;
  const counted = calmer[locale].replace('{count}', () => counting(sentWithinHour)).replace('{number}', () => number);
  return `${standing(facts, locale)} ${counted}`;
}
