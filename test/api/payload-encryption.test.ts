import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { Complaint, SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import { dataConverter } from '../../codec/data-converter.ts';
import { bundleWorkflows } from '../../worker/workflow-bundle.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

const keys = [{ id: '2026-11', key: randomBytes(32) }];
const title = 'Judul yang tidak boleh terbaca';

let stack: ComplaintStack;
let connection: Connection;
let complaint: Complaint & { workflow?: { id: string } };

interface CaseAnswer {
  complaint: Complaint & { workflow?: { id: string } };
}

beforeAll(async () => {
  const { code } = await bundleWorkflows({ sealed: true });
  stack = await startComplaintStack({ sealed: { keys, code } });
  connection = await Connection.connect({ address: inject('temporalAddress') });
  complaint = await resolvedCase();
});
afterAll(async () => {
  await connection.close();
  await stack.end();
});

/** Taken, refused once, and resolved: start, signal, update, failure, activity and query have all passed by. */
async function resolvedCase() {
  const xyz = await stack.as(stack.ids.submitters[0]);
  const supervisor = await stack.as(stack.ids.supervisorId);
  const problem = { systemId: stack.ids.systemId, category: 'login', title, description: 'x' };
  const { id } = (await xyz.post<SubmissionAnswer>('/v1/complaints', problem)).body.complaint;
  const read = async () => (await supervisor.get<CaseAnswer>(`/v1/complaints/${id}`)).body.complaint;
  await vi.waitFor(async () => expect((await read()).status).toBe('assigned'), { timeout: 20_000 });
  const agent = await stack.as((await read()).agent?.id ?? '');
  expect((await agent.post(`/v1/complaints/${id}/acknowledge`)).status).toBe(200);
  expect((await agent.post(`/v1/complaints/${id}/acknowledge`)).status).toBe(409);
  expect((await agent.post(`/v1/complaints/${id}/resolve`, { resolution: 'Beres' })).status).toBe(200);
  return read();
}

/** The history as Temporal keeps it, as one text. */
async function historyText(workflowId: string) {
  const history = await new Client({ connection }).workflow.getHandle(workflowId).fetchHistory();
  return JSON.stringify(JSON.parse(historyToJSON(history)));
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('with PAYLOAD_KEYS', () => {
  it('the whole of a case runs as ever, and Temporal has nothing to read', async () => {
    expect(complaint).toMatchObject({ status: 'resolved', title });
    const text = await historyText(complaint.workflow?.id ?? '');
    const plain = plainPayloads(text);
    expect(plain.map((payload) => payload.split(' ', 1)[0])).toEqual(expect.arrayContaining(['CaseStatus', 'DeskId']));
    for (const secret of [title, 'reporterId', 'actorId', stack.ids.submitters[0], 'json/plain']) {
      expect(plain.join('\n')).not.toContain(secret);
    }
    expect(text.split(base64('binary/encrypted')).length).toBeGreaterThan(10);
  });

  it('the messages of failures are among what is encrypted', async () => {
    const workflowId = `broken-${stack.desk.deskId}`;
    const { workflow } = new Client({ connection, dataConverter: dataConverter(keys) });
    const handle = await workflow.start('nothing of ours', { workflowId, taskQueue: stack.desk.queues.complaint });
    await vi.waitFor(async () => expect(await historyText(workflowId)).toContain('EVENT_TYPE_WORKFLOW_TASK_FAILED'), {
      timeout: 20_000,
    });
    await handle.terminate('seen');
    const text = await historyText(workflowId);
    expect(text).toContain('"message":"Encoded failure"');
    expect(text).not.toMatch(/"stackTrace":"[^"]/);
  });

  it('whoever has the key reads it with the same client, and nobody else', async () => {
    const workflowId = complaint.workflow?.id ?? '';
    const query = (client: Client) => client.workflow.getHandle(workflowId).query('__temporal_workflow_metadata');
    const reader = new Client({ connection, dataConverter: dataConverter(keys) });
    await expect(query(reader)).resolves.toMatchObject({
      currentDetails: expect.stringContaining('Resolved') as string,
    });
    const other = [{ id: '2026-11', key: randomBytes(32) }];
    await expect(query(new Client({ connection, dataConverter: dataConverter(other) }))).rejects.toThrow();
  });
});

describe('the codec for the Temporal UI', () => {
  const origin = 'http://127.0.0.1:8233';
  const sealed = { metadata: { encoding: base64('json/plain') }, data: base64('"Beres"') };

  it('encrypts and decrypts for a supervisor, from the page of the UI', async () => {
    const supervisor = await stack.as(stack.ids.supervisorId);
    const body = { payloads: [sealed] };
    const encoded = await supervisor.post<typeof body>('/v1/temporal-codec/encode', body, { origin });
    expect(encoded.status).toBe(200);
    expect(encoded.body.payloads[0]?.metadata.encoding).toBe(base64('binary/encrypted'));
    const decoded = await supervisor.post<typeof body>('/v1/temporal-codec/decode', encoded.body, { origin });
    expect(decoded).toMatchObject({ status: 200, body });
    expect(decoded.headers.get('access-control-allow-origin')).toBe(origin);
    expect(decoded.headers.get('access-control-allow-credentials')).toBe('true');
  });

  it('answers the question that the browser asks beforehand, to that page only', async () => {
    const ask = (from: string) =>
      fetch(`${stack.url}/v1/temporal-codec/decode`, {
        method: 'OPTIONS',
        headers: { origin: from, 'access-control-request-method': 'POST' },
      });
    const answer = await ask(origin);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-headers')).toContain('X-Namespace');
    expect((await ask('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses other pages, other people, and what it has no key for', async () => {
    const supervisor = await stack.as(stack.ids.supervisorId);
    const decode = '/v1/temporal-codec/decode';
    const elsewhere = await supervisor.post(decode, { payloads: [sealed] }, { origin: 'http://evil.example' });
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'cross_site' } });
    const agent = await stack.as(complaint.agent?.id ?? '');
    expect(await agent.post(decode, { payloads: [sealed] })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    const metadata = { encoding: base64('binary/encrypted'), 'encryption-key-id': base64('lost') };
    const lost = await supervisor.post(decode, { payloads: [{ metadata, data: base64('x') }] });
    expect(lost).toMatchObject({ status: 422, body: { code: 'unreadable_payload' } });
  });
});

/** The data of every payload that stands in the text unencrypted; search attributes always do. */
function plainPayloads(text: string): string[] {
  const found: string[] = [];
  JSON.parse(text, (name, value: { metadata?: { encoding?: string }; data?: string } | null) => {
    const encoding = value?.metadata?.encoding;
    if (encoding !== undefined && encoding !== base64('binary/encrypted')) {
      found.push(`${name} ${Buffer.from(value?.data ?? '', 'base64').toString('utf8')}`);
    }
    return value;
  });
  return found;
}
