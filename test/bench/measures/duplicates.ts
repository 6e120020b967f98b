import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { until } from '../../../dev/chaos/client/until.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import type { Store } from '../../../store/store.ts';
import { openHttpDesk, type HttpDesk } from '../http/http-desk.ts';
import { newProblem } from '../load/case-source.ts';
import { inParallel } from '../load/in-parallel.ts';
import { figure } from '../report/figure-text.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import type { Measure } from './measure-types.ts';

const count = 1_000;
const patienceMs = 120_000;
const parallel = 32;

/** The same problem again and again, at one case and at a thousand. */
export const duplicates: Measure = {
  name: 'duplicates',
  title: 'The same problem again: a thousand at once, and one more for each of a thousand cases',
  async run(bench, say) {
    const desk = await openHttpDesk(bench.stack.base, []);
    const rows = [];
    rows.push(await burst(bench, desk, 'the same key', () => 'the-same-key', 1));
    rows.push(await burst(bench, desk, 'a key each', () => randomUUID(), count));
    say(`  ${rows.map((row) => row.join(' · ')).join('\n  ')}`);
    rows.push(await oneMoreEach(bench, desk));
    desk.people.close();
    const head = ['', 'POSTs', 'all answered after', 'answers/s', 'all in the case after', 'cases', 'sent again (503)'];
    return { table: { head, rows }, notes: [] };
  },
};

async function burst({ store }: BenchStack, desk: HttpDesk, name: string, key: () => string, reports: number) {
  const problem = newProblem();
  const retries = desk.retries;
  const began = performance.now();
  const sent = await Promise.all(Array.from({ length: count }, () => desk.submit(problem, 'xyz', key())));
  const answered = (performance.now() - began) / 1_000;
  // Who was answered 202 was promised a case that is another's by now: its id leads there (ADR 20).
  const cases = new Set(await Promise.all([...new Set(sent.map(({ caseId }) => caseId))].map(leadsTo(desk))));
  const [caseId = ''] = cases;
  if (cases.size !== 1) throw new Error(`${name}: ${count} identical complaints made ${cases.size} cases`);
  await untilReports(store, caseId, reports);
  const attached = (performance.now() - began) / 1_000;
  await demandOneTurn(store, caseId);
  const figures = [`${figure(answered)} s`, figure(count / answered), `${figure(attached)} s`];
  return [`at once, ${name}`, String(count), ...figures, String(cases.size), String(desk.retries - retries)];
}

async function oneMoreEach({ store }: BenchStack, desk: HttpDesk): Promise<string[]> {
  const problems = Array.from({ length: count }, newProblem);
  const first = await inParallel(count, parallel, (index) => desk.submit(problems[index], 'xyz'));
  const retries = desk.retries;
  const began = performance.now();
  const more = await inParallel(count, parallel, (index) => desk.submit(problems[index], 'abc'));
  const answered = (performance.now() - began) / 1_000;
  for (const [index, { caseId, duplicate }] of more.entries())
    if (!duplicate || caseId !== first[index]?.caseId)
      throw new Error(`a duplicate went to ${caseId}, a case of its own`);
  for (const { caseId } of first) await untilReports(store, caseId, 2);
  const attached = (performance.now() - began) / 1_000;
  const figures = [`${figure(answered)} s`, figure(count / answered), `${figure(attached)} s`];
  return [
    `${parallel} at a time, one for each case`,
    String(count),
    ...figures,
    String(count),
    String(desk.retries - retries),
  ];
}

function leadsTo(desk: HttpDesk): (caseId: string) => Promise<string> {
  return async (caseId) => {
    const sender = await desk.people.person('xyz');
    const { body } = await sender.call<{ complaint?: { id: string } }>('GET', `/v1/complaints/${caseId}`);
    return body.complaint?.id ?? `nowhere: ${caseId}`;
  };
}

async function untilReports({ cases }: Store, caseId: string, reports: number): Promise<void> {
  const has = await until(patienceMs, async () => ((await cases.find(caseId))?.reportCount ?? 0) >= reports);
  if (!has) throw new Error(`case ${caseId} has not taken in its ${reports} reports within ${patienceMs / 1_000} s`);
}

async function demandOneTurn({ turns }: Store, caseId: string): Promise<void> {
  const dealt = await turns.list({ deskId: demoDeskId, tier: 'tier-1' }, { after: 0, limit: 1_000 });
  const its = dealt.filter((turn) => turn.caseId === caseId);
  if (its.length !== 1) throw new Error(`case ${caseId} got ${its.length} turns`);
}
