import type { Tier } from '../../../workflows/kernel/tier.ts';
import type { DeskInspection } from '../checks/desk-inspection.ts';
import type { TurnCheck } from '../checks/turn-check.ts';
import type { SimulatedNetwork } from '../world/simulated-network.ts';
import { waitFigures, type WaitFigures } from './wait-figures.ts';

interface TierFairness {
  turns: number;
  agents: number;
  min: number;
  max: number;
  spread: number;
  /** Turns of each, if all had always been there. */
  ideal: number;
  /** How far anybody is from an equal share of the turns that came while they could take one. */
  farthestFromShare: number;
}

export interface DeskFigures {
  cases: Record<string, number>;
  fairness: Record<Tier, TierFairness>;
  deadlines: Record<string, { met: number; missed: number }>;
  waits: Record<'turn' | 'acknowledge' | 'resolve', WaitFigures>;
  sessions: Record<string, number>;
  messages: Record<string, number>;
}

interface Sources {
  agents: { refused: number };
  servers: { asked: number; refused: number };
  network: SimulatedNetwork;
}

/** All figures of a simulated desk. */
export function deskFigures(inspection: DeskInspection, { agents, network, servers }: Sources): DeskFigures {
  const { figures, ledger, sessions, turns } = inspection;
  const told = (type: string): number => figures.entries.get(type) ?? 0;
  const ends = [...inspection.sessionEnds.values()];
  const ended = (how: string): number => ends.filter((each) => each === how).length;
  const score = figures.scores.reduce((sum, each) => sum + each, 0) / Math.max(1, figures.scores.length);
  return {
    cases: {
      'reports received': ledger.received,
      'cases opened': figures.opened,
      'attached to a running case': told('reportAttached'),
      'most reports of one case': figures.maxReports,
      'follow an earlier case': figures.followed,
      'escalated by agent or supervisor': told('escalated by action'),
      'escalated by deadline': told('escalated by deadline'),
      'overdue in tier 2': told('overdue'),
      'not acknowledged in time': told('acknowledgementMissed'),
      'handed over for leave': told('handedOver'),
      'reassigned by hand': told('reassigned'),
      'asked the submitter': told('asked'),
      'not answered in time': told('answerMissed'),
      reopened: told('reopened'),
      withdrawn: told('withdrawn'),
      'reports withdrawn': told('reportWithdrawn'),
      merged: told('merged'),
      'merges that failed': told('mergeFailed'),
      rated: told('rated'),
      'mean rating': Math.round(score * 100) / 100,
      closed: told('closed'),
    },
    fairness: { 'tier-1': fairnessOf(turns['tier-1']), 'tier-2': fairnessOf(turns['tier-2']) },
    deadlines: Object.fromEntries([...figures.deadlines].sort(([one], [other]) => (one < other ? -1 : 1))),
    waits: {
      turn: waitFigures(figures.waits.turn),
      acknowledge: waitFigures(figures.waits.acknowledge),
      resolve: waitFigures(figures.waits.resolve),
    },
    sessions: {
      asked: servers.asked,
      'granted at once': sessions.figures.atOnce,
      waited: sessions.figures.waited,
      'longest queue': sessions.figures.longestQueue,
      extended: sessions.figures.extended,
      'given back': ended('released'),
      expired: ended('expired'),
      revoked: ended('revoked'),
      'left with the case': ended('caseLeft'),
      refused: servers.refused,
    },
    messages: {
      sent: network.messages,
      'delivered twice': network.repetitions,
      "agents' actions refused": agents.refused,
      'looks at the quiet desk': inspection.quietLooks,
    },
  };
}

function fairnessOf({ seq, shares, turns }: TurnCheck): TierFairness {
  const counts = [...turns.values()];
  const [min, max] = counts.length === 0 ? [0, 0] : [Math.min(...counts), Math.max(...counts)];
  const far = [...turns].map(([agentId, count]) => Math.abs(count - (shares.get(agentId) ?? 0)));
  return {
    ...{ turns: seq, agents: counts.length, min, max, spread: max - min },
    ideal: rounded(seq / Math.max(1, counts.length)),
    farthestFromShare: rounded(Math.max(0, ...far)),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
