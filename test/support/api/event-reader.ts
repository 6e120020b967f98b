export interface SeenEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** Follows /v1/events as a browser would; `events` grows while it is open. */
export async function followEvents(
  url: string,
  credential: { cookie: string } | { authorization: string },
  lastEventId?: string,
) {
  const stop = new AbortController();
  const headers = {
    ...credential,
    'accept-language': 'en',
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  };
  const response = await fetch(`${url}/v1/events`, { headers, signal: stop.signal });
  const events: SeenEvent[] = [];
  let ended = false;
  const read = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      events.push(...blocks.flatMap((block) => parse(block) ?? []));
    }
  };
  const reading = read()
    .catch(() => undefined)
    .finally(() => (ended = true));
  return {
    response,
    events,
    named: (name: string) => events.filter(({ event }) => event === name),
    hasEnded: () => ended,
    async stop() {
      stop.abort();
      await reading;
    },
  };
}

function parse(block: string): SeenEvent | null {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const { id = '', event, data } = fields;
  return event === undefined || data === undefined
    ? null
    : { id, event, data: JSON.parse(data) as Record<string, unknown> };
}
