import { RotationModel } from '../../simulation/checks/rotation-model.ts';
import type { Observations, RotationLog, TurnRow, Violation } from './observations.ts';

/** I3: turns are 1..n without gap or double, and each went to whom a pure model names that hears what the rotation heard. */
export function checkTurns({ rotations, turns }: Observations): Violation[] {
  return rotations.flatMap((log) => {
    const name = `${log.deskId}/${log.tier}`;
    const dealt = turns
      .filter(({ deskId, tier }) => deskId === log.deskId && tier === log.tier)
      .sort((one, other) => one.seq - other.seq);
    return [...checkNumbers(name, dealt), ...checkAgents(name, log, dealt)];
  });
}

function checkNumbers(name: string, dealt: TurnRow[]): Violation[] {
  const wrong = dealt.findIndex(({ seq }, index) => seq !== index + 1);
  if (wrong < 0) return [];
  const seq = dealt[wrong]?.seq;
  const what = `turn ${seq} of ${name} stands where turn ${wrong + 1} should`;
  return [{ invariant: 'I3', what, caseId: dealt[wrong]?.caseId }];
}

function checkAgents(name: string, log: RotationLog, dealt: TurnRow[]): Violation[] {
  const expected = replayed(log);
  const violations: Violation[] = [];
  for (let index = 0; index < Math.max(expected.length, dealt.length); index += 1) {
    const [wanted, got] = [expected[index], dealt[index]];
    const isRight =
      wanted?.seq === got?.seq && wanted?.agentId === got?.agentId && wanted?.requestId === got?.requestId;
    if (isRight) continue;
    const what = `turn ${index + 1} of ${name} is ${told(got)}, the model says ${told(wanted)}`;
    violations.push({ invariant: 'I3', what, caseId: got?.caseId ?? wanted?.requestId.split('/')[0] });
    // From the first difference on everything is shifted.
    break;
  }
  return violations;
}

/** The turns that the model deals, in order. */
function replayed({ agentIds, capacity, events, seq }: RotationLog) {
  const model = new RotationModel(agentIds, capacity);
  model.seq = seq;
  const turns = new Map<number, { seq: number; requestId: string; agentId: string }>();
  for (const { at, event } of events) {
    for (const { agentId, requestId, seq: no } of model.feed(event, at)) {
      if (no !== null) turns.set(no, { seq: no, requestId, agentId });
    }
  }
  return [...turns.values()];
}

function told(turn: { requestId: string; agentId: string } | undefined): string {
  return turn ? `${turn.requestId} to ${turn.agentId}` : 'nothing';
}
