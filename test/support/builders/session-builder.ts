import type { OfficeServerView, SessionRecord } from '../../../workflows/office-server/office-server-types.ts';
import { nextBuilt } from './built-counter.ts';

/** A granted session, at `version` 1. */
export function buildSession(overrides: Partial<SessionRecord> = {}): SessionRecord {
  return {
    sessionId: `session-${nextBuilt()}`,
    officeId: '123',
    serverId: 'srv-123',
    caseId: 'case-1',
    agentId: 'petugas-a',
    state: 'granted',
    minutes: 60,
    requestedAt: '2026-11-24T01:00:00.000Z',
    waited: false,
    grantedAt: '2026-11-24T01:00:00.000Z',
    expiresAt: '2026-11-24T02:00:00.000Z',
    token: 1,
    endedAt: null,
    how: null,
    endedBy: null,
    reason: null,
    version: 1,
    ...overrides,
  };
}

/** The view of a server that nobody is on, at `version` 1. */
export function buildOfficeServerView(overrides: Partial<OfficeServerView> = {}): OfficeServerView {
  const { officeId = '123', serverId = 'srv-123', limit = 1, version = 1 } = overrides;
  const nothing = { leases: [], queue: [], ended: [], left: [], actionIds: [] };
  const state = { officeId, serverId, limit, lastToken: 0, ...nothing, version };
  return { officeId, serverId, limit, lastToken: 0, sessions: [], queue: [], state, version, ...overrides };
}
