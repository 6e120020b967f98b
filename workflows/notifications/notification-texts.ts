import type { Language, NotificationKind } from './notification-types.ts';

/** What each kind says. `{number}` the case, `{agent}` who has it, `{server}` an office server. */
const sentences: Record<Language, Record<NotificationKind, string>> = {
  id: {
    assigned: 'Pengaduan {number} sudah sampai pada {agent}.',
    replied: 'Ada jawaban atas pengaduan {number}.',
    asked: 'Petugas menanyakan sesuatu tentang pengaduan {number}. Penanganan dilanjutkan setelah Anda menjawab.',
    resolved: 'Pengaduan {number} sudah diselesaikan. Bila masalahnya masih ada, Anda dapat membukanya kembali.',
    reopened: 'Pengaduan {number} dibuka kembali dan ditangani lagi.',
    closed: 'Pengaduan {number} sudah ditutup. Bila masalahnya muncul lagi, silakan buat pengaduan baru.',
    attached:
      'Laporan Anda sudah kami terima. Masalah yang sama sedang ditangani sebagai {number}, jadi tidak perlu dikirim lagi: mengirim ulang tidak mempercepat penanganan.',
    merged: 'Pengaduan {number} digabungkan dengan pengaduan lain tentang masalah yang sama. Nomor ini tetap berlaku.',
    incidentJoined:
      'Pengaduan {number} termasuk gangguan yang sedang ditangani untuk semua kantor. Kami kabari begitu selesai; tidak perlu dikirim lagi.',
    incidentResolved:
      'Gangguan di balik pengaduan {number} sudah diatasi. Bila masalahnya masih ada pada Anda, Anda dapat membukanya kembali.',
    detached: 'Laporan Anda kini ditangani tersendiri sebagai pengaduan {number}.',
    givenToYou: 'Giliran Anda: kasus {number}.',
    takenFromYou: 'Kasus {number} tidak lagi pada Anda.',
    reportAttached: 'Ada laporan lain tentang masalah yang sama pada kasus {number}.',
    submitterReplied: 'Pelapor menjawab pada kasus {number}.',
    withdrawn: 'Kasus {number} ditarik kembali oleh pelapornya.',
    leaseGranted: 'Sesi di {server} untuk kasus {number} sudah dapat Anda mulai.',
    leaseEnded:
      'Sesi Anda di {server} untuk kasus {number} sudah berakhir: waktunya habis atau dihentikan pengawas. Mintalah sesi baru bila masih perlu.',
    overdue: 'Kasus {number} melewati batas waktu tingkat 2.',
    escalatedByDeadline: 'Kasus {number} melewati batas waktu tingkat 1 dan dilimpahkan ke tingkat 2.',
    incidentOverdue: 'Gangguan {number} sudah berlangsung terlalu lama.',
    acknowledgementMissed:
      'Kasus {number} tidak mulai ditangani tepat waktu oleh {agent} dan pindah ke giliran berikutnya.',
  },
  en: {
    assigned: 'Complaint {number} has reached {agent}.',
    replied: 'There is a reply to complaint {number}.',
    asked: 'The agent has a question about complaint {number}. Work goes on when you have answered.',
    resolved: 'Complaint {number} has been resolved. If the problem is still there, you can reopen it.',
    reopened: 'Complaint {number} has been reopened and is being worked on again.',
    closed: 'Complaint {number} has been closed. If the problem comes back, please send a new complaint.',
    attached:
      'We have your report. The same problem is being handled already as {number}, so there is no need to send it again: that does not speed it up.',
    merged: 'Complaint {number} has been merged with another one about the same problem. This number stays valid.',
    incidentJoined:
      'Complaint {number} is part of a disturbance that is being worked on for everyone. We will tell you when it is over; there is no need to send it again.',
    incidentResolved:
      'The disturbance behind complaint {number} has been resolved. If the problem is still there for you, you can reopen it.',
    detached: 'Your report is now being handled by itself, as complaint {number}.',
    givenToYou: 'Your turn: case {number}.',
    takenFromYou: 'Case {number} is no longer with you.',
    reportAttached: 'There is another report of the same problem on case {number}.',
    submitterReplied: 'The submitter has replied on case {number}.',
    withdrawn: 'Case {number} has been withdrawn by its submitter.',
    leaseGranted: 'Your session on {server} for case {number} can begin.',
    leaseEnded:
      'Your session on {server} for case {number} has ended: its time was over, or a supervisor ended it. Ask for a new one if you still need it.',
    overdue: 'Case {number} has passed the time allowed for tier 2.',
    escalatedByDeadline: 'Case {number} has passed the time allowed for tier 1 and goes to tier 2.',
    incidentOverdue: 'Incident {number} has lasted too long.',
    acknowledgementMissed: 'Case {number} was not taken up in time by {agent} and goes to the next in turn.',
  },
};

const fallback: Record<Language, { agent: string; server: string }> = {
  id: { agent: 'petugas', server: 'server kantor' },
  en: { agent: 'an agent', server: 'the office server' },
};

export interface NotificationValues {
  number: string;
  agent?: string | null;
  server?: string | null;
}

/** The sentence of a notification in this language, for the screen and for mail. */
export function notificationSentence(language: Language, kind: NotificationKind, values: NotificationValues): string {
  const filled: Record<string, string> = {
    number: values.number,
    agent: values.agent ?? fallback[language].agent,
    server: values.server ?? fallback[language].server,
  };
  return sentences[language][kind].replace(/\{(\w+)\}/g, (whole, name: string) => filled[name] ?? whole);
}
