import { expect, it } from 'vitest';
import type { CorrectableFacts } from '../../../workflows/complaint/complaint-correction-types.ts';
import { transition } from '../../../workflows/complaint/complaint-state.ts';
import type { CaseLink, CaseState } from '../../../workflows/complaint/complaint-types.ts';
import { action, caseIn, correctionOf, morning, otherCase } from './complaint-cases.ts';

function corrected(state: CaseState, to: Partial<CorrectableFacts>, occupiedBy: CaseLink | null): CaseState {
  const correction = correctionOf(state, to);
  const event = { type: 'correct', action: action('a'), correction, reasonId: 't', occupiedBy } as const;
  const result = transition(state, event, morning + 60_000);
  if (result.outcome !== 'changed') throw new Error(result.outcome);
  return result.state;
}

it('a case keeps the fingerprint that it has, whoever is said to run under it', () => {
  const here = corrected(caseIn('inProgress'), { category: 'cetak' }, null);
  // The other case keeps it from the new fingerprint: facts and fingerprint differ from now on.
  const between = corrected(here, { category: 'login', serverId: 'srv-123' }, otherCase);
  expect(between.facts.fingerprint).toBe(here.facts.fingerprint);
  const back = corrected(between, { category: 'cetak', serverId: here.facts.serverId }, otherCase);
  expect(back.facts).toEqual(here.facts);
  expect(back.fingerprints).toEqual(here.fingerprints);
});
