import { isTaken } from '../client/journal-types.ts';
import type { Fault } from '../fault-types.ts';

/** F8: the same key for another payload: after the first one, and while the first one is still under way. */
export const keyReused: Fault = {
  id: 'F8',
  title: 'the same key with another payload, also while the first is slow',
  async run({ client, expect, injected, problem, scale, stack }) {
    for (let round = 0; round < (scale === 'full' ? 20 : 3); round += 1) {
      const [first, other] = [problem(), problem()];
      const key = `reused-${round}`;
      const before = await client.submit('def', first, { key });
      const after = await client.submit('def', other, { key, expects: 'refused' });
      injected();
      expect(before.status === 201 && after.status === 422, `one after the other: ${before.status}, ${after.status}`);
      expect(after.code === 'idempotency_key_reused', `the refusal is called ${after.code}`);
    }
    for (let round = 0; round < (scale === 'full' ? 5 : 1); round += 1) {
      const key = `slow-${round}`;
      const store = stack.store.at(-1);
      const slow = [problem(), problem()].map((body) => ({ body, expects: 'asAnswered' as const }));
      // The store takes its time, so that neither is answered before both have come.
      await store?.freeze();
      const sent = slow.map(({ body, expects }) => client.submit('def', body, { key, expects, timeoutMs: 20_000 }));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      store?.thaw();
      injected();
      const answers = await Promise.all(sent);
      const taken = answers.filter(isTaken);
      const statuses = answers.map(({ status }) => String(status)).sort();
      expect(taken.length === 1, `both under way: ${statuses.join(', ')}`);
      const refused = answers.find((answer) => !isTaken(answer));
      expect(refused?.status === 422 || refused?.status === 409, `both under way: ${statuses.join(', ')}`);
    }
  },
};
