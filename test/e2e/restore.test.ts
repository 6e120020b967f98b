import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { afterAll, expect, it, vi } from 'vitest';
import { demoDeskId, demoPassword } from '../../dev/seed/demo-data.ts';
import { startOwnInstance, type OwnInstance } from '../../dev/story/own-instance.ts';
import { signIn, type StoryCase, type StoryPerson, type Submission } from '../../dev/story/story-client.ts';

const run = promisify(execFile);
const kept = await mkdtemp(join(tmpdir(), 'giliran-backup-'));
let instance: OwnInstance | undefined;

afterAll(async () => {
  await instance?.stop();
  await rm(kept, { recursive: true, force: true });
}, 60_000);

const start = async (dataDir?: string) => (instance = await startOwnInstance(() => undefined, dataDir));

/** As `cp -a` does: owners, times and links as they were. */
const copy = (from: string, to: string) => run('cp', ['-a', from, to]);

const problemOf = (title: string) => ({ systemId: 'sipd', category: 'login', title, description: `Rincian: ${title}` });

async function complain(xyz: StoryPerson, title: string): Promise<StoryCase> {
  const { body: answer } = await xyz.call<Submission>('POST', '/v1/complaints', { body: problemOf(title) });
  return vi.waitFor(
    async () => {
      const { complaint } = await xyz.must<{ complaint: StoryCase }>('GET', `/v1/complaints/${answer.complaint.id}`);
      expect(complaint.agent).not.toBeNull();
      return complaint;
    },
    { timeout: 30_000, interval: 200 },
  );
}

/** Everything that a supervisor can read about the desk's cases and turns. */
async function allOf({ base }: OwnInstance) {
  const supervisor = await signIn(base, 'pengawas', demoPassword);
  const { items } = await supervisor.must<{ items: StoryCase[] }>('GET', '/v1/complaints?limit=100');
  const turns = await supervisor.must<{ items: unknown[] }>('GET', `/v1/desks/${demoDeskId}/rotations/tier-1/turns`);
  const cases = items.map(async ({ id }) => [
    await supervisor.must('GET', `/v1/complaints/${id}`),
    await supervisor.must('GET', `/v1/complaints/${id}/timeline`),
    await supervisor.must('GET', `/v1/complaints/${id}/messages`),
  ]);
  return { turns: turns.items, cases: await Promise.all(cases) };
}

/** What the instance's API was started with of its engines. */
async function enginesOf({ dataDir }: OwnInstance): Promise<NodeJS.ProcessEnv> {
  const processes = JSON.parse(await readFile(join(dataDir, 'processes.json'), 'utf8')) as {
    pid: number;
    name: string;
  }[];
  const { pid } = processes.find(({ name }) => name === 'API') ?? { pid: 0 };
  const pairs = (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0').map((pair) => pair.split(/=(.*)/s, 2));
  return Object.fromEntries(pairs.filter(([name]) => /^(MONGODB|TEMPORAL)_/.test(name ?? ''))) as NodeJS.ProcessEnv;
}

/** Runs one of the product's commands against the instance, as the runbook says. */
async function command(of: OwnInstance, main: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...(await enginesOf(of)) };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', main, ...args], { env });
  return stdout;
}

/** Until the escalated case has published all by itself: what it has given others to publish it tells again (ADR 0032). */
async function untilPublishedItself(of: OwnInstance): Promise<void> {
  const connection = await Connection.connect({ address: (await enginesOf(of))['TEMPORAL_ADDRESS'] });
  const { workflow } = new Client({ connection });
  const isPublished = async (): Promise<boolean> => {
    for await (const { workflowId } of workflow.list({ query: "WorkflowType = 'complaint'" })) {
      const { events = [] } = await workflow.getHandle(workflowId).fetchHistory();
      const sinceEscalation = events?.slice(events.findLastIndex(isEscalation)) ?? [];
      if (!sinceEscalation.some(isEscalation)) continue;
      const published = sinceEscalation.findLastIndex((event) => event.activityTaskCompletedEventAttributes);
      const heardOfIt = sinceEscalation.findLastIndex((event) => event.workflowTaskCompletedEventAttributes);
      if (published !== -1 && heardOfIt > published) return true;
    }
    return false;
  };
  try {
    await expect.poll(isPublished, { timeout: 60_000, interval: 500 }).toBe(true);
  } finally {
    await connection.close();
  }
}

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number];

