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
  const facts = {
    agentName: 'Petugas $& A',
    assignedAt: '2026-11-24T01:05:30.000Z',
    number: '261124-4F7KQ',
    sentWithinHour: 1,
    wasResolved: false,
    timeZone,
  };

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

describe('advice to somebody who sends again and again', () => {
  const facts = {
    ...{ agentName: 'Petugas A', assignedAt: '2026-11-24T01:05:30.000Z', number: '261124-4F7KQ' },
    ...{ wasResolved: false, timeZone },
  };
  const advice = (sentWithinHour: number, locale: 'id' | 'en') => adviceFor({ ...facts, sentWithinHour }, locale);

  it('is the same for the first four within an hour', () => {
    for (const locale of ['id', 'en'] as const) {
      expect(new Set([1, 2, 3, 4].map((count) => advice(count, locale))).size).toBe(1);
    }
  });

  it('finds other words from the fifth on: all are kept, a reply helps, the order stays', () => {
    const counted = [
      [5, '5'],
      [19, '19'],
      [20, '20\\+'],
    ] as const;
    for (const [count, shown] of counted) {
      expect(advice(count, 'id')).toMatch(
        new RegExp(`^Terima kasih\\. .*Petugas A sejak .* ${shown} dalam satu jam .*261124-4F7KQ\\. .*balaslah`),
      );
      expect(advice(count, 'en')).toMatch(
        new RegExp(`^Thank you\\. .*Petugas A since .* ${shown} within the last hour, .*261124-4F7KQ\\. .*a reply`),
      );
    }
  });

  it('never scolds', () => {
    for (const count of [1, 2, 5, 100]) {
      expect(advice(count, 'id')).not.toMatch(/jangan|dilarang|berhenti|spam|!/i);
      expect(advice(count, 'en')).not.toMatch(/don't|do not|stop|spam|must|!/i);
    }
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

  it('counts what the same person sent within the hour, and keeps all of it', async () => {
    const answers = [];
    for (let count = 0; count < 6; count += 1) answers.push((await submit('en')).body.advice);
    expect(answers.map((advice) => advice?.includes('within the last hour'))).toEqual([
      ...[false, false, false, false],
      ...[true, true],
    ]);
    expect(world.engine.cases[0]?.reports).toHaveLength(7);
    const other = await world.call('submitComplaint', { as: people.xyz, body: complaintBody, locale: 'en' });
    expect(other.body.advice).not.toContain('within the last hour');
  });

  it('has none when it opened a case', async () => {
    const answer = await world.call('submitComplaint', { as: people.def, body: complaintBody });
    expect(answer.body).not.toHaveProperty('advice');
  });
});
