import { z } from 'zod';
import { unset } from './service-settings.ts';

/** How mail leaves: read by the worker, which sends it, and by the API, which can try it out. */
export const mailSettings = {
  /** The mail server: smtp://user:password@host:587, or smtps://…:465. Unset: see MAIL_DIR. */
  SMTP_URL: unset.or(z.url({ protocol: /^smtps?$/ })).optional(),
  /** Where mails are written as files while no SMTP_URL is set; neither: nothing is mailed. */
  MAIL_DIR: unset.or(z.string()).optional(),
  /** The sender of all mail. */
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'Giliran <giliran@example.org>')
    .default('Giliran <giliran@giliran.example>'),
};

export interface SmtpServer {
  host: string;
  port: number;
  /** Encrypted from the first byte; otherwise as soon as the server offers it. */
  secure: boolean;
  auth?: { user: string; pass: string };
}

/** What an SMTP_URL says. */
export function smtpServerOf(url: string): SmtpServer {
  const { username, password, hostname, port, protocol } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

/** `a@b` of `Name <a@b>`. */
export function mailAddressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
