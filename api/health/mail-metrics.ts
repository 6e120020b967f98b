import { Gauge, type Registry } from 'prom-client';
import type { Store } from '../../store/store.ts';

/**
 * Adds how many mails nobody can be sure of: read from the store when it is asked for, so that every process publishes
 * the same. NaN while the store does not answer: the other metrics are needed then most.
 */
export function publishMails(registry: Registry, { mails }: Pick<Store, 'mails'>): void {
  new Gauge({
    name: 'giliran_mails_unsure',
    help: 'Mails that are kept of which it is not known whether they went out, or whether they went out twice.',
    registers: [registry],
    async collect() {
      this.set(await mails.countUnsure().catch(() => Number.NaN));
    },
  });
}
