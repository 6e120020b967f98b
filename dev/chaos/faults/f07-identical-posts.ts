import { randomUUID } from 'node:crypto';
import { isTaken, type Attempt } from '../client/journal-types.ts';
import { settle } from '../observe/settle.ts';
import { withStore } from '../observe/store-rows.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

/** A case with a thousand reports takes them in batches; more events than this would mean one workflow task for each. */
const eventsPerReport = 6;

/** F7: 1,000 identical POSTs at once: the same key, no key, different keys. */
export const identicalPosts: Fault = {
  id: 'F7',
  title: '1,000 identical POSTs at once: same key, no key, different keys',
  async run(context) {
    const count = context.scale === 'full' ? 1_000 : 20;
    await burst(context, count, 'same key', () => 'the-same-key', 1);
    await burst(context, count, 'no key', () => null, count);
    await burst(context, count, 'different keys', () => randomUUID(), count);
  },
};

async function burst(context: FaultContext, count: number, name: string, key: () => string | null, reports: number) {
  const { client, expect, injected, note, stack } = context;
  const body = context.problem();
  // A thousand on two cores take their time; who has a key may ask again.
  const patienceMs = key() === null ? 0 : 120_000;
  const began = Date.now();
  const sent = Array.from({ length: count }, () =>
    client.submit('xyz', body, {
      key: key(),
      expects: key() === null ? 'asAnswered' : 'taken',
      timeoutMs: 60_000,
      patienceMs,
    }),
  );
  const answers = await Promise.all(sent);
  injected(count);
  const taken = answers.filter(isTaken);
  note(
    `${name}: ${count} answered in ${((Date.now() - began) / 1_000).toFixed(1)} s, ${count - taken.length} not taken`,
  );
  await settle(stack, { limitMs: 120_000 });
  await expectOneCase(context, name, taken, reports === 1 ? 1 : taken.length);
  expect(taken.length > 0, `${name}: none was taken in`);
}

/** One case, one turn, every report that was answered kept, and a history that does not grow with each report alone. */
async function expectOneCase(context: FaultContext, name: string, taken: Attempt[], least: number) {
  const { expect, note, stack } = context;
  const named = new Set(taken.flatMap(({ caseId }) => caseId ?? []));
  const caseIds = await whereTheyLead(context, named);
  note(`${name}: the answers named ${named.size} ids, which lead to ${caseIds.size} case`);
  expect(caseIds.size === 1, `${name}: ${caseIds.size} cases, ${[...caseIds].slice(0, 10).join(', ')}`);
  const [caseId = ''] = caseIds;
  const [reports, turns, cases] = await withStore(stack.storeUri, (rows) =>
    Promise.all([rows('reports', { placedCaseId: caseId }), rows('turns', { caseId }), rows('cases', { _id: caseId })]),
  );
  expect(turns.length === 1, `${name}: ${turns.length} turns`, { caseId });
  const isKept = least === 1 ? reports.length === 1 : reports.length >= least;
  expect(isKept, `${name}: ${reports.length} reports are kept of ${least} answered`, { caseId });
  const workflowId = String(cases[0]?.['workflowId']);
  const { historyLength } = await stack.client.workflow.getHandle(workflowId).describe();
  const bound = 200 + eventsPerReport * reports.length;
  expect(historyLength < bound, `${name}: ${historyLength} events for ${reports.length} reports`, { workflowId });
}

/** A 202 names the case that there will be unless another one runs; its id leads to that one then (ADR 20). */
async function whereTheyLead({ client }: FaultContext, ids: Iterable<string>): Promise<Set<string>> {
  const sender = await client.person('xyz');
  const found = new Set<string>();
  for (const id of ids) {
    const { body } = await sender.insist<{ complaint?: { id: string } }>('GET', `/v1/complaints/${id}`);
    found.add(body.complaint?.id ?? `nowhere: ${id}`);
  }
  return found;
}
