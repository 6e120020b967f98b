/** Words of both languages that say nothing about which problem it is, among them times of day and urgency. */
const words = `
yang di ke dari dan untuk pada dengan ini itu saya kami kita anda kamu mereka dia beliau sudah belum telah ada adanya
lagi juga akan atau oleh karena sebab agar supaya saat ketika waktu setelah sesudah sebelum sejak semenjak sampai hingga
tadi pagi siang sore malam hari kemarin besok lusa sekarang kini tiap setiap selalu sering kadang terus menerus masih
hanya cuma saja sih kok dong ya nih deh lah nah loh lho kah pun apa apakah bagaimana kenapa mengapa kapan mana dimana
bisa dapat mau ingin hendak harus perlu mesti coba mencoba dicoba sudahlah semua seluruh beberapa banyak sedikit lalu
kemudian padahal tetapi tapi namun jika kalau bila apabila maka hal terkait perihal mengenai tentang sehubungan sesuai
kantor bagian teman rekan kawan tim helpdesk petugas segera cepat urgent mendesak penting minggu senin selasa rabu kamis
jumat sabtu detik menit jam kali orang para sebagai adalah merupakan bahwa seperti sama lain pun secara tersebut begitu
begini demikian sangat sekali banget amat agak cukup lebih paling kurang hampir baru lama mohon tolong dibantu bantu
bantuan bantuannya terimakasih kasih info infonya informasi arahan solusi solusinya petunjuk mohonkan pukul wib
wita wit sang si kepada terhadap antara dalam luar atas bawah dekat jadi menjadi maupun serta tanpa demi guna yaitu
yakni misalnya contoh mungkin sepertinya kayaknya rasanya ternyata memang malah bahkan justru cek dicek diperiksa
periksa dimohon diharapkan harap sedang lanjut selanjutnya melakukan lakukan dilakukan proses diproses pekerjaan kerja
bekerja dikerjakan kerjaan kondisi keadaan pihak urusan keperluan
pas walau walaupun meski meskipun tiba sendiri kata katanya itulah pdhl tp minta mau masing terjadi ditunggu few says said
some minutes minute days day hours hour office someone somebody else times first last dinas umum utama via lewat melalui
the a an is are was were be been being am i me we us my our you your he she they it its this that these those to of in
on at for with from by as and or but if so than then there here can could would will shall should may might must have
has had do does did done when while since after before again still just only any all some every each no please help
need want get got getting try tried trying now today yesterday morning afternoon evening night monday tuesday wednesday
thursday friday week weeks always keeps keep also about into out up down over because even though very too same other
what why how where who which however already yet ever never thanks thank regards hello dear urgent asap tell us let
`;

const stopWords = new Set(words.trim().split(/\s+/));

export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
