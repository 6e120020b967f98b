import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import type { Actor } from '../auth/actor.ts';
import { actorBy } from '../auth/authenticate.ts';
import { can } from '../auth/policy.ts';
import { createDirectory } from '../complaints/complaint-directory.ts';
import { operation, type Operation } from '../http/operation.ts';
import type { Locale } from '../locale/translate.ts';
import { presentNotification } from '../notifications/notification-presenter.ts';
import { EventStream, type StreamEvent } from './event-stream.ts';
import { FeedTail, type FeedItem } from './feed-tail.ts';
import { StreamLimits } from './stream-limits.ts';
import { StreamWatch } from './stream-watch.ts';

/** Milliseconds after which a reader comes back, and between two signs of life. */
const retryMs = 3_000;
const beatMs = 20_000;
/** A stream ends after so long, so that rights are looked at anew; some sooner than others. Milliseconds. */
const lifetimeMs = () => 300_000 + Math.random() * 60_000;

const lastEventId = z
  .string()
  .max(200)
  .regex(/^\d{13}-[\w.-]*$/, '1795482000000-beat')
  .meta({ description: 'The id of the last event that was seen; browsers send it by themselves.' });

/** GET /v1/events */
export function eventOperations(deps: ApiDeps): Operation[] {
  const tail = new FeedTail(deps.store);
  const limits = new StreamLimits();
  const watch = new StreamWatch();
  const directory = createDirectory(deps.store);
  const eventOf = async (item: FeedItem, actor: Actor, locale: Locale): Promise<StreamEvent | null> => {
    const id = `${item.recordedAt}-${item.key}`;
    if (item.kind === 'case') return can(actor, 'case.read', item.view) ? { id, ...caseEvent(item.view) } : null;
    if (item.notification.recipientId !== actor.id) return null;
    const data = await presentNotification({ store: deps.store, directory }, item.notification, locale);
    return { id, event: 'notification', data };
  };
  return [
    operation({
      method: 'get',
      path: '/v1/events',
      operationId: 'followEvents',
      summary: 'What happens, as it happens (server-sent events)',
      description: `Events \`complaint\` (id, number and state of a case that one may read), \`notification\` (one's own), \`reset\`
(something may have been missed: load anew) and \`ready\`. Within about two seconds, at least once: drop an id that was
seen. With \`Last-Event-ID\` it goes on where it was, for five minutes. It ends within seconds when the account, session or
token does.`,
      tag: 'Notifications',
      access: { action: 'event.follow' },
      request: { headers: z.looseObject({ 'last-event-id': lastEventId.optional() }) },
      responses: {
        200: { description: 'A stream without an end of its own.', contentType: 'text/event-stream', body: z.string() },
      },
      problems: ['too_many_streams'],
    }).handle(async ({ actor, headers, incoming, locale }) => {
      const leave = limits.enter(actor.id);
      const stream = new EventStream(retryMs);
      const since = headers['last-event-id'];
      const { authorization, cookie } = incoming?.headers ?? {};
      const mayGoOn = async () => hasRightsOf(await actorBy(deps, { authorization, cookie }), actor);
      const unwatch = watch.add({ mayGoOn, end: () => stream.end() });
      stream.once('close', unwatch);
      await follow({ tail, stream, since, stopping: deps.stopping, leave }, (item) => eventOf(item, actor, locale));
      return { status: 200, body: '', stream, headers: { 'X-Accel-Buffering': 'no' } };
    }),
  ];
}

/** Whether it is still the same person with the same rights; their name does not matter. */
function hasRightsOf(now: Actor | null, then: Actor): boolean {
  return now !== null && isDeepStrictEqual({ ...now, name: '' }, { ...then, name: '' });
}

/** Ids and state, no title: that is somebody's text. */
function caseEvent(view: Extract<FeedItem, { kind: 'case' }>['view']): Pick<StreamEvent, 'event' | 'data'> {
  const { agentId, caseId, number, overdue, status, tier, updatedAt, version } = view;
  return { event: 'complaint', data: { id: caseId, number, status, tier, agentId, overdue, updatedAt, version } };
}

interface Following {
  tail: FeedTail;
  stream: EventStream;
  since: string | undefined;
  stopping: AbortSignal | undefined;
  leave: () => void;
}

/** Feeds the stream until either side ends it. */
async function follow(
  { leave, since, stopping, stream, tail }: Following,
  eventOf: (item: FeedItem) => Promise<StreamEvent | null>,
): Promise<void> {
  let sending = Promise.resolve();
  const send = (items: FeedItem[]): void => {
    sending = sending.then(async () => {
      for (const item of items) {
        const event = await eventOf(item);
        if (event) stream.send(event);
      }
    });
    // The store is away: the reader comes back where it was.
    sending.catch(() => stream.destroy());
  };
  const reset = () => stream.send({ id: `${Date.now()}-reset`, event: 'reset' });
  const began = Date.now();
  const unlisten = await tail.listen((news) => (news === 'missed' ? reset() : send(news)));
  const missed = since === undefined ? [] : tail.since(Number(since.slice(0, 13)));
  if (missed === null) reset();
  else {
    stream.send({ id: `${since === undefined ? began : since.slice(0, 13)}-ready`, event: 'ready' });
    send(missed.filter(({ key, recordedAt }) => `${recordedAt}-${key}` !== since));
  }
  const beat = setInterval(() => stream.send({ id: `${Date.now()}-beat` }), beatMs);
  const life = setTimeout(() => stream.end(), lifetimeMs());
  const end = () => stream.end();
  stopping?.addEventListener('abort', end, { once: true });
  stream.once('close', () => {
    clearInterval(beat);
    clearTimeout(life);
    stopping?.removeEventListener('abort', end);
    unlisten();
    leave();
  });
}
