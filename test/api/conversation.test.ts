import { afterAll } from 'vitest';
import { realStore } from '../support/api/real-store.ts';
import { describeConversation } from '../support/conversation/conversation-suite.ts';

const opened: { drop(): Promise<void> }[] = [];

afterAll(async () => {
  for (const store of opened) await store.drop();
});

describeConversation('conversations over the real store', async () => {
  const real = await realStore();
  opened.push(real);
  return real.store;
});
