import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAdmin } from '../../../api/admin/first-admin.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';

let api: TestApi;
const production = { NODE_ENV: 'production' } as const;

beforeEach(async () => {
  api = await buildTestApi({ people: false });
});
afterEach(() => api.close());

it('is made on an empty installation, with a password shown once that must be changed', async () => {
  const asked = { username: 'kepala', name: 'Kepala', password: null };
  const { oneTimePassword } = await createAdmin(api.store, production, asked);
  const signedIn = await api.client().signIn('kepala', oneTimePassword ?? '');
  expect(signedIn).toMatchObject({ status: 200, body: { user: { role: 'admin', mustChangePassword: true } } });
  await expect(createAdmin(api.store, production, asked)).rejects.toThrow('already');
});

it('takes a good password as it is, and no bad one', async () => {
  const asked = { username: 'kepala', name: 'Kepala', password: 'giliran-demo' };
  await expect(createAdmin(api.store, production, asked)).rejects.toThrow('known to everyone');
  await createAdmin(api.store, production, { ...asked, password: 'empat kata yang acak' });
  expect(await api.client().signIn('kepala', 'empat kata yang acak')).toMatchObject({ status: 200 });
});
