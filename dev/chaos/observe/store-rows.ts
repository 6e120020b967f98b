import mongoose from 'mongoose';
import type { TimelineEntry } from '../../../workflows/kernel/timeline-types.ts';
import type { RotationState } from '../../../workflows/rotation/rotation-types.ts';
import type { Observations, RotationLog } from '../check/observations.ts';

type Row = { _id: string } & Record<string, unknown>;

export type StoreRows = Pick<
  Observations,
  'reports' | 'cases' | 'timelines' | 'turns' | 'notifications' | 'mailRows' | 'sessions' | 'servers' | 'supervisorIds'
> & { assignments: Map<string, RotationLog['assignments']> };

/** Reads the collections as they lie there, without the product's own repositories. */
export async function withStore<T>(
  uri: string,
  use: (rows: (name: string, filter?: object) => Promise<Row[]>) => Promise<T>,
) {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await use(async (name, filter = {}) => (await client.db().collection(name).find(filter).toArray()) as never);
  } finally {
    await client.close();
  }
}

export async function readStoreRows(uri: string): Promise<StoreRows> {
  return withStore(uri, async (rows) => {
    const all = async <T>(name: string, idName: string) =>
      (await rows(name)).map(({ _id, ...rest }) => ({ [idName]: _id, ...rest }) as T);
    const servers = await all<{ serverId: string; sessionLimit: number }>('officeServers', 'serverId');
    const supervisors = await rows('users', { role: 'supervisor' });
    return {
      reports: await all<StoreRows['reports'][number]>('reports', 'reportId').then((reports) =>
        reports.map((report) => ({ ...report, placedCaseId: report.placedCaseId ?? null })),
      ),
      cases: await all('cases', 'caseId'),
      timelines: (await rows('timelines')).map(toEntry),
      turns: await all('turns', 'id'),
      notifications: await all('notifications', 'notificationId'),
      mailRows: await all('mails', 'notificationId'),
      sessions: await all('serverSessions', 'sessionId'),
      servers: servers.map(({ serverId, sessionLimit }) => ({ serverId, limit: sessionLimit, live: [] })),
      supervisorIds: supervisors.map(({ _id }) => _id),
      assignments: new Map((await rows('rotations')).map((row) => [row._id, assignmentsIn(row)])),
    };
  });
}

function toEntry(row: Row): TimelineEntry {
  const { caseId, no, type, at, actor, data, hash } = row as unknown as TimelineEntry & { data: unknown };
  return { caseId, no, type, at, actor, hash, data: JSON.parse(String(data)) as TimelineEntry['data'] };
}

function assignmentsIn({ state }: Row): RotationLog['assignments'] {
  return (JSON.parse(String(state)) as RotationState).assignments;
}
