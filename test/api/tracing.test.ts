import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import { startTracing } from '../../telemetry/tracing.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

const exporter = new InMemorySpanExporter();
const tracing = startTracing({ serviceName: 'giliran-test', endpoint: undefined, exporter });
let stack: ComplaintStack;

beforeAll(async () => {
  stack = await startComplaintStack({ traced: true });
});
afterAll(async () => {
  await stack.end();
  await tracing.stop();
});

const spansOf = (traceId: string) =>
  exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
const named = (spans: ReadableSpan[], name: string) => spans.find((span) => span.name === name);

function ancestorsOf(span: ReadableSpan | undefined, spans: ReadableSpan[]): string[] {
  const parent = spans.find((other) => other.spanContext().spanId === span?.parentSpanId);
  return parent ? [parent.spanContext().spanId, ...ancestorsOf(parent, spans)] : [];
}

it('one trace leads from the request through the workflow to the activity, and says nothing of its content', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const xyz = await stack.as(stack.ids.submitters[0]);
  const problem = { systemId: stack.ids.systemId, category: 'login', title: 'Rahasia', description: 'Rahasia' };
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
  const { body } = await xyz.post<SubmissionAnswer>('/v1/complaints', problem, { traceparent });
  await expect.poll(() => spansOf(traceId).map(({ name }) => name)).toContain('RunActivity:dealTurns');
  const spans = spansOf(traceId);
  const request = named(spans, 'POST /v1/complaints');
  const start = named(spans, 'StartWorkflow:complaint');
  const deal = named(spans, 'RunActivity:dealTurns');
  expect(request?.parentSpanId).toBe('b7ad6b7169203331');
  expect(request?.attributes).toMatchObject({
    'http.response.status_code': 201,
    'giliran.operation': 'submitComplaint',
  });
  expect(start?.parentSpanId).toBe(request?.spanContext().spanId);
  // What publishes the case follows from its start, by way of the rotation.
  expect(ancestorsOf(deal, spans)).toContain(start?.spanContext().spanId);
  expect(deal?.attributes['temporalWorkflowId']).toMatch(/^rotation:/);
  const told = JSON.stringify(spans.map(({ attributes, events, name }) => ({ attributes, events, name })));
  expect(told).not.toContain('Rahasia');
  expect(told).not.toContain(stack.ids.submitters[0]);
  expect(body.complaint.number).toBeTruthy();
});

it('what an agent does later is a trace of its own, down to what it led to', async () => {
  const traceId = '1af7651916cd43dd8448eb211c80319c';
  const supervisor = await stack.as(stack.ids.supervisorId);
  const read = async () =>
    (await supervisor.get<{ items: { id: string; agent: { id: string } | null }[] }>('/v1/complaints')).body.items[0];
  await expect.poll(async () => (await read())?.agent?.id).toBeTruthy();
  const complaint = await read();
  const agent = await stack.as(complaint?.agent?.id ?? '');
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
  await agent.post(`/v1/complaints/${complaint?.id}/resolve`, { resolution: 'Beres' }, { traceparent });
  const names = () => spansOf(traceId).map(({ name }) => name);
  await expect
    .poll(names)
    .toEqual(
      expect.arrayContaining([
        'POST /v1/complaints/:id/resolve',
        'StartWorkflowUpdate:resolve',
        'SignalWorkflow:released',
      ]),
    );
});
