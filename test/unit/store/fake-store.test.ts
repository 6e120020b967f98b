import { expect, it } from 'vitest';
import { fakeStore } from '../../../store/fake-store.ts';
import { StoreUnavailable } from '../../../store/store-errors.ts';
import { describeStore } from '../../support/store/store-contract.ts';

describeStore('the fake store', async () => fakeStore());

it('rejects every call while it is switched off', async () => {
  let available = true;
  const store = fakeStore({ available: () => available });
  await store.ping(10);
  available = false;
  await expect(store.ping(10)).rejects.toThrow(StoreUnavailable);
  await expect(store.cases.find('any')).rejects.toThrow(StoreUnavailable);
  available = true;
  expect(await store.cases.find('any')).toBeNull();
});
