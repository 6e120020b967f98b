const salutation =
  /(?<![\p{L}\p{N}])(?:bapak|bpk|pak|ibu|bu|mas|mbak|sdri?|saudari?|saudara|atas nama|a\.n\.?|an\.|mr|mrs|ms)\.?\s+(\p{L}{3,})/giu;

/** Words that follow a salutation and name no one: offices, other salutations, what is addressed. */
const offices = new Set(
  (
    'bapak ibu pak kepala kabag kabid kasubag kasubbag kadis sekda sekretaris camat lurah bupati walikota bendahara ' +
    'operator admin administrator petugas pimpinan atasan pejabat staf tim helpdesk guru dosen dokter saudara semua ' +
    'mohon tolong saya kami ini itu yang tidak sudah mau bisa ada untuk dan minta ketua direktur manajer tata'
  ).split(' '),
);

/** Names of people whom a text speaks of (`akun Bu Sari`), in lower case: whose account it is makes the problem. */
export function namedPeople(text: string): string[] {
  const names = [...text.normalize('NFKC').matchAll(salutation)].map((match) => (match[1] ?? '').toLowerCase());
  return names.filter((name) => !offices.has(name));
}
