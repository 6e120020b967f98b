import { describe, expect, it } from 'vitest';
import { ownPlaceOf } from '../../../web/agent/servers/own-place.ts';

const ayu = { id: 'ayu', name: 'Ayu' };
const budi = { id: 'budi', name: 'Budi' };
const at = '2026-11-24T03:00:00.000Z';

const server = {
  ...{ id: 'srv-123', officeId: '123', name: 'Server 123', sessionLimit: 1 },
  sessions: [{ id: 's1', agent: ayu, complaintId: 'c1', grantedAt: at, expiresAt: at, token: 1 }],
  queue: [
    { id: 's2', agent: budi, complaintId: 'c2', position: 1, since: at },
    { id: 's3', agent: ayu, complaintId: 'c3', position: 2, since: at },
  ],
};

describe('where one stands with a server', () => {
  it('is on it, in line, or neither, on behalf of this very case', () => {
    expect(ownPlaceOf(server, 'c1', 'ayu')).toEqual({ state: 'holding', sessionId: 's1', expiresAt: at });
    expect(ownPlaceOf(server, 'c3', 'ayu')).toEqual({ state: 'waiting', sessionId: 's3', position: 2 });
    expect(ownPlaceOf(server, 'c4', 'ayu')).toEqual({ state: 'none' });
  });

  it('is not where another stands for the same case', () => {
    expect(ownPlaceOf(server, 'c2', 'ayu')).toEqual({ state: 'none' });
  });
});
