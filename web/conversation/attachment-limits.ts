import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../api/client.ts';
import { keys } from '../api/query-keys.ts';

export type AttachmentLimits = Schemas['AttachmentLimits'];

/** What the server will take; undefined while that is not known: then it is the server that refuses. */
export function useAttachmentLimits(): AttachmentLimits | undefined {
  const { data } = useQuery({
    queryKey: [...keys.setup, 'attachmentLimits'],
    queryFn: () => answer(api.GET('/v1/attachments/limits')),
    staleTime: Infinity,
    retry: false,
  });
  return data;
}
