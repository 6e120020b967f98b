import { Counter, type Registry } from 'prom-client';
import { countedEntries } from '../../publishing/case-figures.ts';
import type { CaseRecord } from '../../workflows/complaint/complaint-publishing-types.ts';

/** Counts what happens to cases through this process; workers count the rest under the same name. */
export function caseCounter(registry: Registry): (record: CaseRecord) => void {
  const events = new Counter({
    name: 'giliran_case_events_total',
    help: 'What happened to cases, by the type of timeline entry.',
    labelNames: ['desk', 'type', 'by'],
    registers: [registry],
  });
  return (record) => countedEntries(record).forEach(({ labels }) => events.inc(labels));
}
