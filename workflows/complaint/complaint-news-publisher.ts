import { condition, proxyActivities, proxyLocalActivities, setCurrentDetails } from '@temporalio/workflow';
import { activityRetry } from '../kernel/activity-retry.ts';
import type { TimelineEntry } from '../kernel/timeline-types.ts';
import type { ComplaintActivities } from './complaint-activity-port.ts';
import type { CaseEffect } from './complaint-event-types.ts';
import { joinedNews, noNews } from './complaint-news.ts';
import { publishSearchAttributes } from './complaint-publisher.ts';
import type { CarriedCase, CaseNews, CaseState, CaseView, SignalledText } from './complaint-types.ts';
import { caseDetails } from './complaint-view.ts';

const { publishCase } = proxyActivities<ComplaintActivities>({
  startToCloseTimeout: '15 seconds',
  retry: activityRetry,
});

// Local: it only reads. After 2 s a retry waits in a durable timer, so that a store that is away pins no workflow task.
const { hasBeenPublished } = proxyLocalActivities<ComplaintActivities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '2 seconds',
  retry: activityRetry,
});

/** After which time the case looks whether what it gave to somebody has been published, milliseconds. */
const confirmAfterMs = 10_000;

/** Who asked longer ago may have given up: API and rotation wait for five seconds. */
const takerPatienceMs = 2_000;

/** What is told by the publisher; the rest of a case's effects goes to other workflows. */
type ToldEffect = Extract<CaseEffect, { type: 'releaseTurn' | 'leaveServers' | 'detachReport' }>;

interface NewsHost {
  state: CaseState;
  view: CaseView;
  isOver: boolean;
  /** No deadline is still to be planned. */
  isPlanned: boolean;
}

/**
 * What of a case has not been told to the world yet, and who tells it (ADR 0031). Contract:
 * 1. What is told has been committed before: it goes out by an activity, or with the answer to an update.
 * 2. Who is answered and publishes gets the news, each piece one time. Unless it is known elsewhere that they have to, the
 *    case looks ten seconds later whether they have done it, and else does it itself; whoever ends the case, or wants more
 *    than a record, is not asked to.
 * 3. What the case publishes itself contains everything that it has given away and not seen published: no gap.
 */
export class NewsPublisher {
  readonly #host: NewsHost;
  #news = noNews();
  #handed: CaseNews | null = null;
  #publishedVersion = 0;
  #handedVersion = 0;
  /** Epoch milliseconds. */
  #handedAt = 0;
  #confirmAt: number | null = null;
  #isConfirmationDue = false;
  #isDoubtful = false;
  #isPublishing = false;
  /** Handlers that are about to take the news, and such as wait until the case has published. */
  #takers = 0;
  #waiters = 0;

  constructor(host: NewsHost, carried?: CarriedCase) {
    this.#host = host;
    if (!carried) return;
    this.#publishedVersion = carried.publishedVersion;
    this.#news = carried.news;
    this.#handed = carried.handed ?? null;
    this.#isDoubtful = carried.isDoubtful === true;
  }

