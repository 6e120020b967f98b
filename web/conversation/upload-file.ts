import type { Schemas } from '../api/client.ts';
import { ApiProblem, problemOf } from '../api/problem.ts';
import { sessionNow } from '../api/session-end.ts';
import { spokenLanguage } from '../text/language.ts';

interface Upload {
  file: File;
  /** From 0 to 1. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
}

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Sends one file. By XMLHttpRequest, since fetch does not tell how far it has come.
 * @throws ApiProblem the refusal in the reader's language, or `offline` when nothing came back
 */
export function uploadFile({ file, onProgress, signal }: Upload): Promise<Schemas['Attachment']> {
  const session = sessionNow();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/v1/attachments');
    request.setRequestHeader('Accept-Language', spokenLanguage());
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => {
      const said = bodyOf(request);
      if (request.status === 201) resolve((said as { attachment: Schemas['Attachment'] }).attachment);
      else {
        const headers = { 'Retry-After': request.getResponseHeader('Retry-After') ?? '' };
        reject(problemOf(new Response(null, { status: request.status, headers }), said, session));
      }
    };
    request.onerror = request.onabort = () => reject(new ApiProblem({ status: 0, code: 'offline' }));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
