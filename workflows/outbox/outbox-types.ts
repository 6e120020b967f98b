/** How long something is tried, in milliseconds: pauses double from the first to the longest. */
export interface Patience {
  firstPause: number;
  longestPause: number;
  giveUpAfter: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Five days, as RFC 5321, 4.5.4.1 advises ("at least 4-5 days"). */
export const mailPatience: Patience = { firstPause: 15_000, longestPause: 30 * minute, giveUpAfter: 5 * 24 * hour };

/** A day: long enough for a night and a deployment of the receiver; afterwards people ask for it again. */
export const webhookPatience: Patience = { firstPause: 10_000, longestPause: hour, giveUpAfter: 24 * hour };

export interface MailingInput {
  notificationId: string;
  /** Other than `mailPatience`; for tests and drills. */
  patience?: Patience;
}

export interface WebhookDeliveryInput {
  deliveryId: string;
  /** Other than `webhookPatience`; for tests and drills. */
  patience?: Patience;
}
