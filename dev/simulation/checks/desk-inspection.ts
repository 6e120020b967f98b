import type { Tier } from '../../../workflows/kernel/tier.ts';
import type { SessionRecord } from '../../../workflows/office-server/office-server-types.ts';
import { CaseFigures } from '../figures/case-figures.ts';
import type { SimulatedNetwork } from '../world/simulated-network.ts';
import type { DeskSetup, SimulatedDesk } from '../world/simulated-desk.ts';
import type { DeskWatch } from '../world/world-ports.ts';
import { CaseCheck } from './case-check.ts';
import { checkQuietDesk } from './quiet-check.ts';
import { ReportLedger } from './report-ledger.ts';
import { SessionCheck } from './session-check.ts';
import { TimelineCheck } from './timeline-check.ts';
import { TurnCheck } from './turn-check.ts';
import { ViolationLog } from './violation-log.ts';

type Hooks = Pick<DeskSetup, 'watch' | 'published' | 'sessionsPublished' | 'opened' | 'ended'>;

/** All checks and counts of one simulated desk, hung where things are decided and published. */
export class DeskInspection {
  readonly log: ViolationLog;
  readonly figures = new CaseFigures();
  readonly ledger: ReportLedger;
  readonly sessions: SessionCheck;
  readonly turns: Record<Tier, TurnCheck>;
  readonly sessionEnds = new Map<string, string>();
  quietLooks = 0;
  readonly #cases: CaseCheck;
  readonly #timelines: TimelineCheck;
  readonly #network: SimulatedNetwork;

  constructor(network: SimulatedNetwork, rosters: Record<Tier, string[]>, capacity: number) {
    this.#network = network;
    this.log = new ViolationLog(() => network.now);
    this.ledger = new ReportLedger(this.log);
    this.sessions = new SessionCheck(this.log);
    this.#cases = new CaseCheck(this.log);
    this.#timelines = new TimelineCheck(this.log);
    this.turns = {
      'tier-1': new TurnCheck(rosters['tier-1'], capacity, this.log),
      'tier-2': new TurnCheck(rosters['tier-2'], capacity, this.log),
    };
  }

  /** @param desk the desk that is looked at; it is built with these very hooks */
  hooks(desk: () => SimulatedDesk): Hooks {
    return {
      watch: this.#watch(desk),
      published: ({ caseId, entries, placedReportIds }) => {
        this.figures.told(this.#timelines.appended(entries));
        this.ledger.placed(placedReportIds, caseId);
      },
      sessionsPublished: (news) => this.#sessionsTold(news),
      opened: ({ state }) => this.ledger.opened(state),
      ended: (state) => {
        this.ledger.ended(state);
        this.#timelines.ended(state.caseId, state.chain);
      },
    };
  }

  /** Looks at the whole desk if nothing is under way. */
  lookAround(desk: SimulatedDesk): void {
    if (this.#network.isStorm) return this.log.add('storm', null, 'more than 100,000 messages in a day');
    if (this.#network.underWay > 0) return;
    this.quietLooks += 1;
    checkQuietDesk(desk, this.log);
  }

  /** At the end nothing may be left over. */
  settle(desk: SimulatedDesk): void {
    this.lookAround(desk);
    this.ledger.settle();
    for (const { state } of desk.cases.values()) this.log.add('ends', state.caseId, `it is ${state.status}`);
    const { underWay } = this.#network;
    this.log.unless(underWay === 0, 'ends', null, () => `${underWay} messages are under way for ever`);
  }

  #watch(desk: () => SimulatedDesk): DeskWatch {
    return {
      caseDecided: ({ before, event, result }) => {
        this.#cases.decided({ before, event, result }, this.#network.now);
        this.figures.decided({ before, event, result }, this.#network.now, desk().clock);
      },
      deadlinePlanned: (state, deadline, at) => this.#cases.planned(state, deadline, at, desk()),
      rotated: ({ before, event, rotated }) => this.turns[before.tier].rotated(event, rotated, this.#network.now),
      leased: ({ before, event, result }) => this.sessions.leased(before, event, result, this.#network.now),
    };
  }

  #sessionsTold(news: SessionRecord[]): void {
    for (const { how, sessionId } of news) if (how !== null) this.sessionEnds.set(sessionId, how);
  }
}
