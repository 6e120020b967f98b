import { isCancellation, proxyActivities } from '@temporalio/workflow';
import type { OutboxActivities } from './outbox-activity-port.ts';
import { mailPatience, type MailingInput } from './outbox-types.ts';

const { giveUpMail } = proxyActivities<OutboxActivities>({ startToCloseTimeout: '30 seconds' });

/** One mail, tried until the mail server has taken it, has refused it for good, or has been away for days. */
export async function mailing({ notificationId, patience = mailPatience }: MailingInput): Promise<string> {
  const { sendMail } = proxyActivities<OutboxActivities>({
    startToCloseTimeout: '2 minutes',
    scheduleToCloseTimeout: patience.giveUpAfter,
    retry: { initialInterval: patience.firstPause, backoffCoefficient: 2, maximumInterval: patience.longestPause },
  });
  try {
    return await sendMail.executeWithOptions({ summary: 'to the mail server' }, [{ notificationId }]);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return giveUpMail({ notificationId });
  }
}
