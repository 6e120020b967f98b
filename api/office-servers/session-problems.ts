import type { SessionRefusal } from '../../workflows/office-server/office-server-errors.ts';
import { Problem } from '../http/problem.ts';
import type { Locale } from '../locale/translate.ts';

/** Seconds after which it makes sense to ask again while no worker answers. */
export const retrySoon = { 'Retry-After': '2' };

const endings: Record<Locale, Record<string, string>> = {
  id: {
    released: 'Sesi sudah dilepas.',
    revoked: 'Sesi dicabut oleh pengawas.',
    expired: 'Waktu sesi sudah habis.',
    caseLeft: 'Kasusnya sudah berpindah atau selesai.',
  },
  en: {
    released: 'It was given back.',
    revoked: 'A supervisor has revoked it.',
    expired: 'Its time was over.',
    caseLeft: 'Its case has gone to somebody else or has ended.',
  },
};

export function sessionEnded(how: string | null, locale: Locale): Problem {
  return new Problem('session_ended', { values: { how: endings[locale][how ?? ''] ?? '' }, members: { how } });
}

/** What a refusal of the server's workflow is answered as. `CaseLeft` needs the case to say more: see `askForSession`. */
export function refusalProblem(refusal: SessionRefusal, locale: Locale): Problem | Error {
  switch (refusal.code) {
    case 'SessionIdTaken':
      return new Problem('idempotency_key_reused');
    case 'UnknownSession':
      return new Problem('not_found');
    case 'SessionEnded':
      return sessionEnded(refusal.how, locale);
    case 'NotGranted':
      return new Problem('session_not_granted');
    case 'NotHolder':
      return new Problem('not_session_holder');
    case 'LeaseTooLong':
      return new Problem('lease_too_long');
    case 'CaseLeft':
      return new Problem('not_assigned');
    case 'Malformed':
      return new Error('the office server found a message of ours malformed');
  }
}
