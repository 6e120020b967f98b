/** Roots of office Indonesian that only one word names: they tell the stemmer where to stop. */
const words = `
cair lelang belanja realisasi jurnal posting naik lapor setor tugas catat hitung potong bangun kelola guna serah uji
latih umum buat atur rencana tunjuk tunda batal selesai gabung pisah tempel sewa pinjam kembang jual beli minta tanggung
dasar urut susun salur hibah cabut lepas angkat berhenti lebih kurang tetap tentu turun geser tumpuk potret rekam sisip
balas terus jawab tanya baca tulis hubungkan hitam garis bunyi panas bau bakar pecah robek tumpah basah kering tekan
getar nyala redup kedip buram miring geser acak urai sambut antar jemput parkir undur maju tahan tarif denda sanksi
tambal ukur timbang bagi kali kunjung sidang rapat hadap lamar seleksi mutakhir perbarui kait tautan lampir scan aktif
lengkap siap ganjil genap putih hitam merah hijau biru kuning sahih sah legal kelompok jenis tingkat kelas pihak pangku
`;

const roots = new Set(words.trim().split(/\s+/));

/** A root that only one word names; see `bilingual-words.ts` for the others. */
export function isPlainRoot(stem: string): boolean {
  return roots.has(stem);
}
