import { answer, api } from '../api/client.ts';
import type { Post } from './send-once.ts';

export const postComplaint: Post = ({ attachTo, body }, key) => {
  const header = { 'idempotency-key': key };
  return answer(
    attachTo === null
      ? api.POST('/v1/complaints', { params: { header }, body })
      : api.POST('/v1/complaints/{id}/reports', { params: { header, path: { id: attachTo } }, body }),
  );
};
