import type { CaseNews } from './complaint-types.ts';

/** What was not told earlier, and what came since, in this order. */
export function joinedNews(earlier: CaseNews, later: CaseNews): CaseNews {
  const leavingAgentIds = [...(earlier.leavingAgentIds ?? []), ...(later.leavingAgentIds ?? [])];
  const detachments = [...(earlier.detachments ?? []), ...(later.detachments ?? [])];
  return {
    entries: [...earlier.entries, ...later.entries],
    placedReportIds: [...earlier.placedReportIds, ...later.placedReportIds],
    texts: [...earlier.texts, ...later.texts],
    releases: [...earlier.releases, ...later.releases],
    ...(leavingAgentIds.length > 0 && { leavingAgentIds }),
    ...(detachments.length > 0 && { detachments }),
  };
}

export function noNews(): CaseNews {
  return { entries: [], placedReportIds: [], texts: [], releases: [] };
}
