import { randomUUID } from 'node:crypto';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { caseSummary } from '../../workflows/kernel/case-labels.ts';
import { connectEngine } from '../../api/engine/engine-gateway.ts';
import type { Engine } from '../../api/engine/engine-types.ts';
import { EngineUnavailable } from '../../api/http/problem.ts';
import { complaintWorkflowId } from '../../workflows/kernel/workflow-ids.ts';
import { describeEngine, someReport, someStart } from '../support/engine/engine-contract.ts';

const namespace = 'default';
/** A queue without a worker. */
const complaintTaskQueue = `nobody-${randomUUID()}`;

let engine: Engine;
let connection: Connection;
let client: Client;
const started = new Set<string>();

beforeAll(async () => {
  const address = inject('temporalAddress');
  const real = connectEngine({ address, namespace, complaintTaskQueue, actionTimeoutMs: 700 });
  engine = {
    ...real,
    startCase: (start) => {
      started.add(complaintWorkflowId(start.facts));
      return real.startCase(start);
    },
  };
  connection = await Connection.connect({ address });
  client = new Client({ connection, namespace });
});

afterAll(async () => {
  await Promise.allSettled([...started].map((id) => client.workflow.getHandle(id).terminate('the test is over')));
  await Promise.all([engine.close(), connection.close()]);
});

describeEngine('the engine on Temporal', {
  engine: () => engine,
  endCase: async (workflowId) => void (await client.workflow.getHandle(workflowId).terminate('ended by the test')),
});

describe('a case in Temporal', () => {
  it('shows what it is about before any worker has seen it', async () => {
    const start = someStart();
    await engine.startCase(start);
    const description = await client.workflow.getHandle(complaintWorkflowId(start.facts)).describe();
    expect(description.memo).toEqual({ ...start.firstReport.candidate, deskId: 'layanan' });
    expect(description.searchAttributes).toMatchObject({
      ...{ DeskId: ['layanan'], OfficeId: ['123'], SystemId: ['sipd'], CaseStatus: ['received'], Tier: ['tier-1'] },
    });
    expect(await description.staticSummary()).toBe(`${start.firstReport.candidate.number} · Kantor 123 · SIPD · Judul`);
  });

  it('that was seen running gives no report to the one that follows it under the same ID', async () => {
    const start = someStart();
    const workflowId = complaintWorkflowId(start.facts);
    await engine.startCase(start);
    const handle = client.workflow.getHandle(workflowId);
    await handle.terminate('ended by the test');
    const others = connectEngine({ address: inject('temporalAddress'), namespace, complaintTaskQueue });
    await others.startCase({ ...start, firstReport: someReport() });
    await others.close();
    expect(await engine.attachToKnown({ workflowId, report: someReport() })).toBeNull();
    const { events } = await handle.fetchHistory();
    expect(events?.filter((event) => event.workflowExecutionSignaledEventAttributes)).toEqual([]);
  });

  it('has a summary of one line, however long the title', () => {
    const summary = caseSummary({ number: '1', officeName: 'a\nb', systemName: 'SIPD', title: '🚫'.repeat(300) });
    expect([...summary]).toHaveLength(200);
    expect(summary).not.toMatch(/\n/);
    expect(summary.endsWith('…')).toBe(true);
  });

  it('takes no signal for a rotation that does not run', async () => {
    const key = { deskId: `nope-${randomUUID()}`, tier: 'tier-1' as const };
    const signal = { name: 'rosterChanged' as const, message: { agentIds: [] } };
    expect(await engine.signalRotation(key, signal)).toBe('notRunning');
  });
});

/** Stands between the engine and Temporal: can be absent, silent, or let everything through. */
class Wire {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  port = 0;

  async open(mode: 'through' | 'silent'): Promise<void> {
    const [host = '', port = ''] = inject('temporalAddress').split(':');
    this.#server = createServer((socket) => {
      this.#keep(socket);
      if (mode === 'silent') return;
      const other = connect(Number(port), host);
      this.#keep(other);
      socket.pipe(other).pipe(socket);
    });
    await new Promise<void>((resolve) => void this.#server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket.on('error', () => socket.destroy()));
  }
}

describe('while Temporal is away', () => {
  it('every call is refused in time, and works again by itself when it is back', async () => {
    const wire = new Wire();
    await wire.open('through');
    const address = `127.0.0.1:${wire.port}`;
    const away = connectEngine({
      address,
      namespace,
      complaintTaskQueue,
      callTimeoutMs: 1_500,
      actionTimeoutMs: 1_500,
    });
    await away.ping(2_000);
    await wire.cut();

    const began = performance.now();
    const [workflowId, caseId] = ['complaint:123:x', 'c'];
    const calls = [
      away.startCase(someStart()),
      away.attachReport({ workflowId, report: someReport() }),
      away.describeCase(workflowId),
      away.act(
        { workflowId, caseId },
        { name: 'acknowledge', ref: { actionId: 'a', actor: { id: 'x', role: 'agent' } } },
      ),
      away.ping(1_000),
    ];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(EngineUnavailable) as unknown });
    }
    expect(performance.now() - began).toBeLessThan(2_500);

    await wire.open('through');
    await expect.poll(() => away.describeCase(workflowId).catch(() => 'away'), { timeout: 10_000 }).toBeNull();
    await away.close();
    await wire.cut();
  });

  it('a namespace that is not there (yet) is as good as no Temporal', async () => {
    const early = connectEngine({ address: inject('temporalAddress'), namespace: `nope-${randomUUID()}` });
    await expect(early.startCase(someStart())).rejects.toThrow(EngineUnavailable);
    await expect(early.describeCase('complaint:123:x')).rejects.toThrow(EngineUnavailable);
    await expect(early.ping(2_000)).rejects.toThrow(EngineUnavailable);
    await early.close();
  });

  it('a server that accepts and never answers does not hold anybody', async () => {
    const wire = new Wire();
    await wire.open('silent');
    const mute = connectEngine({ address: `127.0.0.1:${wire.port}`, namespace, callTimeoutMs: 300 });
    await expect(mute.ping(300)).rejects.toThrow(EngineUnavailable);
    await expect(mute.startCase(someStart())).rejects.toThrow(EngineUnavailable);
    await mute.close();
    await wire.cut();
  });
});
