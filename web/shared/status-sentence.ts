import { useTranslation } from 'react-i18next';
import type { Complaint, User } from '../api/client.ts';
import { useUser } from '../session/session.ts';
import { useNow } from './now-clock.ts';
import { momentOf } from './time-words.ts';

/** Which sentence tells how a case stands to somebody of this role. */
function sentenceKey({ status, incidentId }: Complaint, role: User['role']) {
  if (status === 'waitingOnSubmitter' && role === 'submitter') return 'waitingOnYou';
  if (incidentId && (status === 'received' || status === 'escalating')) return 'withIncident';
  return status;
}

/**
 * `Petugas A sedang menangani, paling lambat besok 10.00`: what happens now, for who waits for it. Staff see until when
 * elsewhere, and by the minute.
 */
export function useStatusSentence(complaint: Complaint): string {
  const { t } = useTranslation();
  const now = useNow();
  const { role } = useUser();
  const { status } = complaint;
  const due = status === 'assigned' ? complaint.acknowledgeBy : complaint.resolveBy;
  const sentence = t(`statusSentence.${sentenceKey(complaint, role)}`, { agent: complaint.agent?.name ?? '' });
  // While somebody's answer is waited for, the clock stands.
  if (!due || role !== 'submitter' || status === 'waitingOnSubmitter' || status === 'resolved') return sentence;
  return `${sentence}, ${t('statusSentence.dueBy', { moment: momentOf(due, new Date(now)) })}`;
}
