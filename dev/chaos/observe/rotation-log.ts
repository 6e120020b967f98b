import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { rotationEvent } from '../../../workflows/rotation/rotation-guard.ts';
import { payloadCodec } from '../../../codec/data-converter.ts';
import type { RotationEvent, RotationInput } from '../../../workflows/rotation/rotation-types.ts';
import { grouped } from '../check/grouping.ts';
import type { RotationLog, WorkflowRun } from '../check/observations.ts';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];
type Payload = Parameters<typeof defaultPayloadConverter.fromPayload>[0];

/** What each rotation began with and what reached it, over all its runs, which come in the order of their start. */
export async function rotationLogs(
  all: { run: WorkflowRun; history: History }[],
): Promise<Omit<RotationLog, 'assignments'>[]> {
  for (const { history } of all) await expand(history);
  return [...grouped(all, ({ run }) => run.workflowId).values()].flatMap((runs) => {
    const input = inputOf(runs[0]?.history);
    if (!input) return [];
    const { deskId, state, tier } = input;
    return {
      ...{ deskId, tier, runs: runs.length, seq: state.seq, capacity: state.defaultCapacity },
      agentIds: state.roster.map(({ agentId }) => agentId),
      events: runs.flatMap(({ history }) => eventsOf(history)),
    };
  });
}

/** What is large is compressed; the harness uses no keys. */
async function expand(history: History): Promise<void> {
  for (const event of history.events ?? []) {
    const holders = [
      event.workflowExecutionStartedEventAttributes?.input,
      event.workflowExecutionSignaledEventAttributes?.input,
      event.activityTaskCompletedEventAttributes?.result,
    ];
    for (const holder of holders)
      if (holder?.payloads) holder.payloads = await payloadCodec([]).decode(holder.payloads);
  }
}

function inputOf(history: History | undefined): RotationInput | null {
  const payload = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  return payload ? defaultPayloadConverter.fromPayload<RotationInput>(payload) : null;
}

/**
 * In the order in which the workflow hears of them. Of what came since the last completed workflow task it hears signals
 * first, then what activities answered and which timers fired.
 */
function eventsOf(history: History): RotationLog['events'] {
  const heard: RotationLog['events'] = [];
  let signals: RotationLog['events'] = [];
  let others: RotationLog['events'] = [];
  for (const event of history.events ?? []) {
    const at = timeOf(event);
    const signal = signalIn(event);
    if (signal) signals.push({ event: signal, at });
    others.push(...otherwiseHeard(event).map((each) => ({ event: each, at })));
    if (!event.workflowTaskCompletedEventAttributes) continue;
    heard.push(...signals, ...others);
    [signals, others] = [[], []];
  }
  return [...heard, ...signals, ...others];
}

function signalIn({ workflowExecutionSignaledEventAttributes: signaled }: HistoryEvent): RotationEvent | null {
  if (!signaled) return null;
  const payload = signaled.input?.payloads?.[0];
  return rotationEvent(signaled.signalName ?? '', payload ? decoded(payload) : undefined);
}

function otherwiseHeard({
  activityTaskCompletedEventAttributes: done,
  timerFiredEventAttributes: fired,
}: HistoryEvent) {
  if (fired) return [{ type: 'absencesEnded' } as const];
  const payload = done?.result?.payloads?.[0];
  const gone = payload ? (decoded(payload) as { undeliverableRequestIds?: string[] } | null) : null;
  return (gone?.undeliverableRequestIds ?? []).map((requestId) => ({ type: 'released', requestId }) as const);
}

/** Somebody may have sent what is no JSON. */
function decoded(payload: Payload): unknown {
  try {
    return defaultPayloadConverter.fromPayload(payload);
  } catch {
    return undefined;
  }
}

function timeOf({ eventTime }: HistoryEvent): number {
  return Number(eventTime?.seconds ?? 0) * 1_000 + (eventTime?.nanos ?? 0) / 1_000_000;
}
