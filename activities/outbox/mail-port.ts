/** A mail, before the composition root adds the sender. */
export interface OutgoingMail {
  /** The same at every attempt: receivers drop a second copy by the Message-ID that is made of it. */
  id: string;
  /** What mails of one case have in common, so that a mail program shows them together. */
  threadId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** BCP 47 */
  language: string;
  /** Where the receiver chooses what is mailed. */
  choicesUrl: string;
}

export type MailAnswer =
  | { outcome: 'accepted'; detail: string }
  /** For good: the same mail will be refused again. */
  | { outcome: 'refused'; detail: string }
  /** `unsure`: the server may have taken it, and did not say so. */
  | { outcome: 'later'; unsure: boolean; detail: string };

/** A mail server, as far as the outbox knows it. Never throws. */
export interface MailPort {
  send(mail: OutgoingMail): Promise<MailAnswer>;
}
