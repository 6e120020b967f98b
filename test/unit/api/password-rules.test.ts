import { beforeAll, describe, expect, it } from 'vitest';
import { demandGoodPassword, localWords, newPasswordSchema } from '../../../api/session/password-rules.ts';
import { fakeStore } from '../../../store/fake-store.ts';
import { fillWithPeople } from '../../support/api/test-people.ts';

let words: string[] = [];

beforeAll(async () => {
  const store = fakeStore();
  await fillWithPeople(store);
  words = await localWords(store);
});

const refusal = async (password: string, username = 'petugas-a'): Promise<string | undefined> => {
  const circumstances = { username, settings: { NODE_ENV: 'production' as const }, words, pointer: '#/password' };
  return demandGoodPassword(password, circumstances).then(
    () => undefined,
    (error: { options: { faults: { code: string }[] } }) => error.options.faults[0]?.code,
  );
};

describe('a new password', () => {
  it('has from ten to two hundred characters', () => {
    expect(newPasswordSchema.safeParse('a'.repeat(9)).success).toBe(false);
    for (const length of [10, 64, 200]) expect(newPasswordSchema.safeParse('a'.repeat(length)).success).toBe(true);
  });

  it.each([
    'empat kata yang acak',
    '38462957104',
    'ßüçkıñ-日本語-🙂',
    'laut biru di layanan',
    'qzvkwmxhtrpb',
    '   spasi di awal   ',
  ])('may be made of anything: %s', async (password) => {
    expect(await refusal(password)).toBeUndefined();
  });

  it.each([
    '1234567890',
    'Password123',
    'qwertyuiop',
    'QWERTYUIOP',
    'iloveyou2026!',
    '#basketball#',
    'aaaaaaaaaaaa',
    'giliran-demo',
  ])('is not what everybody chooses: %s', async (password) => {
    expect(await refusal(password)).toBe('well_known_password');
  });

  it.each(['petugas-a-petugas-a', 'Petugas-A-2026!', '2026-PETUGAS-A'])(
    'is not the user name: %s',
    async (password) => {
      expect(await refusal(password)).toBe('password_is_name');
    },
  );

  it.each(['layanan-2026', 'GiliranLayanan!', 'SIPD-kantor-123', 'rahasia-sipd'])(
    'is not made of what anybody here would try: %s',
    async (password) => {
      expect(await refusal(password, 'xyz')).toBe('password_of_local_words');
    },
  );
});
