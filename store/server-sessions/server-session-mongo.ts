import type { Connection } from 'mongoose';
import type { SessionRecord } from '../../workflows/office-server/office-server-types.ts';
import { writeIfNewer } from '../kernel/newer-version.ts';
import { serverSessionModel, type ServerSessionDocument } from './server-session-model.ts';
import type { ServerSessionRepository } from './server-session-repository.ts';
import { byRequest } from './session-order.ts';

export function mongoServerSessions(connection: Connection): ServerSessionRepository {
  const model = serverSessionModel(connection);
  const where = async (filter: { caseId: string } | { day: string }) =>
    (await model.find(filter).lean<ServerSessionDocument[]>()).map(toRecord).sort(byRequest);
  return {
    async record(sessions) {
      await Promise.all(sessions.map((session) => writeIfNewer(model, toDocument(session))));
    },
    async find(sessionId) {
      const found = await model.findById(sessionId).lean<ServerSessionDocument>();
      return found === null ? null : toRecord(found);
    },
    ofCase: (caseId) => where({ caseId }),
    ofDay: (day) => where({ day }),
  };
}

function toDocument({ sessionId, ...session }: SessionRecord): ServerSessionDocument {
  return { _id: sessionId, ...session, day: session.requestedAt.slice(0, 10) };
}

function toRecord({ _id, day: _day, ...session }: ServerSessionDocument): SessionRecord {
  return { sessionId: _id, ...session };
}
