import type { Locale } from '../locale/translate.ts';
import type { MailFailure } from './try-mail-server.ts';

type Said = MailFailure | 'sent' | 'notConfigured' | 'files' | 'noAddress';

const sentences: Record<Locale, Record<Said, string>> = {
  id: {
    sent: 'Server surat menerima surat percobaan untuk {to}. Bila belum tampak di kotak masuk, periksa folder spam.',
    notConfigured: 'Server surat belum diatur, jadi tidak ada surat yang dikirim kepada siapa pun.',
    files: 'Server surat belum diatur. Surat hanya disimpan sebagai berkas di server aplikasi ini.',
    noAddress: 'Akun Anda belum mempunyai alamat surel. Isi dahulu, lalu coba lagi.',
    name: 'Nama server surat {host} tidak ditemukan. Periksa ejaannya, atau apakah server ini dapat mencari nama.',
    connection: 'Server surat {host} tidak dapat dihubungi pada porta {port}. Periksa alamat, porta, dan tembok api.',
    silence: 'Server surat {host} tidak menjawab pada waktunya. Periksa alamat, porta, dan tembok api.',
    encryption:
      'Sambungan terenkripsi ke server surat {host} gagal. Periksa sertifikatnya, dan apakah porta {port} memang terenkripsi sejak awal.',
    service: 'Server surat {host} sedang tidak melayani kami.',
    login: 'Server surat {host} menolak nama pengguna atau kata sandinya.',
    sender: 'Server surat {host} menolak alamat pengirim {from}.',
    recipient: 'Server surat {host} menolak alamat tujuan {to}.',
    message: 'Server surat {host} menolak isi surat percobaan.',
  },
  en: {
    sent: 'The mail server took the test mail for {to}. If it is not in the inbox, look among the spam.',
    notConfigured: 'No mail server is set up, so nobody is sent any mail.',
    files: 'No mail server is set up. Mail is only kept as files on the machine of this application.',
    noAddress: 'Your account has no mail address yet. Enter one first, then try again.',
    name: 'The mail server {host} was not found by its name. Check the spelling, and whether this machine can look up names.',
    connection: 'The mail server {host} was not reached on port {port}. Check the address, the port and the firewall.',
    silence: 'The mail server {host} did not answer in time. Check the address, the port and the firewall.',
    encryption:
      'The encrypted connection to the mail server {host} failed. Check its certificate, and whether port {port} is encrypted from the start.',
    service: 'The mail server {host} does not serve us at the moment.',
    login: 'The mail server {host} refused the user name or the password.',
    sender: 'The mail server {host} refused the sender {from}.',
    recipient: 'The mail server {host} refused the recipient {to}.',
    message: 'The mail server {host} refused the content of the test mail.',
  },
};

interface Facts {
  host?: string;
  port?: number;
  from: string;
  to: string | null;
}

/** What came of a test mail, for people. */
export function mailTestSentence(locale: Locale, said: Said, facts: Facts): string {
  const values: Record<string, string | number | null | undefined> = { ...facts };
  return sentences[locale][said].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The test mail itself. */
export const testMailTexts: Record<Locale, { subject: string; text: string }> = {
  id: {
    subject: 'Surat percobaan dari Giliran',
    text: 'Surat ini Anda kirim sendiri dari halaman pengaturan Giliran. Bila Anda membacanya, pengiriman surat berjalan.\n',
  },
  en: {
    subject: 'Test mail from Giliran',
    text: 'You have sent this mail to yourself from the settings of Giliran. If you can read it, sending mail works.\n',
  },
};
