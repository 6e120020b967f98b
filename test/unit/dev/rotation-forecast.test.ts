import { describe, expect, it } from 'vitest';
import { forecast } from '../../../dev/story/rotation-forecast.ts';

const agent = (agentId: string, room = 9, availability = 'available') => ({
  agentId,
  availability,
  openCases: 0,
  capacity: room,
});

describe('whose turns the story expects', () => {
  it('runs around the roster from the one who is next', () => {
    const roster = [agent('a'), agent('b'), agent('c')];
    expect(forecast({ seq: 1, nextAgentId: 'b', roster }, 4)).toEqual(['b', 'c', 'a', 'b']);
  });

  it('leaves out who is away and who has no room left', () => {
    const roster = [agent('a', 1), agent('b', 9, 'away'), agent('c')];
    expect(forecast({ seq: 0, nextAgentId: 'a', roster }, 4)).toEqual(['a', 'c', 'c', 'c']);
  });

  it('ends when nobody can take another', () => {
    expect(forecast({ seq: 0, nextAgentId: null, roster: [agent('a', 1)] }, 3)).toEqual(['a']);
    expect(forecast({ seq: 0, nextAgentId: null, roster: [] }, 3)).toEqual([]);
  });
});
