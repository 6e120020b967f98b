import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { dataConverter } from '../../../codec/data-converter.ts';
import type { HistoryVerdict, RotationLog, WorkflowRun } from '../check/observations.ts';
import { rotationLogs } from './rotation-log.ts';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

export interface EngineRuns {
  runs: WorkflowRun[];
  histories: HistoryVerdict[];
  rotations: Omit<RotationLog, 'assignments'>[];
}

const parallel = 8;

/** Every run that Temporal knows, replayed one after the other with the workflows of `bundlePath`. */
export async function readEngine(client: Client, bundlePath: string): Promise<EngineRuns> {
  quietRuntime();
  const runs = await listRuns(client);
  const rotationHistories: { run: WorkflowRun; history: History }[] = [];
  const verdicts = new Map<string, HistoryVerdict>();
  const fetched = async function* () {
    for await (const { history, run } of historiesOf(client, runs)) {
      const { runId, workflowId } = run;
      const events = history.events?.length ?? 0;
      verdicts.set(runId, { workflowId, runId, events, replayError: null, nondeterminism: nondeterminismIn(history) });
      if (run.type === 'rotation') rotationHistories.push({ run, history });
      yield { workflowId, history };
    }
  };
  for await (const { error, runId } of Worker.runReplayHistories(
    { workflowBundle: { codePath: bundlePath }, dataConverter: dataConverter([]) },
    fetched(),
  )) {
    const verdict = verdicts.get(runId);
    if (verdict && error) verdict.replayError = error.message;
  }
  return { runs, histories: [...verdicts.values()], rotations: await rotationLogs(rotationHistories) };
}

export async function listRuns(client: Client, query?: string): Promise<WorkflowRun[]> {
  const runs: (WorkflowRun & { startTime: Date })[] = [];
  for await (const { memo, runId, startTime, status, type, workflowId } of client.workflow.list({
    query,
    pageSize: 1_000,
  }))
    runs.push({ workflowId, runId, type, status: status.name, caseId: caseIdIn(memo), startTime });
  return runs.sort((one, other) => one.startTime.getTime() - other.startTime.getTime());
}

function caseIdIn(memo: Record<string, unknown> | undefined): string | null {
  return typeof memo?.['caseId'] === 'string' ? memo['caseId'] : null;
}

/** A few at a time, in order. */
async function* historiesOf(client: Client, runs: WorkflowRun[]) {
  for (let from = 0; from < runs.length; from += parallel) {
    const some = runs.slice(from, from + parallel);
    const histories = await Promise.all(
      some.map(({ runId, workflowId }) => client.workflow.getHandle(workflowId, runId).fetchHistory()),
    );
    for (const [index, run] of some.entries()) yield { run, history: histories[index] as History };
  }
}

/** The history of one run as a file that the Temporal UI and CLI read. */
export async function historyText(client: Client, { runId, workflowId }: { runId?: string; workflowId: string }) {
  return historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory());
}

function nondeterminismIn({ events }: History): string | null {
  for (const { workflowTaskFailedEventAttributes: failed } of events ?? []) {
    const message = failed?.failure?.message ?? '';
    if (/nondeterminis|determinismviolation|TMPRL1100/i.test(message)) return message;
  }
  return null;
}

let isQuiet = false;

/** The SDK's own words about replaying would drown the table. */
export function quietRuntime(): void {
  const logging = { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) };
  if (!isQuiet) Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging } });
  isQuiet = true;
}
