/**
 * One line for each thing that people name in several words, in Indonesian, English and office talk. Only stems stand
 * here, and phrases already joined (see `phrase-concepts.ts`). A line is `concept: words`.
 */
export const operations = `
login: login logon signin log-masuk
logout: logout logoff signout
cetak: cetak print printout printed
simpan: simpan save saving saved
unggah: unggah upload
unduh: unduh download
hapus: hapus delete deletion remove removed
ubah: ubah rubah ganti edit editing change changing revisi koreksi perbaiki baik modify sunting
reset: reset
kirim: kirim send sent submit submitting submitted
ajuan: aju ajuan propose proposal usul usulan
setuju: setuju approve approval approved acc
verifikasi: verifikasi verify verifying verified verification validasi validate
sinkron: sinkron sinkronisasi sync synchronize synchronise synchronization tarik
impor: impor import
ekspor: ekspor eksport export
cari: cari search searching
pasang: pasang instal install installing instalasi installation
daftar: daftar register registrasi registration regis
input: input entri entry entering enter ketik typing type rekam isi fill filling
bayar: bayar pay payment paying
pindai: pindai scan scanning
buka: buka open opening
tambah: tambah add adding
`;

export const symptoms = `
lambat: lambat slow slowly pelan slowness sluggish
loading: loading muter putar spinning spinner buffering
hang: hang freeze freezing frozen beku macet stuck unresponsive
kosong: kosong blank empty putih
hilang: hilang lenyap missing disappear vanish gone lost
kunci: kunci lock blokir block suspend
nonaktif: nonaktif inactive disabled deactivated
tolak: tolak reject denied deny refuse refused
salah: salah keliru wrong incorrect invalid
selisih: selisih beda mismatch different differ difference
dobel: dobel double ganda duplikat duplicate kembar twice
kedaluwarsa: kedaluwarsa kadaluarsa kadaluwarsa kedaluarsa expire expired expiry expiration
timeout: timeout rto
putus: putus disconnect diskonek dropped drop dc
mati: mati down offline padam off dead
penuh: penuh full kuota quota
oranglain: oranglain
lupa: lupa forgot forget forgotten
rusak: rusak broken corrupt damaged
notfound: notfound
taksampai: taksampai
`;

export const things = `
password: password sandi passcode
akun: akun account userid username user pengguna
akses: akses access izin permission otorisasi wewenang role privilege forbidden hakakses
koneksi: koneksi connection connect sambung hubung konek connected
jaringan: jaringan network internet inet lan
wifi: wifi hotspot
berkas: berkas file dokumen document lampiran attachment
foto: foto photo gambar image picture
laporan: laporan lapor report reporting
rekap: rekap rekapitulasi recap summary
pegawai: pegawai employee karyawan asn pns staf staff
gaji: gaji salary payroll wage payslip slipgaji
tunjangan: tunjangan allowance tukin tpp
cuti: cuti leave
pangkat: pangkat golongan rank promotion
jabatan: jabatan position
absensi: absen absensi presensi attendance hadir fingerprint sidikjari finger
anggaran: anggaran budget pagu
pajak: pajak tax
billing: billing tagihan bill
email: email surel mail gmail inbox mailbox outlook
notifikasi: notifikasi notif notification pemberitahuan
otp: otp
tte: tte tandatangan signature esign paraf
sertifikat: sertifikat certificate cert
komputer: komputer pc laptop computer leptop
layar: layar monitor screen
total: total jumlah sum amount
saldo: saldo balance
nominal: nominal angka nilai value figure
nama: nama name
alamat: alamat address
kolom: kolom column field isian
pilihan: pilih select choose pilihan dropdown option
excel: excel xls xlsx spreadsheet
suara: suara audio sound mic mikrofon microphone
zoom: zoom meeting vidcon vicon videoconference rapat
kertas: kertas paper
tinta: tinta toner ink cartridge
remote: remote rdp anydesk teamviewer remotedesktop
jadwal: jadwal schedule timetable
riwayat: riwayat history
transaksi: transaksi transaction
mutasi: mutasi pindah transfer
pensiun: pensiun retirement pension
tombol: tombol button
keranjang: keranjang cart basket
pelatihan: pelatihan diklat training
surat: surat letter
disposisi: disposisi disposition
barang: barang item goods asset aset
gudang: gudang warehouse persediaan inventory stock stok
vendor: vendor rekanan supplier penyedia
kontrak: kontrak contract
undangan: undang undangan invitation
perjalanan: jalandinas sppd travel trip
tiket: tiket ticket
profil: profil profile
keluarga: keluarga family anak istri suami
bank: bank rekening
proyektor: proyektor projector infokus infocus
telepon: telepon telpon telp phone telephone hp handphone ponsel
kamera: kamera camera cctv webcam
listrik: listrik power electricity
`;

/** Names of forms and modules in the offices' systems: which of them it is makes the problem. */
export const modules = `
spm: spm
sp2d: sp2d
spp: spp
spd: spd
spj: spj
dpa: dpa
rka: rka
rkpd: rkpd
renja: renja
renstra: renstra
bku: bku
lra: lra
lpj: lpj
npd: npd
tbp: tbp
sts: sts
skp: skp
drh: drh
kgb: kgb
sk: sk
bupot: bupot
spt: spt
ntpn: ntpn
npwp: npwp
nik: nik
nip: nip
pph: pph
ppn: ppn
efin: efin
bpjs: bpjs
taspen: taspen
lhkpn: lhkpn
jurnal: jurnal journal
neraca: neraca
faktur: faktur invoice
kwitansi: kwitansi kuitansi receipt
`;

/** So usual in complaints that they hardly tell one from another. */
export const generic = `
gagal: gagal error galat fail failed failure masalah problem trouble issue kendala ganggu cannot unable tidak trobel
aplikasi: aplikasi application program software sistem system
halaman: halaman page laman web website situs site portal
klik: klik click pencet tekan
muncul: muncul tampil show appear display keluar tayang
lihat: lihat see view look
data: data
menu: menu fitur feature module modul
pesan: pesan message tulisan keterangan peringatan warning alert
browser: browser chrome firefox edge peramban mozilla
jalan: jalan fungsi run work working works function
masuk: masuk
kembali: kembali back return balik awal
dashboard: dashboard beranda home
tahun: tahun year
bulan: bulan month
tanggal: tanggal date
nomor: nomor number
kode: kode code
server: server
baris: baris row line
restart: restart reboot refresh
bersihkan: bersih cache clear
ulang: ulang repeat retry repeatedly
`;
