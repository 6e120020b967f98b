import type { CaseFacts } from '../../../workflows/complaint/complaint-types.ts';
import type { RandomSource } from '../world/random-source.ts';
import type { StateMachines } from '../world/state-machines.ts';
import { officeIds, systemIds } from './simulated-people.ts';

export interface Problem {
  name: string;
  deskId: string;
  officeId: string;
  systemId: string;
  serverId: string | null;
  category: string;
  title: string;
  description: string;
}

const faults = ['Tidak bisa masuk', 'Gagal menyimpan', 'Cetakan kosong', 'Data ganda', 'Muncul galat'] as const;
const openings = ['', 'Selamat pagi, ', 'Mohon bantuannya: ', 'Yth. Bapak/Ibu, ', 'Tolong! '] as const;
const closings = ['', '. Terima kasih', '!!', '…  terima kasih banyak.', ' - mohon dibantu'] as const;

/** A problem that no office had before. */
export function newProblem(no: number, random: RandomSource, officeId = random.pick(officeIds)): Problem {
  const fault = random.pick(faults);
  return {
    ...{ name: `problem ${no} of office ${officeId}`, deskId: 'layanan', officeId, systemId: random.pick(systemIds) },
    serverId: random.chance(0.5) ? `srv-${officeId}` : null,
    category: random.pick(['login', 'error', 'data']),
    title: `${fault} modul ${no}`,
    description: `Sejak tadi ${fault.toLowerCase()} pada berkas nomor ${no}.`,
  };
}

/** The same problem as somebody else would write it: other greetings, another case, other blanks. */
export function factsOf(
  problem: Problem,
  random: RandomSource,
  { fingerprintOf }: Pick<StateMachines, 'fingerprintOf'>,
): CaseFacts {
  const { category, deskId, officeId, serverId, systemId } = problem;
  const title = dressed(problem.title, random);
  const description = dressed(problem.description, random);
  const key = { deskId, officeId, systemId, serverId, category };
  return { ...key, title, fingerprint: fingerprintOf({ ...key, title, description }) };
}

function dressed(text: string, random: RandomSource): string {
  const body = random.chance(0.3) ? text.toUpperCase() : text.replaceAll(' ', random.chance(0.2) ? '  ' : ' ');
  return random.pick(openings) + body + random.pick(closings);
}
