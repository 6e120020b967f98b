import type { SessionRefusal } from '../../../workflows/office-server/office-server-errors.ts';
import { emptyServer, nextExpiry } from '../../../workflows/office-server/office-server-state.ts';
import type {
  OfficeServerEvent,
  OfficeServerState,
  SessionRecord,
} from '../../../workflows/office-server/office-server-types.ts';
import type { ServerWorld } from './world-ports.ts';

/** A server's sessions at work, wired as OfficeServerFlow wires them. */
export class OfficeServerRun {
  state: OfficeServerState;
  readonly #world: ServerWorld;
  #news: SessionRecord[] = [];
  #publishedVersion: number;
  #isSettling = false;
  #timerAt: number | null = null;

  constructor(world: ServerWorld, place: { officeId: string; serverId: string; limit: number }) {
    this.#world = world;
    this.state = emptyServer(place);
    this.#publishedVersion = this.state.version;
  }

  receive(event: OfficeServerEvent): SessionRefusal | null {
    const refusal = this.#happen(event);
    this.#goOn();
    return refusal;
  }

  #happen(event: OfficeServerEvent): SessionRefusal | null {
    const before = this.state;
    const result = this.#world.machines.lease(before, event, this.#world.network.now);
    this.#world.watch.leased({ before, event, result });
    if (result.outcome === 'refused') return result.refusal;
    this.state = result.state;
    this.#news.push(...result.news);
    this.#arm(nextExpiry(this.state)?.expiresAt ?? null);
    return null;
  }

  #goOn(): void {
    if (this.#isSettling || this.state.version <= this.#publishedVersion) return;
    this.#isSettling = true;
    const { version } = this.state;
    const news = this.#news;
    this.#news = [];
    this.#publish(version, news);
  }

  #publish(version: number, news: SessionRecord[]): void {
    const { network, publishSessions, random } = this.#world;
    network.work(network.latency(), () => {
      const left = publishSessions(news);
      if (random.chance(0.01)) return this.#publish(version, news);
      this.#publishedVersion = version;
      for (const each of left) this.#happen({ type: 'caseLeft', left: each });
      this.#isSettling = false;
      if (random.chance(0.02)) this.state = JSON.parse(JSON.stringify(this.state)) as OfficeServerState;
      this.#goOn();
    });
  }

  #arm(at: number | null): void {
    if (at === this.#timerAt) return;
    this.#timerAt = at;
    if (at === null) return;
    this.#world.network.at(at, () => {
      if (this.#timerAt !== at) return;
      this.#timerAt = null;
      this.receive({ type: 'timePassed' });
    });
  }
}
