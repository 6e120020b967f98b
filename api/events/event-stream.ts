import { Readable } from 'node:stream';

/** Characters that may wait for a slow reader; beyond that the stream ends, and the reader comes back where it was. */
const mostWaiting = 256 * 1024;

export interface StreamEvent {
  /** What Last-Event-ID names later. */
  id: string;
  /** Absent: only the id is moved on. */
  event?: string;
  data?: unknown;
}

/** An answer of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export class EventStream extends Readable {
  #ended = false;

  constructor(retryMs: number) {
    super({ highWaterMark: mostWaiting, encoding: 'utf8' });
    this.push(`retry: ${retryMs}\n\n`);
  }

  override _read(): void {
    // What there is has been pushed already.
  }

  send({ id, event, data }: StreamEvent): void {
    if (this.#ended || this.destroyed) return;
    const lines = [`id: ${id}`];
    if (event !== undefined) lines.push(`event: ${event}`, `data: ${JSON.stringify(data ?? {})}`);
    if (!this.push(`${lines.join('\n')}\n\n`)) this.destroy();
  }

  /** Ends in order; the reader comes back by itself. */
  end(): void {
    if (!this.#ended && !this.destroyed) this.push(null);
    this.#ended = true;
  }
}
