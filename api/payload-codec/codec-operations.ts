import type { Payload, PayloadCodec } from '@temporalio/common';
import { z } from 'zod';
import { payloadCodec } from '../../codec/data-converter.ts';
import type { ApiDeps } from '../api-deps.ts';
import { operation, type Operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';

/** Bytes as the JSON form of Temporal's messages writes them. */
const bytes = z.base64().max(4_000_000);

const payloadsSchema = z
  .strictObject({
    payloads: z
      .array(z.strictObject({ metadata: z.record(z.string().max(200), bytes).optional(), data: bytes.optional() }))
      .max(1_000),
  })
  .meta({
    id: 'Payloads',
    description: 'As in the JSON form of Temporal’s `Payloads`; bytes are base64.',
    example: { payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'Int9Ig==' }] },
  });

type Payloads = z.output<typeof payloadsSchema>;

/** What the Temporal UI asks a codec server for; without PAYLOAD_KEYS what is not compressed comes back as it is. */
export function codecOperations({ settings }: Pick<ApiDeps, 'settings'>): Operation[] {
  const codec = payloadCodec(settings.PAYLOAD_KEYS ?? []);
  const direction = (name: 'encode' | 'decode', summary: string, description: string): Operation =>
    operation({
      tag: 'Temporal UI',
      path: `/v1/temporal-codec/${name}`,
      method: 'post',
      operationId: `${name}Payloads`,
      summary,
      description,
      access: { action: 'payload.read' },
      forTemporalUi: true,
      request: { body: payloadsSchema },
      responses: { 200: { description: 'The payloads, in the same order.', body: payloadsSchema } },
      problems: ['cross_site', 'unreadable_payload'],
    }).handle(async ({ body }) => ({ status: 200, body: await translated(codec, name, body) }));
  return [
    direction(
      'decode',
      'Read what Temporal keeps encrypted or compressed',
      'For the Temporal UI, with the session of a supervisor.',
    ),
    direction('encode', 'Encrypt what is sent by hand', 'For signals that a supervisor types in the Temporal UI.'),
  ];
}

async function translated(codec: PayloadCodec, name: 'encode' | 'decode', body: Payloads) {
  const payloads = await codec[name](body.payloads.map(fromJson)).catch(() => {
    throw new Problem('unreadable_payload');
  });
  return { payloads: payloads.map(toJson) };
}

function fromJson({ metadata = {}, data = '' }: Payloads['payloads'][number]): Payload {
  const fields = Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')] as const);
  return { metadata: Object.fromEntries(fields), data: Buffer.from(data, 'base64') };
}

function toJson({ metadata, data }: Payload): Payloads['payloads'][number] {
  const fields = Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)] as const);
  return { metadata: Object.fromEntries(fields), data: base64(data) };
}

function base64(value: Uint8Array | null | undefined): string {
  return Buffer.from(value ?? []).toString('base64');
}
