import { beforeEach, describe, expect, it } from 'vitest';
import { complaintBody, complaintWorld, people, recordCase, type World } from './complaint-world.ts';

interface Item {
  complaint: { id: string; title: string; number: string; status: string; category: string; reports?: unknown[] };
  similarity: number;
}

const spm = {
  ...complaintBody,
  category: 'cetak',
  title: 'Cetak SPM gagal',
  description: 'Klik cetak pada SPM muncul pesan error, PDF kosong.',
};
const likeSpm = { ...spm, title: 'spm ga bisa diprint', description: 'ngeprint spm eror trs, pdf nya kosong' };
const unlike = { ...spm, title: 'Wifi putus', description: 'Wifi lantai dua sering terputus.' };

let world: World;

/** Opens a case for each body and lets its workflow record it. */
async function open(...bodies: (typeof spm)[]): Promise<void> {
  for (const body of bodies) {
    await world.call('submitComplaint', { as: people.xyz, body });
    await recordCase(world, world.engine.cases.length - 1);
  }
}

async function similar(as: (typeof people)[keyof typeof people], body: object = likeSpm): Promise<Item[]> {
  const answer = await world.call('findSimilarComplaints', { as, body });
  expect(answer.status).toBe(200);
  return answer.body.items as unknown as Item[];
}

beforeEach(async () => {
  world = await complaintWorld();
});

describe('similar open cases', () => {
  it('are found in other words, most alike first, and nothing is kept by asking', async () => {
    await open(unlike, spm);
    const items = await similar(people.abc);
    expect(items.map(({ complaint }) => complaint.id)).toEqual([world.engine.cases[1]?.caseId]);
    expect(items[0]?.similarity).toBeGreaterThan(0.5);
    expect(world.engine.cases).toHaveLength(2);
    expect((await similar(people.abc, spm))[0]?.similarity).toBe(1);
    expect(await similar(people.abc, { ...spm, title: 'Mesin absensi mati', description: 'Tidak menyala' })).toEqual(
      [],
    );
  });

  it('are at most five', async () => {
    await open(
      ...Array.from({ length: 8 }, (_, no) => ({ ...spm, description: `${spm.description} Kode ${100 + no}` })),
    );
    expect(await similar(people.abc, spm)).toHaveLength(5);
  });

  it('are those of the own office and desk', async () => {
    await open(spm);
    expect(await similar(people.def)).toEqual([]);
    expect(await similar(people.abc, { ...likeSpm, systemId: 'sipd' })).toHaveLength(1);
    await world.store.users.insert({
      ...(await world.store.users.find('abc'))!,
      ...{ userId: 'kas-user', username: 'kas-user' },
    });
    expect(await similar({ ...people.abc, id: 'kas-user' } as never, { ...likeSpm, systemId: 'kas' })).toEqual([]);
  });

  it('are open: an ended one is not shown, even while it is remembered', async () => {
    await open(spm);
    expect(await similar(people.abc)).toHaveLength(1);
    await recordCase(world, 0, { status: 'closed', version: 9 });
    expect(await similar(people.abc)).toEqual([]);
  });

  it('are known at once to the process that took them in, before their workflow has recorded them', async () => {
    expect(await similar(people.abc)).toEqual([]);
    await world.call('submitComplaint', { as: people.xyz, body: spm });
    const [item] = await similar(people.abc);
    expect(item?.complaint).toMatchObject({ status: 'received', title: 'cetak' });
  });

  it('show the own title to who reported them, the category to others, and all to staff', async () => {
    await open(spm);
    expect((await similar(people.xyz))[0]?.complaint.title).toBe(spm.title);
    const [forOther] = await similar(people.abc);
    expect(forOther?.complaint.title).toBe('cetak');
    expect(JSON.stringify(forOther)).not.toMatch(/SPM gagal|PDF kosong|xyz|workflow|reports|resolution/);
    const [forAgent] = await similar(people.agentA, { ...likeSpm, onBehalfOf: 'abc' });
    expect(forAgent?.complaint.title).toBe(spm.title);
  });

  it('are refused like a complaint that cannot be sent', async () => {
    const asking = (as: (typeof people)[keyof typeof people], body: object) =>
      world.call('findSimilarComplaints', { as, body });
    expect((await asking(people.abc, { ...spm, systemId: 'none' })).problem?.code).toBe('unknown_system');
    expect((await asking(people.agentA, spm)).status).toBe(400);
    expect((await asking(people.supervisor, spm)).status).toBe(403);
    expect((await asking(people.admin, spm)).status).toBe(403);
    expect((await asking(people.homeless, spm)).problem?.code).toBe('submitter_without_office');
  });
});
