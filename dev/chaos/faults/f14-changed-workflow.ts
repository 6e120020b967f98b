import { checkUpgrade } from '../../../worker/upgrades/upgrade-check.ts';
import { complaintTaskQueue } from '../../../workflows/kernel/task-queues.ts';
import { sendMany } from '../client/send-many.ts';
import { probeRecovery } from '../client/probe-recovery.ts';
import { until } from '../client/until.ts';
import { quietRuntime } from '../observe/engine-runs.ts';
import { settle } from '../observe/settle.ts';
import { withStore } from '../observe/store-rows.ts';
import { changedBundle } from '../stack/changed-bundle.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

/**
 * F14: a changed workflow meets running cases. One that old cases would not make again is refused by replaying their
 * histories before it is deployed; one that branches on `patched` is deployed, and all of them go on.
 */
export const changedWorkflow: Fault = {
  id: 'F14',
  title: 'a changed workflow deployed over running ones',
  async run(context) {
    const { expect, injected, note, scale, stack } = context;
    const count = scale === 'full' ? 60 : 6;
    await sendMany(context, count, { clients: 6, perSecond: 10, repeats: 20 });
    await settle(stack, { limitMs: 60_000 });

    const careless = await changedBundle('careless', 'upsertMemo({ drill: true });');
    const refused = await upgradeCheck(context, careless);
    injected();
    note(
      `without a patch ${refused.failed} of ${refused.replayed} running cases would stick, and upgrade-check says so`,
    );
    const isRefused = refused.replayed > 0 && refused.failed === refused.replayed;
    expect(isRefused, `upgrade-check refuses ${refused.failed} of ${refused.replayed}`);

    const careful = await changedBundle('careful', "if (patched('drill')) upsertMemo({ drill: true });");
    const allowed = await upgradeCheck(context, careful);
    expect(allowed.failed === 0, `upgrade-check refuses ${allowed.failed} of ${allowed.replayed} behind a patch`);
    await deploy(context, careful);
    await resolveOldCases(context);
    await sendMany(context, count / 2, { clients: 6, perSecond: 10 });
  },
};

/** What `npm run upgrade-check` says of this bundle, over every running case. */
async function upgradeCheck({ stack }: FaultContext, codePath: string): Promise<{ replayed: number; failed: number }> {
  quietRuntime();
  const figures = await checkUpgrade({
    ...{ client: stack.client, bundle: { codePath }, queues: [complaintTaskQueue], mostOfEachType: Infinity },
    onFailure: () => undefined,
  });
  return figures.find(({ type }) => type === 'complaint') ?? { replayed: 0, failed: 0 };
}

/** All workers at once, as the worst of deployments does it. */
async function deploy(context: FaultContext, bundle: string): Promise<void> {
  const { injected, stack } = context;
  stack.productEnv['WORKFLOW_BUNDLE'] = bundle;
  const since = Date.now();
  await Promise.all(stack.workers.map((worker) => worker.kill()));
  injected();
  await probeRecovery(context, since);
}

async function resolveOldCases({ client, expect, note, stack }: FaultContext): Promise<void> {
  const supervisor = await client.person('pengawas');
  const open = await withStore(stack.storeUri, (rows) => rows('cases', { status: 'assigned' }));
  for (const { _id } of open.slice(0, 30)) {
    const body = { resolution: 'Selesai.' };
    const path = `/v1/complaints/${_id}/resolve`;
    const { status } = await supervisor.insist('POST', path, { body, timeoutMs: 30_000 });
    expect(status === 200 || status === 202, `a case from before was answered ${status}`, { caseId: _id });
  }
  const resolved = await until(60_000, async () => {
    const rows = await withStore(stack.storeUri, (all) => all('cases', { status: 'resolved' }));
    return rows.length >= Math.min(30, open.length) ? rows.length : null;
  });
  expect(resolved !== null, 'cases from before the change do not go on');
  note(`${resolved ?? 0} cases from before the change were resolved after it`);
}