const isEscalation = ({ workflowExecutionUpdateAcceptedEventAttributes: update }: HistoryEvent): boolean =>
  update?.acceptedRequest?.input?.name === 'escalate';

it(
  'what was copied while it was stopped comes back whole: cases, texts, turns, timelines; and it goes on from there',
  { timeout: 300_000 },
  async () => {
    const first = await start();
    const [xyz, agent] = await Promise.all(['xyz', 'petugas-a'].map((name) => signIn(first.base, name, demoPassword)));
    if (!xyz || !agent) throw new Error('nobody is signed in');
    const [one, two] = [await complain(xyz, 'Sandi ditolak'), await complain(xyz, 'Menu laporan hilang')];
    await agent.must('POST', `/v1/complaints/${one.id}/acknowledge`, {});
    const reply = { kind: 'reply', text: 'Sudah dicoba di komputer lain?' };
    expect((await agent.call('POST', `/v1/complaints/${one.id}/messages`, { body: reply })).status).toBe(201);
    await agent.must('POST', `/v1/complaints/${one.id}/resolve`, { resolution: 'Sandi diatur ulang.' });
    const before = await allOf(first);
    await first.stop({ keepsData: true });
    await copy(first.dataDir, join(kept, 'monday'));
    await rm(first.dataDir, { recursive: true });

    // The machine is lost; another one gets the copy.
    await copy(join(kept, 'monday'), join(kept, 'here'));
    const second = await start(join(kept, 'here'));
    expect(await allOf(second)).toEqual(before);
    expect(await command(second, 'api/admin-main.ts', 'verify-audit')).toContain('Histories: 2 of 2 are as they were');
    const again = await signIn(second.base, 'xyz', demoPassword);
    const three = await complain(again, 'Cetak SPT gagal');
    expect([two.agent?.id, three.agent?.id]).toEqual(['petugas-b', 'petugas-c']);
    const helper = await signIn(second.base, 'petugas-b', demoPassword);
    await helper.must('POST', `/v1/complaints/${two.id}/acknowledge`, {});
    await helper.must('POST', `/v1/complaints/${two.id}/escalate`, { reason: 'Perlu akses server' });
    const then = await vi.waitFor(
      async () => {
        const { complaint } = await again.must<{ complaint: StoryCase }>('GET', `/v1/complaints/${two.id}`);
        expect([complaint.tier, complaint.agent?.id]).toEqual(['tier-2', 'petugas-q']);
        return complaint;
      },
      { timeout: 30_000, interval: 200 },
    );
    // Nobody is answered with a report that is attached: the case publishes itself.
    const attached = await again.must<{ duplicate: boolean }>(
      'POST',
      '/v1/complaints',
      problemOf('Menu laporan hilang'),
    );
    expect(attached.duplicate).toBe(true);
    await untilPublishedItself(second);
    await second.stop({ keepsData: true });

    // The store alone is lost, and its copy is older than Temporal.
    const parts = (await readdir(join(kept, 'monday'))).filter((name) => ['postgres', 'mongod'].includes(name));
    expect(parts).toHaveLength(1);
    for (const part of parts) {
      await rm(join(kept, 'here', part), { recursive: true });
      await copy(join(kept, 'monday', part), join(kept, 'here', part));
    }
    const third = await start(join(kept, 'here'));
    expect(await command(third, 'worker/read-model/rebuild-main.ts')).toContain('The read model is as new');
    const afterwards = await signIn(third.base, 'xyz', demoPassword);
    const { complaint } = await afterwards.must<{ complaint: StoryCase }>('GET', `/v1/complaints/${two.id}`);
    expect(complaint).toMatchObject({ status: then.status, tier: 'tier-2', agent: { id: 'petugas-q' } });
    // Turns go on behind the last one that Temporal has dealt, not the store.
    expect((await complain(afterwards, 'Absensi tidak tercatat')).agent?.id).toBe('petugas-d');
    // What the store alone had since the copy is gone, and that is seen as soon as the case goes on.
    const tier2 = await signIn(third.base, 'petugas-q', demoPassword);
    await tier2.must('POST', `/v1/complaints/${two.id}/acknowledge`, {});
    await vi.waitFor(
      () =>
        expect(command(third, 'api/admin-main.ts', 'verify-audit')).rejects.toMatchObject({
          stdout: expect.stringContaining(`BROKEN: ${two.id}`) as string,
        }),
      { timeout: 30_000, interval: 500 },
    );
  },
);
