import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import { DeadlineTimer } from '../kernel/deadline-timer.ts';
import type { OfficeServerActivities } from './office-server-activity-port.ts';
import type { SessionRefusal } from './office-server-errors.ts';
import { emptyServer, lease, nextExpiry } from './office-server-state.ts';
import type { OfficeServerEvent, OfficeServerInput, OfficeServerState, SessionRecord } from './office-server-types.ts';
import { officeServerDetails, officeServerView } from './office-server-view.ts';

const { publishSessions } = proxyActivities<OfficeServerActivities>({
  startToCloseTimeout: '15 seconds',
  retry: { initialInterval: '250 milliseconds', maximumInterval: '15 seconds' },
});

/**
 * A server's sessions at work. Contract:
 * 1. `happen` is synchronous: who holds the server never depends on how long the store takes.
 * 2. A lease is over when it is due, also while the store is away.
 * 3. `settle` leaves nothing unpublished that had happened before it was called.
 */
export class OfficeServerFlow {
  #state: OfficeServerState;
  #news: SessionRecord[];
  #publishedVersion: number;
  readonly #timer = new DeadlineTimer(() => this.happen({ type: 'timePassed' }));

  constructor(input: OfficeServerInput) {
    this.#state = input.state ?? emptyServer(input);
    this.#news = input.news ?? [];
    // A first run has nothing to tell yet; what the one before it could not tell is told first of all.
    this.#publishedVersion = this.#news.length > 0 ? -1 : this.#state.version;
    this.happen({ type: 'limitChanged', limit: input.limit });
    this.#show();
  }

  get state(): OfficeServerState {
    return this.#state;
  }

  get hasWork(): boolean {
    return this.#state.version > this.#publishedVersion;
  }

  /** What the next run needs to go on where this one ends. */
  get carried(): Pick<OfficeServerInput, 'limit' | 'state' | 'news'> {
    return { limit: this.#state.limit, state: this.#state, news: this.#news };
  }

  /** True once everything up to this version can be read in the store. */
  isPublished(version: number): boolean {
    return this.#publishedVersion >= version;
  }

  /** Lets an event happen now. A refusal is returned and has changed nothing. */
  happen(event: OfficeServerEvent): SessionRefusal | null {
    const result = lease(this.#state, event, Date.now());
    if (result.outcome === 'refused') return result.refusal;
    this.#state = result.state;
    this.#news.push(...result.news);
    this.#show();
    return null;
  }

  /** Publishes what has happened. */
  async settle(): Promise<void> {
    const view = officeServerView(this.#state);
    const news = this.#news;
    this.#news = [];
    const summary = `${view.sessions.length} of ${view.limit} sessions, ${view.queue.length} waiting`;
    const { left } = await publishSessions.executeWithOptions({ summary }, [{ view, news }]);
    this.#publishedVersion = view.version;
    for (const each of left) this.happen({ type: 'caseLeft', left: each });
  }

  #show(): void {
    const next = nextExpiry(this.#state);
    this.#timer.arm(next?.expiresAt ?? null, next ? `lease of ${next.agentId} for ${next.caseId}` : '');
    setCurrentDetails(officeServerDetails(this.#state));
  }
}
