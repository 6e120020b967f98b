import { countedEntries } from '../../publishing/case-figures.ts';
import type { CaseRecord } from '../../workflows/complaint/complaint-publishing-types.ts';
import type { OfficeServerActivities } from '../../workflows/office-server/office-server-activity-port.ts';
import type { RotationActivities } from '../../workflows/rotation/rotation-activity-port.ts';

/** One thing that a worker has counted or seen; labels are few and never ids of cases or people. */
export interface Figure {
  name: keyof typeof figureKinds;
  value: number;
  labels: Record<string, string>;
}

/** Every figure of the workers, its kind and what it means. */
export const figureKinds = {
  giliran_turns: { kind: 'counter', help: 'Turns that a rotation has dealt.' },
  giliran_turns_waiting: { kind: 'gauge', help: 'Cases that wait for an agent, as the rotation last said.' },
  giliran_case_events: { kind: 'counter', help: 'What happened to cases, by the type of timeline entry.' },
  giliran_assigned_after_seconds: { kind: 'histogram', help: 'From the first report of a case to its first agent.' },
  giliran_leases: { kind: 'gauge', help: 'Sessions on an office server, as its workflow last said.' },
  giliran_lease_queue: { kind: 'gauge', help: 'Who waits for an office server, as its workflow last said.' },
} as const;

type DealTurns = Parameters<RotationActivities['dealTurns']>[0];
type RecordRotation = Parameters<RotationActivities['recordRotation']>[0];
type PublishSessions = Parameters<OfficeServerActivities['publishSessions']>[0];

const readers: Record<string, (input: never) => Figure[]> = {
  dealTurns: ({ grants, view }: DealTurns) => [
    { name: 'giliran_turns', value: grants.filter(({ seq }) => seq !== null).length, labels: rotationLabels(view) },
    waitingFigure(view),
  ],
  recordRotation: (view: RecordRotation) => [waitingFigure(view)],
  publishSessions: ({ view: { queue, serverId, sessions } }: PublishSessions) => [
    { name: 'giliran_leases', value: sessions.length, labels: { server: serverId } },
    { name: 'giliran_lease_queue', value: queue.length, labels: { server: serverId } },
  ],
};

function rotationLabels({ deskId, tier }: RecordRotation) {
  return { desk: deskId, tier };
}

function waitingFigure(view: RecordRotation): Figure {
  const value = 'head' in view ? view.waitingCount : view.waiting.length;
  return { name: 'giliran_turns_waiting', value, labels: rotationLabels(view) };
}

/** What an activity that has been done says about the desk, told by its input. */
export function figuresOf(activityType: string, input: unknown): Figure[] {
  return readers[activityType]?.(input as never) ?? [];
}

/** What the desk learns from what has been told of a case. */
export function figuresOfCase(record: CaseRecord): Figure[] {
  return countedEntries(record).flatMap(({ assignedAfterSeconds: value, labels }): Figure[] => {
    const happened: Figure = { name: 'giliran_case_events', value: 1, labels };
    if (value === undefined) return [happened];
    return [happened, { name: 'giliran_assigned_after_seconds', value, labels: { desk: labels.desk } }];
  });
}
