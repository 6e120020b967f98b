/** Office chat and its whole words, one line for each: the word, then how it is typed. */
const lines = `
tidak: gk ga gak g tdk nggak ngga enggak engga ndak nda tak kagak kaga tida ngk gag dak
tidak-bisa: gabisa gakbisa gkbisa gkbs tdkbisa gbs gabs nggakbisa tdkbs
yang: yg yng
dengan: dgn dg
untuk: utk tuk
sudah: sdh udah udh dah sdah
belum: blm blum belom
bagaimana: gmn gimana bgmn gmana
kenapa: knp knapa napa
tolong: tlg tlng tolongin
bisa: bs bsa
dapat: dpt
dari: dr dri
karena: krn karna krna
kalau: klo kalo kl klu
saya: sy sya aku gue gw
kami: kmi
juga: jg
saja: aja aj sj
sampai: smp sampe ampe
seperti: spt kyk kayak
lagi: lg
terus: trs trus
katanya: ktnya
sama: sm
semua: smua smw
masih: msh
sekarang: skrg skrng skr
setelah: stlh stelah
sebelum: sblm
tapi: tp tetapi
tanggal: tgl tggl
tahun: thn th
bulan: bln
nomor: no nmr nomer nomer2
password: pw pwd pass passwd paswod pasword passwort psw katasandi
masuk: msk masok
keluar: klr
jaringan: jrg jar
aplikasi: apk app apps apl aplikasinya
laporan: lap lprn
dokumen: dok dokumn doc docs
kantor: ktr
pegawai: peg pgw pegawe
gagal: ggl
error: eror erorr errr err erro
cetak: ngeprint print2 nyetak print printing
komputer: kompi komp
unduh: donlot donlod downlod downloud dl ngedownload
unggah: aplod uplod upl ngupload
simpan: nyimpan kesimpan ngesave
input: masukkan memasukkan dimasukkan masukin dimasukin nginput penginputan inputan pemasukan
muncul: mncl munculnya
menu: mnu
akun: akn
anggaran: angg
bendahara: bend bendhr
tandatangan: ttd ttdnya
keterangan: ket
jadwal: jdwl
lambat: lemot lelet lola ngelag lag
hang: ngehang ngefreeze
mohon: mhn
terimakasih: trims tks thx makasih mksh trmksh
`;

const spellings = new Map<string, string>();
for (const line of lines.trim().split('\n')) {
  const [word = '', typed = ''] = line.split(': ');
  for (const each of typed.split(' ')) spellings.set(each, word.replace('-', ' '));
}

/** The whole word for a chat spelling; any other word as it is. A word that is doubled by a digit (`data2`) is single. */
export function writtenOut(word: string): string {
  const single = /^\p{L}{3,}2$/u.test(word) ? word.slice(0, -1) : word;
  return spellings.get(single) ?? single;
}
