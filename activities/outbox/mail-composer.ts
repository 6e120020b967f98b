import { notificationSentence } from '../../workflows/notifications/notification-texts.ts';
import type { Language, NotificationKind } from '../../workflows/notifications/notification-types.ts';
import type { OutgoingMail } from './mail-port.ts';

export interface MailFacts {
  notificationId: string;
  kind: NotificationKind;
  caseId: string;
  number: string;
  /** Set when it is about an incident and no case. */
  incidentId?: string | undefined;
  /** Names, not ids. */
  agent: string | null;
  server: string | null;
  recipient: { name: string; address: string; language: Language };
  /** Where people open the web application, without a slash at the end. */
  publicUrl: string;
}

const words: Record<Language, Record<'greeting' | 'open' | 'why' | 'choose' | 'noReply', string>> = {
  id: {
    greeting: 'Yth. {name},',
    open: 'Buka kasusnya',
    why: 'Surel ini dikirim otomatis oleh Giliran.',
    choose: 'Pilih apa yang dikirim lewat surel',
    noReply: 'Balasan surel ini tidak terbaca; jawablah di aplikasi.',
  },
  en: {
    greeting: 'Dear {name},',
    open: 'Open the case',
    why: 'Giliran has sent this mail by itself.',
    choose: 'Choose what is mailed to you',
    noReply: 'Replies to this mail are not read; please answer in the application.',
  },
};

/**
 * The mail of a notification, in the receiver's language. It holds the number and a link and nothing that anybody has
 * written: mail travels and stays in places that nobody here controls.
 */
export function composeMail(facts: MailFacts): OutgoingMail {
  const { agent, number, publicUrl, recipient, server } = facts;
  const { language } = recipient;
  const text = words[language];
  const sentence = notificationSentence(language, facts.kind, { number, agent, server });
  const caseUrl = `${publicUrl}/${facts.incidentId === undefined ? 'complaints' : 'incidents'}/${encodeURIComponent(number)}`;
  const choicesUrl = `${publicUrl}/notifications/choices`;
  const greeting = text.greeting.replace('{name}', () => recipient.name);
  const parts = { greeting, sentence, caseUrl, choicesUrl, language };
  return {
    id: facts.notificationId,
    threadId: facts.caseId,
    to: { name: recipient.name, address: recipient.address },
    subject: `[${number}] ${sentence}`.slice(0, 150),
    text: plainText(parts),
    html: htmlText(parts),
    language,
    choicesUrl,
  };
}

interface Parts {
  greeting: string;
  sentence: string;
  caseUrl: string;
  choicesUrl: string;
  language: Language;
}

function plainText({ greeting, sentence, caseUrl, choicesUrl, language }: Parts): string {
  const { open, why, choose, noReply } = words[language];
  return [
    greeting,
    '',
    sentence,
    '',
    `${open}: ${caseUrl}`,
    '',
    '-- ',
    `${why} ${noReply}`,
    `${choose}: ${choicesUrl}`,
    '',
  ].join('\n');
}

function htmlText({ greeting, sentence, caseUrl, choicesUrl, language }: Parts): string {
  const { open, why, choose, noReply } = words[language];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escaped(sentence)}</title></head>
<body style="font-family: sans-serif; line-height: 1.5; color: #1a1a1a; max-width: 40em">
<p>${escaped(greeting)}</p>
<p>${escaped(sentence)}</p>
<p><a href="${escaped(caseUrl)}">${escaped(open)}</a></p>
<hr>
<p style="font-size: smaller">${escaped(why)} ${escaped(noReply)}<br>
<a href="${escaped(choicesUrl)}">${escaped(choose)}</a></p>
</body>
</html>
`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
