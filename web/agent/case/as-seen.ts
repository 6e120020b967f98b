import { allPages } from '../../api/all-pages.ts';
import { answer, api, type Complaint } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';

/** How far somebody has followed a case. */
export type Seen = Pick<Complaint, 'version' | 'updatedAt'>;

interface Sight {
  complaintId: string;
  /** The case as it was when one began to decide. */
  seen: Seen;
  /** The case as far as the page knows it. */
  shown: Seen;
  userId: string;
}

function timelineOf(id: string) {
  return allPages((cursor) => {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) };
    return answer(api.GET('/v1/complaints/{id}/timeline', { params: { path: { id }, query } }));
  });
}

/** Whether nobody but this person has done anything to the case since then. Read now, so it knows of `shown`, too. */
async function isOwnDoing({ complaintId, seen, userId }: Sight): Promise<boolean> {
  const entries = await timelineOf(complaintId);
  return entries.every(({ actor, at }) => at <= seen.updatedAt || actor.id === userId);
}

/**
 * Sends a decision with the version that it is about. A version is also new after what one has just done oneself, and
 * after a deadline was planned: of that nobody needs to be told, so the decision is then about the case as it is. What
 * anybody else has done is left to the case to refuse.
 * @throws ApiProblem what `send` throws
 */
export async function asSeen<Answer>(sight: Sight, send: (version: number) => Promise<Answer>): Promise<Answer> {
  const { complaintId, seen, shown } = sight;
  const isNewer = shown.version > seen.version;
  const version = isNewer && (await isOwnDoing(sight)) ? shown.version : seen.version;
  try {
    return await send(version);
  } catch (error) {
    if (!isProblem(error, 'version_mismatch')) throw error;
    const { complaint } = await answer(api.GET('/v1/complaints/{id}', { params: { path: { id: complaintId } } }));
    if (complaint.version === version || !(await isOwnDoing(sight))) throw error;
    return send(complaint.version);
  }
}
