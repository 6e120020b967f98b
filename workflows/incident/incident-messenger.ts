import { getExternalWorkflowHandle } from '@temporalio/workflow';
import { incidentJoined, incidentLeft, incidentResolved } from '../complaint/complaint-messages.ts';
import type { IncidentNews } from './incident-link-types.ts';
import type { IncidentEffect, IncidentEvent } from './incident-types.ts';

/** Signals under way at once: far below what the server allows one workflow, and no burst for the workers. */
const waveSize = 50;

/** Carries an incident's news to its cases: in waves, and of one case in the order in which it was decided. */
export class IncidentMessenger {
  readonly #happen: (event: IncidentEvent) => unknown;
  #queue: IncidentEffect[] = [];
  #isSending = false;

  constructor(happen: (event: IncidentEvent) => unknown) {
    this.#happen = happen;
  }

  /** Whether it is not known yet of some news if they have arrived: the run may not end or continue before. */
  get isSending(): boolean {
    return this.#isSending;
  }

  send(effect: IncidentEffect): void {
    this.#queue.push(effect);
    if (!this.#isSending) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#isSending = true;
    while (this.#queue.length > 0) await Promise.all(this.#nextWave().map((effect) => this.#deliver(effect)));
    this.#isSending = false;
  }

  #nextWave(): IncidentEffect[] {
    const wave = new Map<string, IncidentEffect>();
    const rest: IncidentEffect[] = [];
    for (const effect of this.#queue) {
      const { caseId } = effect.news;
      if (wave.size < waveSize && !wave.has(caseId)) wave.set(caseId, effect);
      else rest.push(effect);
    }
    this.#queue = rest;
    return [...wave.values()];
  }

  /** A case that does not run any more has ended by itself. */
  async #deliver({ news, workflowId }: IncidentEffect): Promise<void> {
    try {
      await signal(workflowId, news);
    } catch {
      const { caseId, no } = news;
      this.#happen({ type: 'caseLeft', caseId, no, reason: 'ended' });
    }
  }
}

function signal(workflowId: string, news: IncidentNews): Promise<void> {
  const handle = getExternalWorkflowHandle(workflowId);
  switch (news.type) {
    case 'incidentJoined':
      return handle.signal(incidentJoined, news);
    case 'incidentLeft':
      return handle.signal(incidentLeft, news);
    case 'incidentResolved':
      return handle.signal(incidentResolved, news);
  }
}
