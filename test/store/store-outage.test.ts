import { afterAll, afterEach, expect, inject, it } from 'vitest';
import { connectStore } from '../../store/connect-store.ts';
import { mongoReports } from '../../store/reports/report-mongo.ts';
import { StoreConnection } from '../../store/kernel/store-connection.ts';
import { StoreUnavailable } from '../../store/store-errors.ts';
import type { Store } from '../../store/store.ts';
import { buildReport } from '../support/builders/report-builder.ts';
import { openTcpGate, type TcpGate } from '../support/store/tcp-gate.ts';
import { dropDatabase, randomDatabaseName, withDatabase } from '../support/store/test-database.ts';

const uri = inject('mongodbUri');
const databaseName = randomDatabaseName();
const stores: Store[] = [];
const gates: TcpGate[] = [];

async function gateToStore(): Promise<TcpGate> {
  const { hostname, port } = new URL(uri);
  const gate = await openTcpGate({ host: hostname, port: Number(port) });
  gates.push(gate);
  return gate;
}

async function connectThrough(gate: TcpGate): Promise<Store> {
  const address = `mongodb://127.0.0.1:${gate.port}/?directConnection=true`;
  const store = await connectStore({ uri: address, databaseName, serverSelectionTimeoutMs: 500 });
  stores.push(store);
  return store;
}

async function millisecondsOf(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await call();
  return performance.now() - began;
}

const answers = (store: Store) =>
  expect.poll(
    () =>
      store.ping(500).then(
        () => true,
        () => false,
      ),
    { timeout: 15_000 },
  );

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(gates.splice(0).map((gate) => gate.shut()));
});

afterAll(() => dropDatabase(uri, databaseName));

it('starts while the store is down, says so at once, and serves with its indexes when the store comes', async () => {
  const gate = await gateToStore();
  await gate.shut();
  let store: Store | undefined;
  expect(await millisecondsOf(async () => (store = await connectThrough(gate)))).toBeLessThan(2_500);
  if (store === undefined) return;
  const { reports, ping } = store;
  expect(await millisecondsOf(() => expect(reports.find('any')).rejects.toThrow(StoreUnavailable))).toBeLessThan(100);
  await expect(reports.insert(buildReport())).rejects.toThrow(StoreUnavailable);
  await expect(ping(500)).rejects.toThrow(StoreUnavailable);
  await gate.open();
  await answers(store).toBe(true);
  const report = buildReport();
  expect(await reports.insert(report)).toBe('inserted');
  expect(await reports.insert(buildReport({ candidate: report.candidate }))).toBe('numberTaken');
  const made = await withDatabase(uri, databaseName, (database) => database.collection('reports').indexes());
  expect(made.some((index) => index.unique === true)).toBe(true);
});

it('says so within its time-outs when the store goes, and recovers when it is back', async () => {
  const gate = await gateToStore();
  const store = await connectThrough(gate);
  const report = buildReport();
  await store.reports.insert(report);
  await gate.shut();
  const refused = () => expect(store.reports.find(report.reportId)).rejects.toThrow(StoreUnavailable);
  expect(await millisecondsOf(refused)).toBeLessThan(2_500);
  expect(await millisecondsOf(refused)).toBeLessThan(2_500);
  await gate.open();
  await answers(store).toBe(true);
  expect(await store.reports.find(report.reportId)).toStrictEqual(report);
});

it('gives a store that has stopped answering five seconds, and a ping its own time', async () => {
  const gate = await gateToStore();
  const store = await connectThrough(gate);
  gate.hold();
  expect(await millisecondsOf(() => expect(store.ping(300)).rejects.toThrow(StoreUnavailable))).toBeLessThan(800);
  const calls = [() => store.reports.find('any'), () => store.reports.insert(buildReport())];
  const refused = () => Promise.all(calls.map((call) => expect(call()).rejects.toThrow(StoreUnavailable)));
  expect(await millisecondsOf(refused)).toBeLessThan(5_800);
  await gate.shut();
  await gate.open();
  await answers(store).toBe(true);
});

it('comes back though its driver has stopped looking for the store', async () => {
  const gate = await gateToStore();
  const address = `mongodb://127.0.0.1:${gate.port}/?directConnection=true`;
  const times = { serverSelectionTimeoutMs: 300, renewAfterMs: 1_000 };
  const connection = new StoreConnection({ uri: address, databaseName, ...times });
  const reports = mongoReports(connection.mongoose);
  await connection.start();
  try {
    await connection.guard(() => reports.find('any'));
    // What was seen in a process whose store was killed: the monitor waits for ever. The driver's inside, hence untyped.
    const { topology } = connection.mongoose.getClient() as unknown as { topology: Topology };
    for (const { monitor } of topology.s.servers.values()) monitor.close();
    await gate.shut();
    await expect(connection.ping(1_000)).rejects.toThrow(StoreUnavailable);
    await gate.open();
    const isBack = () =>
      connection.ping(1_000).then(
        () => true,
        () => false,
      );
    expect(await isBack()).toBe(false);
    await expect.poll(isBack, { timeout: 15_000 }).toBe(true);
    expect(await connection.guard(() => reports.find('any'))).toBeNull();
  } finally {
    await connection.close();
  }
});

interface Topology {
  s: { servers: Map<string, { monitor: { close(): void } }> };
}

it('refuses a malformed address at once', async () => {
  await expect(connectStore({ uri: 'http://127.0.0.1:27017' })).rejects.toThrow(/scheme/i);
});

it('closes while it is still trying to connect', async () => {
  const gate = await gateToStore();
  await gate.shut();
  const store = await connectThrough(gate);
  expect(await millisecondsOf(() => store.close())).toBeLessThan(2_500);
  await expect(store.reports.find('any')).rejects.toThrow(StoreUnavailable);
});
