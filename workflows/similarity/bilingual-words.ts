/** Plain words of both languages that are one, a line each: the Indonesian stem, then what else it is called. */
const lines = `
satu: one
dua: two second kedua
tiga: three third ketiga
empat: four
lima: five
delapan: eight
sepuluh: ten
lantai: floor lt
ruang: room ruangan
lobi: lobby
mesin: machine device alat perangkat
lampu: light lamp
merah: red
hijau: green
kuning: yellow
sisa: left remaining remainder
tahunan: annual yearly
bulanan: monthly
harian: daily
perpanjang: renew renewal extend diperpanjang
elektronik: electronic digital
batas: limit maksimal maximum maks max
sampai: arrive nyampe nyampai delivered
tunggu: wait waiting nunggu
telepon: hp handphone ponsel mobile wa whatsapp
belanja: spending expense expenditure shopping
rincian: detail details rinci breakdown
beli: buy purchase
jual: sell
hitung: calculate calculation count kalkulasi
potong: cut deduct deduction potongan
naik: increase raise promotion
turun: decrease lower
lengkap: complete completed
kurang: less insufficient lacking
tulis: write written tertulis
baca: read reading terbaca
tekan: tap
minta: request permintaan
tanya: question
jawab: answer respons response reply balas
buat: create make creating bikin generate terbit issue
batal: cancel cancelled
tunda: delay delayed pending
selesai: finish finished done
gabung: merge join
pisah: split separate
pilih: pick
urut: sort order sorting
format: format
huruf: letter character font
bahasa: language
warna: color colour
ukuran: size ukur besar kecil large small
lokal: local
pusat: central
tamu: guest visitor
lama: old
asing: unknown stranger
aman: secure security
virus: malware trojan
update: upgrade perbarui mutakhir updating updated
versi: version
lisensi: license licence aktivasi activation
panas: hot heat overheating
bunyi: noise sound bising berisik
kabel: cable wire
colok: plug socket
baterai: battery batre
keyboard: papanketik keybord
mouse: tetikus
hardisk: harddisk disk drive storage penyimpanan hdd ssd
memori: memory ram
folder: map direktori directory
tautan: link url
peta: map
lokasi: location posisi
kota: city
provinsi: province
desa: village
kecamatan: district
warga: citizen penduduk resident
lahir: birth
kawin: marriage married nikah
pendidikan: education sekolah school ijazah diploma
nilai: score grade
target: goal
rencana: plan planning
kegiatan: activity aktivitas
program: programme
sumber: source
dana: fund funds
kas: cash
setor: deposit setoran
cair: disburse disbursement pencairan
lunas: paid
utang: debt hutang
bunga: interest
denda: fine penalty
lapor: lodge
rujukan: referral
rumah: house home
sakit: sick illness
lembur: overtime
shift: piket
terlambat: late telat
pulang: checkout
datang: checkin
atasan: supervisor superior boss
bawahan: subordinate
unit: department bagian bidang division
lelang: tender auction
undang: invite
hadir: attend
arsip: archive
agenda: calendar kalender
filter: saring
grafik: chart graph
tabel: table
kop: letterhead
stempel: stamp
miring: skewed tilted
kabur: blurry buram blur
bayangan: ghost
bayar: settle
kartu: card
pintu: door gate
parkir: parking
suhu: temperature
ac: aircon
token: token
kecepatan: speed
sinyal: signal
frekuensi: frequency
otomatis: automatic automatically automated
manual: manually
acak: random
ukur: measure
jenis: type kind
kelas: class
kepala: head chief
ketua: chair
anggota: member
cabang: branch
izin: permit
survei: survey
kuesioner: questionnaire
pengumuman: announcement
berita: news
artikel: article
`;

const words = new Map<string, string>();
for (const line of lines.trim().split('\n')) {
  const [stem = '', others = ''] = line.split(': ');
  for (const each of [stem, ...others.split(' ')]) if (!words.has(each)) words.set(each, stem);
}

export function plainWordsKnown(): Iterable<string> {
  return words.keys();
}

/** The one stem for a plain word of either language. */
export function plainWordOf(stem: string): string | undefined {
  return words.get(stem);
}
