/** What leaves the service. Each is one attempt; one that shall be made again later throws. */
export interface OutboxActivities {
  /** Hands the mail of a notification to the mail server, unless that has been done. Answers with its state then. */
  sendMail(mail: { notificationId: string }): Promise<string>;
  /** Notes that nobody tries any more. */
  giveUpMail(mail: { notificationId: string }): Promise<string>;
  /** Sends one piece of news to its webhook, unless that has been done. Answers with its state then. */
  deliverWebhook(delivery: { deliveryId: string }): Promise<string>;
  /** Notes that nobody tries any more; it can be asked for again. */
  giveUpDelivery(delivery: { deliveryId: string }): Promise<string>;
}
