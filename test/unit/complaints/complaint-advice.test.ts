import { beforeEach, describe, expect, it } from 'vitest';
import { adviceFor, instantInWords } from '../../../api/complaints/complaint-advice.ts';
import { complaintBody, complaintWorld, people, recordCase, type World } from './complaint-world.ts';

const timeZone = 'Asia/Jakarta';

describe('an instant in words', () => {
  it('is local to the desk and in the language of the reader', () => {
    expect(instantInWords('2026-11-24T01:05:30.000Z', timeZone, 'id')).toBe('Selasa, 24 November 2026 pukul 08.05 WIB');
    expect(instantInWords('2026-11-24T01:05:30.000Z', timeZone, 'en')).toBe('Tuesday, 24 November 2026 at 08:05 WIB');
    expect(instantInWords('2026-08-17T18:30:00.000Z', 'Asia/Jayapura', 'id')).toBe(
      'Selasa, 18 Agustus 2026 pukul 03.30 WIT',
    );
    expect(instantInWords('2026-08-17T18:30:00.000Z', 'Not/AZone', 'en')).toContain('18:30');
  });
});

describe('advice', () => {
  const facts = { agentName: 'Petugas $& A', assignedAt: '2026-11-24T01:05:30.000Z', wasResolved: false, timeZone };

  it('names who has it and since when, and that resending does not help', () => {
    expect(adviceFor(facts, 'id')).toMatch(/^Terima kasih\. .*Petugas \$& A sejak Selasa, .*tidak mempercepat/);
    expect(adviceFor(facts, 'en')).toMatch(/^Thank you\. .*Petugas \$& A since Tuesday, .*does not speed it up/);
  });

  it('says otherwise that it waits for its turn, or is open again', () => {
    expect(adviceFor({ ...facts, agentName: null }, 'id')).toContain('menunggu gilirannya');
    expect(adviceFor({ ...facts, agentName: null }, 'en')).toContain('waiting for its turn');
    expect(adviceFor({ ...facts, assignedAt: null }, 'en')).toContain('already with Petugas');
    expect(adviceFor({ ...facts, wasResolved: true }, 'id')).toContain('kami buka kembali');
    expect(adviceFor({ ...facts, wasResolved: true }, 'en')).toContain('open again');
  });
});

describe('the answer to a duplicate', () => {
  let world: World;
  const submit = (locale: 'id' | 'en') =>
    world.call('submitComplaint', { as: people.abc, body: complaintBody, locale });

  beforeEach(async () => {
    world = await complaintWorld();
    await world.call('submitComplaint', { as: people.xyz, body: complaintBody });
  });

  it('waits for its turn while nobody has it', async () => {
    expect((await submit('id')).body.advice).toContain('menunggu gilirannya');
  });

  it('names the agent once the read model knows', async () => {
    await recordCase(world, 0);
    expect((await submit('id')).body.advice).toContain('Petugas A sejak Selasa, 24 November 2026 pukul 08.05 WIB');
    expect((await submit('en')).body.advice).toContain('Petugas A since Tuesday, 24 November 2026 at 08:05 WIB');
  });

  it('has none when it opened a case', async () => {
    const answer = await world.call('submitComplaint', { as: people.def, body: complaintBody });
    expect(answer.body).not.toHaveProperty('advice');
  });
});
