import { describe, expect, it } from 'vitest';
import { demandSound, roundFaults, type RoundSeen } from '../../bench/oracle/round-oracle.ts';

const roster = ['a', 'b', 'c'];

/** Four cases after turn 10, which went to a: 11 is b's. */
function soundRound(): RoundSeen {
  const caseIds = ['w', 'x', 'y', 'z'];
  const turns = caseIds.map((caseId, index) => ({ caseId, seq: 11 + index, agentId: roster[(10 + index) % 3] ?? '' }));
  const cases = turns.map(({ agentId, caseId }) => ({ caseId, agentId, status: 'resolved' }));
  return { caseIds, cases, turns, resolutions: new Map(caseIds.map((id) => [id, 1])), seqBefore: 10, roster };
}

describe('the order oracle of a round', () => {
  it('finds nothing in a sound one, in whatever order its turns come', () => {
    const seen = soundRound();
    expect(roundFaults({ ...seen, turns: [...seen.turns].reverse() })).toEqual([]);
    expect(() => demandSound('x', seen)).not.toThrow();
  });

  it.each<[string, RegExp, (seen: RoundSeen) => RoundSeen]>([
    ['a case that is gone', /case w is not in/, (seen) => ({ ...seen, cases: seen.cases.slice(1) })],
    [
      'one that is not resolved',
      /case w is assigned/,
      (seen) => ({ ...seen, cases: seen.cases.map((each) => ({ ...each, status: 'assigned' })) }),
    ],
    [
      'one that was resolved twice',
      /case x was resolved 2 times/,
      (seen) => ({ ...seen, resolutions: new Map([...seen.resolutions, ['x', 2]]) }),
    ],
    [
      'a gap',
      /turn after 11 has the number 13/,
      (seen) => ({ ...seen, turns: seen.turns.filter((t) => t.seq !== 12) }),
    ],
    ['a turn too many', /which is none of the round/, (seen) => ({ ...seen, caseIds: seen.caseIds.slice(0, 3) })],
    [
      'a double turn',
      /case z got 2 turns/,
      (seen) => ({ ...seen, turns: [...seen.turns, { seq: 15, caseId: 'z', agentId: 'c' }] }),
    ],
    [
      'another agent',
      /turn 11 went to c instead of b/,
      (seen) => ({ ...seen, turns: seen.turns.map((turn) => (turn.seq === 11 ? { ...turn, agentId: 'c' } : turn)) }),
    ],
    [
      'a case with somebody else than its turn',
      /case w is with c, its turn went to b/,
      (seen) => ({ ...seen, cases: seen.cases.map((each) => ({ ...each, agentId: 'c' })) }),
    ],
  ])('finds %s', (_name, sentence, harmed) => {
    expect(roundFaults(harmed(soundRound())).join('\n')).toMatch(sentence);
    expect(() => demandSound('giliran', harmed(soundRound()))).toThrow(/a round of giliran is void/);
  });
});
