import type { SessionRecord } from '../../workflows/office-server/office-server-types.ts';
import { FakeTable } from '../kernel/fake-table.ts';
import type { ServerSessionRepository } from './server-session-repository.ts';
import { byRequest } from './session-order.ts';

export function fakeServerSessions(): ServerSessionRepository {
  const table = new FakeTable<SessionRecord>();
  return {
    async record(sessions) {
      for (const session of sessions) {
        const recorded = table.get(session.sessionId);
        if (recorded === null || recorded.version < session.version) table.put(session.sessionId, session);
      }
    },
    async find(sessionId) {
      return table.get(sessionId);
    },
    async ofCase(caseId) {
      return table.where((session) => session.caseId === caseId).sort(byRequest);
    },
    async ofDay(day) {
      return table.where((session) => session.requestedAt.startsWith(day)).sort(byRequest);
    },
  };
}
