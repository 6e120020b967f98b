import { getExternalWorkflowHandle } from '@temporalio/workflow';
import type { MemberNews } from '../incident/incident-link-types.ts';
import { caseJoined, caseLeft, caseResolved } from '../incident/incident-messages.ts';
import type { CaseEffect, CaseEvent } from './complaint-event-types.ts';

/** What a case tells incidents, one after the other: that it left must not arrive before that it came. */
export class IncidentLine {
  readonly #happen: (event: CaseEvent) => unknown;
  #last: Promise<void> | null = null;

  constructor(happen: (event: CaseEvent) => unknown) {
    this.#happen = happen;
  }

  /** Never rejects: an incident that is over needs no news, and a case that came too late goes by turn. */
  send(effect: Extract<CaseEffect, { type: 'tellIncident' }>): Promise<void> {
    const sent = this.#last ? this.#last.then(() => this.#deliver(effect)) : this.#deliver(effect);
    this.#last = sent;
    return sent;
  }

  async #deliver({ incident, news }: Extract<CaseEffect, { type: 'tellIncident' }>): Promise<void> {
    try {
      await signal(incident.workflowId, news);
    } catch {
      if (news.type === 'caseJoined') this.#happen({ type: 'incidentGone', incidentId: incident.incidentId });
    }
  }
}

function signal(workflowId: string, news: MemberNews): Promise<void> {
  const handle = getExternalWorkflowHandle(workflowId);
  switch (news.type) {
    case 'caseJoined':
      return handle.signal(caseJoined, news);
    case 'caseLeft':
      return handle.signal(caseLeft, news);
    case 'caseResolved':
      return handle.signal(caseResolved, news);
  }
}
