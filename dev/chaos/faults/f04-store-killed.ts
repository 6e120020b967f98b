import { isTaken } from '../client/journal-types.ts';
import { throughOutages } from '../client/outages.ts';
import type { Fault } from '../fault-types.ts';

/** F4: kill -9 the store. What was answered 2xx is there afterwards (I1), and nothing is answered 2xx while it is away. */
export const storeKilled: Fault = {
  id: 'F4',
  title: 'kill -9 the store while complaints come in',
  async run(context) {
    const { expect, note, stack } = context;
    const within = await throughOutages(context, stack.store, 3_000);
    note(`${within.length} were answered while it was away, ${within.filter(isTaken).length} of them 2xx`);
    expect(!within.some(isTaken), 'something was answered 2xx while the store was away');
    expect(within.length > 0, 'nothing was answered while the store was away');
  },
};
