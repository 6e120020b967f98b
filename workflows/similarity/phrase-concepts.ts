/** Several words that are one: what stands on the left becomes what stands on the right. Order matters: first wins. */
const phrases: [string, string][] = [
  ['kata sandi|kata kunci|pass word|sandi masuk', 'password'],
  ['nama pengguna|nama user|user name|user id|id pengguna', 'username'],
  ['log in|log on|sign in|logged in|signed in|logging in|signing in|log masuk', 'login'],
  [
    'log out|log off|sign out|logged out|signed out|keluar sendiri|otomatis keluar|keluar otomatis|terlempar keluar',
    'logout',
  ],
  ['kicked out|terlempar|ditendang keluar|keluar terus', 'logout'],
  [
    '(?:tidak bisa|gagal|bisa|cannot) masuk|masuk ke (?:aplikasi|sistem|akun|menu|dashboard|web|website|halaman)',
    'gagal login',
  ],
  ['perjalanan dinas', 'jalandinas'],
  [
    'tidak (?:masuk|nyampe|sampai|dikirim|terkirim|diterima|datang|nyampai)(?: masuk)?|(?:is |was |are )?not (?:sent|received|arriving|delivered)|never (?:arrives?|arrived|came|comes|received)',
    'taksampai',
  ],
  ['orang lain|somebody else(?: s)?|someone else(?: s)?|pegawai lain', 'oranglain'],
  ['e mail|surat elektronik', 'email'],
  ['up load|mengunggah', 'upload'],
  ['down load|mengunduh', 'download'],
  ['print out', 'print'],
  ['atur ulang|setel ulang', 'reset'],
  ['hak akses|hak akses nya', 'hakakses'],
  ['tanda tangan elektronik|tanda tangan digital|tanda tangan|digital signature|electronic signature', 'tandatangan'],
  ['sidik jari|finger print', 'fingerprint'],
  ['slip gaji|pay slip|struk gaji', 'payslip'],
  ['kenaikan gaji berkala|gaji berkala', 'kgb'],
  ['surat perintah membayar', 'spm'],
  ['surat perintah pencairan dana', 'sp2d'],
  ['surat permintaan pembayaran', 'spp'],
  ['surat keputusan', 'sk'],
  ['surat pertanggungjawaban|pertanggungjawaban|pertanggung jawaban', 'spj'],
  ['sasaran kinerja pegawai|sasaran kinerja', 'skp'],
  ['daftar riwayat hidup', 'drh'],
  ['rencana kerja anggaran|rencana kerja dan anggaran', 'rka'],
  ['dokumen pelaksanaan anggaran', 'dpa'],
  ['bukti potong|withholding slip', 'bupot'],
  ['surat pemberitahuan', 'spt'],
  ['tahun anggaran|fiscal year|budget year', 'tahun'],
  ['drop down', 'dropdown'],
  ['remote desktop|remote dekstop', 'remotedesktop'],
  ['video conference|video call', 'vidcon'],
  ['time out|timed out|waktu habis|kehabisan waktu|request timeout', 'timeout'],
  ['masa berlaku habis|habis masa berlaku|masa berlakunya habis|masa aktif habis|sudah tidak berlaku', 'expired'],
  ['sesi habis|sesi berakhir|session expired|sesi anda telah berakhir', 'sesi expired'],
  ['not responding|tidak merespon|tidak merespons|tidak ada respon|no response|diam saja', 'hang'],
  ['not found|tidak ditemukan|tidak ketemu|tak ditemukan', 'notfound'],
  ['tidak (?:muncul|tampil|keluar|terlihat|kelihatan|ada|nongol|ditampilkan|tertampil)', 'hilang'],
  [
    '(?:does not|doesn t|do not|don t|did not|didn t|not) (?:show|appear|display|showing|appearing|visible|there)(?: up)?',
    'missing',
  ],
  ['is gone|are gone|went missing', 'missing'],
  ['layar putih|halaman putih|white screen|blank screen', 'kosong'],
  ['tidak (?:valid|benar)|not valid', 'invalid'],
  ['tidak (?:sesuai|cocok|sama|balance|balans|match|klop)|not match(?:ing)?', 'selisih'],
  ['tidak (?:aktif)|non aktif|dinonaktifkan', 'nonaktif'],
  ['tidak (?:menyala|hidup|nyala)|won t turn on|not turn(?:ing)? on', 'mati'],
  ['tidak (?:ingat)', 'lupa'],
  ['tidak (?:terhubung|tersambung|konek|terkoneksi|nyambung)|no connection|not connected', 'putus koneksi'],
  ['dua kali|2 kali|2x', 'dobel'],
  ['(?:access|permission) denied|akses ditolak|tidak punya akses|tidak memiliki akses|tidak berhak', 'akses tolak'],
  ['loading terus|muter terus|berputar terus|muter muter|putar putar|loading lama', 'loading'],
  ['tidak (?:bisa|dapat|mau|berhasil|kunjung|jalan|berfungsi)', 'gagal'],
  [
    'can not|cannot|can t|could not|couldn t|unable to|unable|not able to|won t|will not|does not|doesn t|did not',
    'gagal',
  ],
  ['isn t|is not|are not|aren t|not working|doesn t work', 'gagal'],
];

const replacements = phrases.map(([pattern, with_]) => [new RegExp(`(?<= )(?:${pattern})(?= )`, 'gu'), with_] as const);

/** Amounts of time and people, and clock times: they say when and how often, not what. */
const circumstances = [
  /(?<= )(?:pukul|jam|at|around|sekitar) \d{1,2}(?: \d{2})?(?: (?:wib|wita|wit|am|pm))?(?= )/gu,
  /(?<= )\d+ ?(?:menit|jam|detik|hari|minggu|kali|x|orang|user|persen|mb|gb|kb|minutes?|hours?|days?|times?|people|users?)(?= )/gu,
  /(?<= )(?:tanggal|tgl) \d{1,2}(?= )/gu,
];

/** The text, in lower case with single blanks, with phrases joined and circumstances left out. */
export function joinedPhrases(text: string): string {
  const bare = circumstances.reduce((rest, pattern) => rest.replace(pattern, ' '), ` ${text} `).replace(/ +/g, ' ');
  return replacements.reduce((rest, [pattern, with_]) => rest.replace(pattern, with_), bare).trim();
}
