import { performance } from 'node:perf_hooks';
import { caseStartOptions } from '../../../api/engine/case-start-options.ts';
import { demoDeskId } from '../../../dev/seed/demo-data.ts';
import type { Store } from '../../../store/store.ts';
import type { Lane, LaneStart } from '../bench-types.ts';
import { newCaseStart } from '../load/case-source.ts';
import { measureRound } from '../lanes/measure-round.ts';
import { plainCase, plainEntries, plainTimeline, plainView, type PlainCase } from '../plain/plain-case.ts';
import type { BenchStack } from '../stack/bench-stack.ts';
import { laneQueues, startLaneWorker } from '../stack/lane-worker.ts';
import { actionBy } from '../load/agent-action.ts';

/**
 * The limit of engine and store for the same information: a workflow that does nothing gets the calls that a case gets
 * (start, one signal, two updates), and the client writes the documents of the read model itself.
 *
 * @param writes `once` each document a single time, at the end; `perState` as people have to see it: with its agent, in
 *   progress, resolved
 */
export async function startFloorLane(bench: BenchStack, writes: 'once' | 'perState' = 'once'): Promise<LaneStart> {
  const worker = await startLaneWorker(bench, 'floor');
  const name = writes === 'once' ? 'floor' : 'floor-states';
  const store = await bench.storeNamed(bench.laneDatabase(name));
  let seq = 0;
  const lane: Lane = {
    name,
    run: ({ cases, parallel }) => {
      const round = { lane: name, store, deskId: demoDeskId, roster: bench.roster, seqBefore: seq };
      return measureRound(bench, { ...round, cases, parallel, pids: [worker.pid] }, async () => {
        seq += 1;
        return runCase(bench, store, { seq, writes });
      });
    },
    end: () => worker.stop(),
  };
  return { lane };
}

async function runCase(
  { roster, stack }: BenchStack,
  store: Store,
  { seq, writes }: { seq: number; writes: 'once' | 'perState' },
) {
  const began = performance.now();
  const start = newCaseStart();
  const { facts, firstReport } = start;
  const { caseId } = firstReport.candidate;
  const agentId = roster[(seq - 1) % roster.length] ?? '';
  const documents = new CaseDocuments(store, plainCase(facts, firstReport, Date.now()), { seq, writes });
  const handle = await stack.client.workflow.start<(input: unknown) => Promise<void>>('floorCase', {
    ...caseStartOptions(start, laneQueues.floor),
    args: [{ facts, firstReport, previousCaseId: null }],
  });
  const requestId = `${caseId}/tier-1/1`;
  await handle.signal('turnGranted', { requestId, tier: 'tier-1', agentId, seq, deskId: demoDeskId });
  await documents.become({ status: 'assigned', agentId });
  const acknowledged = actionBy(agentId);
  await handle.executeUpdate('acknowledge', { updateId: acknowledged.actionId, args: [acknowledged] });
  await documents.become({ status: 'inProgress' });
  const resolved = actionBy(agentId);
  const resolutionId = resolved.actionId;
  await handle.executeUpdate('resolve', { updateId: resolutionId, args: [{ ...resolved, resolutionId }] });
  await documents.become({ status: 'resolved', resolutionId });
  return { caseId, ms: performance.now() - began };
}

/** The documents of one case: the case, its timeline entries, its turn. */
class CaseDocuments {
  readonly #store: Store;
  readonly #options: { seq: number; writes: 'once' | 'perState' };
  #case: PlainCase;
  readonly #times: number[];
  #written = 0;

  constructor(store: Store, first: PlainCase, options: { seq: number; writes: 'once' | 'perState' }) {
    this.#store = store;
    this.#options = options;
    this.#case = first;
    this.#times = [first.openedAt];
  }

  async become(change: Partial<PlainCase>): Promise<void> {
    const now = Date.now();
    const assigned = change.status === 'assigned' ? { assignedAt: now } : {};
    this.#case = { ...this.#case, ...assigned, ...change, updatedAt: now, version: this.#case.version + 1 };
    this.#times.push(now);
    if (this.#options.writes === 'perState' || change.status === 'resolved') await this.#write();
  }

  async #write(): Promise<void> {
    const { agentId, assignedAt, facts, firstReport } = this.#case;
    const { caseId } = firstReport.candidate;
    const steps = plainTimeline(this.#case).slice(0, this.#times.length);
    const entries = plainEntries(caseId, steps, this.#times).slice(this.#written);
    const isFirst = this.#written === 0;
    this.#written = steps.length;
    const { deskId, officeId, systemId } = facts;
    const turn = {
      ...{ deskId, tier: 'tier-1' as const, seq: this.#options.seq, requestId: `${caseId}/tier-1/1`, caseId },
      ...{ attempt: 1, agentId: agentId ?? '', at: new Date(assignedAt ?? 0).toISOString() },
    };
    await Promise.all([
      this.#store.timelines.append(entries, { place: { deskId, officeId, systemId } }),
      isFirst ? this.#store.turns.append([turn]) : undefined,
      this.#store.cases.record(plainView(this.#case, 'floor')),
    ]);
  }
}
