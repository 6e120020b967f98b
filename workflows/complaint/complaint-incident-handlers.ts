import { log, setHandler } from '@temporalio/workflow';
import type { ComplaintFlow } from './complaint-flow.ts';
import { incidentNews } from './complaint-incident-guard.ts';
import { incidentJoined, incidentLeft, incidentResolved } from './complaint-messages.ts';

/** What incidents tell a case. */
export function registerIncidentNews(flow: ComplaintFlow): void {
  const happen = (message: unknown): void => {
    const news = incidentNews(message);
    if (news) flow.happen(news);
    else log.warn('malformed news of an incident were ignored');
  };
  setHandler(incidentJoined, happen);
  setHandler(incidentLeft, happen);
  setHandler(incidentResolved, happen);
}
