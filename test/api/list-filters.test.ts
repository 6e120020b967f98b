import { afterAll } from 'vitest';
import { realStore } from '../support/api/real-store.ts';
import { describeListFilters } from '../support/complaints/list-filter-suite.ts';

const opened: { drop(): Promise<void> }[] = [];

afterAll(async () => {
  for (const store of opened) await store.drop();
});

describeListFilters('filters of the list over the real store', async () => {
  const real = await realStore();
  opened.push(real);
  return real.store;
});
