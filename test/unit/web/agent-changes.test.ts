import { describe, expect, it } from 'vitest';
import { agentChangesOf, agentFormOf } from '../../../web/supervisor/board/agent-changes.ts';

const now = new Date('2026-11-24T03:00:00Z');

const agent = {
  id: 'petugas-a',
  name: 'Petugas A',
  deskId: 'layanan',
  tier: 'tier-1' as const,
  onRoster: true,
  availability: 'available' as const,
  until: null,
  openCases: 2,
  capacity: 10,
  ownCapacity: null,
  turns: 5,
};
const away = { ...agent, availability: 'away' as const, until: '2026-11-24T05:00:00Z' };
const onLeave = { ...agent, availability: 'leave' as const, until: '2026-11-26T17:00:00Z' };

describe('what changes about an agent', () => {
  it.each([agent, away, onLeave])('is nothing when the form stays as it is (%#)', (present) => {
    expect(agentChangesOf(present, agentFormOf(present), now)).toEqual({});
  });

  it('is an absence that ends by itself', () => {
    const form = { ...agentFormOf(agent), availability: 'away' as const, end: '60' as const };
    expect(agentChangesOf(agent, form, now)).toEqual({
      availability: { availability: 'away', until: '2026-11-24T04:00:00.000Z' },
    });
  });

  it('is a leave, with the cases handed over', () => {
    const form = { ...agentFormOf(agent), availability: 'leave' as const, backOn: '2026-11-30' };
    expect(agentChangesOf(agent, form, now)).toEqual({
      availability: { availability: 'leave', until: '2026-11-29T17:00:00.000Z', handover: true },
    });
  });

  it('hands nothing over when there is nothing, or when only the end of the leave is another', () => {
    const form = { ...agentFormOf(agent), availability: 'leave' as const };
    expect(agentChangesOf({ ...agent, openCases: 0 }, form, now)).toEqual({
      availability: { availability: 'leave', until: null },
    });
    expect(agentChangesOf(onLeave, { ...agentFormOf(onLeave), backOn: null }, now)).toEqual({
      availability: { availability: 'leave', until: null },
    });
  });

  it('is a return', () => {
    expect(agentChangesOf(away, { ...agentFormOf(away), availability: 'available' }, now)).toEqual({
      availability: { availability: 'available' },
    });
  });

  it('is a number of cases of their own, or again that of the desk', () => {
    expect(agentChangesOf(agent, { ...agentFormOf(agent), capacity: 3 }, now)).toEqual({ capacity: { capacity: 3 } });
    const own = { ...agent, capacity: 3, ownCapacity: 3 };
    expect(agentChangesOf(own, { ...agentFormOf(own), capacity: null }, now)).toEqual({ capacity: { capacity: null } });
  });
});
