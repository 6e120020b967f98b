import { expect, it } from 'vitest';
import { KnownRuns } from '../../../api/engine/known-runs.ts';

const run = (runId: string) => ({ caseId: `case-${runId}`, number: '261124-00001', runId });

it('a run is known for ten seconds after it was seen', () => {
  let now = 0;
  const known = new KnownRuns(() => now);
  known.remember('complaint:123:a', run('one'));
  now = 9_999;
  expect(known.find('complaint:123:a')).toMatchObject(run('one'));
  now = 10_000;
  expect(known.find('complaint:123:a')).toBeNull();
});

it('that a run is of a case is known for longer, and of no other case', () => {
  let now = 0;
  const known = new KnownRuns(() => now);
  known.remember('complaint:123:a', run('one'));
  now = 3_600_000;
  expect(known.ofCase({ workflowId: 'complaint:123:a', caseId: 'case-one' })).toMatchObject(run('one'));
  expect(known.ofCase({ workflowId: 'complaint:123:a', caseId: 'case-two' })).toBeNull();
});

it('a run is forgotten, but not the one that has taken its place', () => {
  const known = new KnownRuns();
  known.remember('complaint:123:a', run('one'));
  known.remember('complaint:123:a', run('two'));
  known.forget('complaint:123:a', run('one'));
  expect(known.find('complaint:123:a')).toMatchObject(run('two'));
  known.forget('complaint:123:a', run('two'));
  expect(known.find('complaint:123:a')).toBeNull();
});

it('no more than a thousand are known: those seen first are forgotten', () => {
  const known = new KnownRuns();
  for (let no = 0; no <= 1_000; no += 1) known.remember(`complaint:123:${no}`, run(`${no}`));
  expect(known.find('complaint:123:0')).toBeNull();
  expect(known.find('complaint:123:1')).toMatchObject(run('1'));
});
