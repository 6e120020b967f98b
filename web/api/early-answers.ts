declare global {
  interface Window {
    /** By path, what public/early.js has asked for already. */
    giliranEarly?: Record<string, Promise<Response>>;
  }
}

function takeEarly({ method, url }: Request): Promise<Response> | undefined {
  const { pathname, search } = new URL(url);
  const path = pathname + search;
  const early = method === 'GET' ? window.giliranEarly?.[path] : undefined;
  if (early) delete window.giliranEarly?.[path];
  return early;
}

/** Like `fetch`, but what was asked for while this script was still on its way is not asked for again; once. */
export async function fetchOrEarly(request: Request): Promise<Response> {
  const early = takeEarly(request);
  if (!early) return fetch(request);
  try {
    return await early;
  } catch {
    return fetch(request);
  }
}