  get carried(): Omit<CarriedCase, 'state'> {
    const handed = this.#handed ? { handed: this.#handed } : {};
    const doubt = this.#isDoubtful ? { isDoubtful: true as const } : {};
    return { publishedVersion: this.#publishedVersion, news: this.#news, ...handed, ...doubt };
  }

  get hasWork(): boolean {
    return this.#isUnpublished || this.#isConfirmationDue;
  }

  get isConfirmationDue(): boolean {
    return this.#isConfirmationDue;
  }

  /** When it is to be looked whether others have published; epoch milliseconds. */
  get confirmAt(): number | null {
    return this.#confirmAt;
  }

  addEntries(entries: TimelineEntry[]): void {
    this.#news.entries.push(...entries);
  }

  addReport(reportId: string): void {
    this.#news.placedReportIds.push(reportId);
  }

  addText(text: SignalledText): void {
    this.#news.texts.push(text);
  }

  addEffect(effect: ToldEffect): void {
    switch (effect.type) {
      case 'releaseTurn':
        this.#news.releases.push({ deskId: effect.deskId, tier: effect.tier, requestId: effect.requestId });
        return;
      case 'leaveServers':
        (this.#news.leavingAgentIds ??= []).push(effect.agentId);
        return;
      case 'detachReport':
        (this.#news.detachments ??= []).push(effect.detachment);
    }
  }

  /** Looks at the clock: called whenever the timer of `confirmAt` may have passed. */
  passTime(now: number): void {
    if (this.#confirmAt === null || this.#confirmAt > now) return;
    this.#confirmAt = null;
    this.#isConfirmationDue = true;
  }

  /**
   * Whoever was to publish without being looked after has given up: what they have got or still get may never be published
   * by them. This is not forgotten: their question may be on its way yet, however late.
   */
  doubt(): void {
    this.#isConfirmationDue ||= this.#handed !== null;
    this.#isDoubtful = true;
  }

  /** Resolves once the case itself has published everything up to now. */
  async published(): Promise<void> {
    const { version } = this.#host.state;
    this.#waiters += 1;
    try {
      await condition(() => this.#publishedVersion >= version);
    } finally {
      this.#waiters -= 1;
    }
  }

  /**
   * The news for whoever is answered and publishes them; null when the case publishes them itself. A repeated question is
   * answered again as long as it is not known that the first answer was published. `isDurable`: they do not give up, or
   * somebody else will `doubt` it when they do, so that it need not be looked at.
   */
  async handOver({ isRepeated, isDurable }: { isRepeated: boolean; isDurable: boolean }): Promise<CaseNews | null> {
    const askedAt = Date.now();
    this.#takers += 1;
    try {
      await condition(() => this.#host.isPlanned);
    } finally {
      this.#takers -= 1;
    }
    if (this.#news.entries.length === 0) return isRepeated ? this.#handed : null;
    if (!this.#mayBeHanded || Date.now() - askedAt > takerPatienceMs) return null;
    const news = this.#news;
    this.#news = noNews();
    this.#handed = this.#handed ? joinedNews(this.#handed, news) : news;
    this.#handedVersion = this.#host.state.version;
    this.#handedAt = Date.now();
    // Once set it stays: a timer that is left alone costs nothing.
    if (!isDurable || this.#isDoubtful) this.#confirmAt ??= this.#handedAt + confirmAfterMs;
    this.#show();
    return news;
  }

  get #isUnpublished(): boolean {
    if (this.#takers > 0) return false;
    const told = this.#waiters > 0 ? this.#publishedVersion : Math.max(this.#publishedVersion, this.#handedVersion);
    const isHandedAtTheEnd = this.#host.isOver && this.#handed !== null;
    return this.#host.state.version > told || this.#news.releases.length > 0 || isHandedAtTheEnd;
  }

  /** Nothing but a record, of a case that goes on, and nobody waits for the case to tell it. */
  get #mayBeHanded(): boolean {
    const { detachments = [], texts } = this.#news;
    const isPlain = detachments.length === 0 && texts.length === 0;
    return isPlain && !this.#host.isOver && !this.#isPublishing && this.#waiters === 0;
  }

  /** Publishes what has happened, unless others do. */
  async publish(): Promise<void> {
    if (!this.#isUnpublished) return;
    const { view } = this.#host;
    const handed = this.#handed;
    const news = handed ? joinedNews(handed, this.#news) : this.#news;
    this.#news = noNews();
    this.#show();
    this.#isPublishing = true;
    await publishCase.executeWithOptions({ summary: `${view.number} is ${view.status}` }, [{ view, ...news }]);
    this.#isPublishing = false;
    this.#publishedVersion = view.version;
    if (this.#handed === handed) this.#settleHanded();
  }

  /** Looks after what others were to publish, when it is time to. */
  async confirm(): Promise<void> {
    this.#isConfirmationDue = false;
    const handed = this.#handed;
    if (handed === null) return;
    // Whoever has just got some of it is still at work.
    if (Date.now() - this.#handedAt < takerPatienceMs) {
      this.#confirmAt = Date.now() + confirmAfterMs;
      return;
    }
    const version = this.#handedVersion;
    const { caseId, officeId, number } = this.#host.view;
    const entryNos = handed.entries.map(({ no }) => no);
    const question = { caseId, officeId, version, entryNos, leavingAgentIds: handed.leavingAgentIds ?? [] };
    const summary = `whether ${number} has been published`;
    const isPublished = await hasBeenPublished.executeWithOptions({ summary }, [question]);
    // More may have been given away meanwhile: then it is looked at again.
    if (this.#handed !== handed) return;
    if (isPublished) {
      this.#publishedVersion = Math.max(this.#publishedVersion, version);
      this.#settleHanded();
    } else this.#handedVersion = 0;
  }

  #settleHanded(): void {
    this.#handed = null;
    this.#confirmAt = null;
  }

  #show(): void {
    setCurrentDetails(caseDetails(this.#host.state));
    publishSearchAttributes(this.#host.view);
  }
}
