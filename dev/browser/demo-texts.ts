/** What the people of the demo desk complain about, as it is put in Indonesian offices. */
export const complaints = {
  password: {
    by: 'xyz',
    systemId: 'sipd',
    serverId: 'srv-123',
    category: 'Tidak bisa masuk',
    title: 'Tidak bisa masuk SIPD setelah kata sandi diganti',
    description:
      'Sejak pukul 07.45 halaman masuk SIPD kembali ke awal setelah kata sandi diisi. Sudah dicoba dari dua komputer, hasilnya sama. RKA harus selesai hari ini.',
  },
  promotion: {
    by: 'abc',
    systemId: 'simpeg',
    category: 'Data tidak sesuai',
    title: 'Data kenaikan pangkat tidak muncul di SIMPEG',
    description: 'Tiga pegawai yang naik pangkat 1 Oktober masih tercatat dengan golongan lama.',
  },
  receipt: {
    by: 'def',
    systemId: 'espt',
    category: 'Muncul pesan kesalahan',
    title: 'e-SPT menolak unggahan bukti potong Oktober',
    description: 'Setelah memilih berkas CSV muncul pesan "format tidak dikenali". Berkas bulan lalu masih diterima.',
  },
  printing: {
    by: 'ghi',
    systemId: 'sipd',
    category: 'Cetak atau unduh',
    title: 'Cetak DPA berhenti di halaman kosong',
    description: 'Tombol cetak membuka halaman putih. Unduh PDF juga tidak berjalan.',
  },
  photo: {
    by: 'xyz',
    systemId: 'simpeg',
    category: 'Data tidak sesuai',
    title: 'Foto dua pegawai tertukar sesudah sinkronisasi',
    description: 'Foto Ibu Ratna dan Ibu Ratih tertukar di SIMPEG sejak sinkronisasi Jumat malam.',
  },
  budget: {
    by: 'abc',
    systemId: 'sipd',
    serverId: 'srv-123',
    category: 'Muncul pesan kesalahan',
    title: 'Anggaran kas triwulan IV tidak tersimpan',
    description: 'Setelah tombol simpan ditekan, angka kembali ke nol. Server lokal kantor mungkin penuh.',
  },
  slow: {
    by: 'def',
    systemId: 'sipd',
    category: 'Lambat atau tidak terbuka',
    title: 'SIPD lambat sekali sejak pagi',
    description: 'Setiap halaman SIPD perlu dua sampai tiga menit untuk terbuka.',
  },
  loading: {
    by: 'ghi',
    systemId: 'sipd',
    category: 'Lambat atau tidak terbuka',
    title: 'Halaman penatausahaan lama terbuka',
    description: 'Menu penatausahaan berputar terus, kadang terbuka setelah beberapa menit.',
  },
  number: {
    by: 'xyz',
    systemId: 'espt',
    category: 'Lainnya',
    title: 'Nomor tanda terima e-SPT tidak keluar',
    description: 'Pelaporan September berhasil, tetapi nomor tanda terima tidak muncul.',
  },
  account: {
    by: 'def',
    systemId: 'simpeg',
    category: 'Hak akses',
    title: 'Akun pegawai pindahan belum aktif',
    description: 'Dua pegawai pindahan dari kantor 125 belum dapat masuk ke SIMPEG.',
  },
} as const;

export const sayings = {
  note: 'Layanan autentikasi di server lokal kantor 123 berhenti. Perlu sesi ke srv-123.',
  reply: 'Selamat pagi, kami sedang memeriksa server lokal kantor Anda. Mohon tidak mengirim ulang, ya.',
  answer: 'Baik, terima kasih. Rekan di ruang keuangan mengalami hal yang sama.',
  question: 'Boleh kirim NIP kedua pegawai supaya kami cocokkan?',
  solution: 'Nomor tanda terima sudah dikirim ulang ke alamat surel terdaftar. Silakan periksa kotak masuk.',
  escalation: 'Perlu pembaruan tabel unit kerja di basis data; tier satu tidak punya aksesnya.',
  incident: 'SIPD lambat di beberapa kantor',
  notice: 'SIPD sedang lambat di beberapa kantor. Tim pusat menanganinya; perkiraan pulih pukul 14.00.',
  savedTitle: 'Kata sandi diatur ulang',
  saved: {
    id: 'Kata sandi Anda sudah kami atur ulang. Silakan masuk dengan kata sandi sementara yang dikirim ke surel Anda.',
    en: 'We have reset your password. Please sign in with the temporary one that was sent to your mail.',
  },
} as const;
