/** What can be seen of a round from outside, once it is over. */
export interface RoundSeen {
  /** The cases of the round. */
  caseIds: readonly string[];
  cases: readonly { caseId: string; status: string; agentId: string | null }[];
  /** How often each case's history says that it was resolved. */
  resolutions: ReadonlyMap<string, number>;
  /** All turns after `seqBefore`. */
  turns: readonly { seq: number; caseId: string; agentId: string }[];
  /** The number of the last turn before the round. */
  seqBefore: number;
  /** Who takes turns, in order; the first turn ever went to the first of them. */
  roster: readonly string[];
}

/** What is wrong with a round, in sentences; a round with any of it is void. */
export function roundFaults(seen: RoundSeen): string[] {
  return [...caseFaults(seen), ...turnFaults(seen)];
}

/** @throws Error that says what is wrong: the figures of such a round mean nothing */
export function demandSound(lane: string, seen: RoundSeen): void {
  const faults = roundFaults(seen);
  if (faults.length === 0) return;
  const more = faults.length > 10 ? [`… and ${faults.length - 10} more`] : [];
  throw new Error([`a round of ${lane} is void:`, ...faults.slice(0, 10), ...more].join('\n  '));
}

function caseFaults({ caseIds, cases, resolutions, turns }: RoundSeen): string[] {
  const byId = new Map(cases.map((each) => [each.caseId, each]));
  return caseIds.flatMap((caseId) => {
    const found = byId.get(caseId);
    if (!found) return [`case ${caseId} is not in the read model`];
    const times = resolutions.get(caseId) ?? 0;
    const turn = turns.find((each) => each.caseId === caseId);
    return [
      ...(found.status === 'resolved' ? [] : [`case ${caseId} is ${found.status}`]),
      ...(times === 1 ? [] : [`case ${caseId} was resolved ${times} times`]),
      ...(turn === undefined || turn.agentId === found.agentId
        ? []
        : [`case ${caseId} is with ${found.agentId}, its turn went to ${turn.agentId}`]),
    ];
  });
}

function turnFaults({ caseIds, roster, seqBefore, turns }: RoundSeen): string[] {
  const faults: string[] = [];
  const sorted = [...turns].sort((one, other) => one.seq - other.seq);
  for (const [index, { agentId, seq }] of sorted.entries()) {
    const expected = seqBefore + index + 1;
    if (seq !== expected) return [...faults, `the turn after ${expected - 1} has the number ${seq}`];
    const whose = roster[(seq - 1) % roster.length];
    if (agentId !== whose) faults.push(`turn ${seq} went to ${agentId} instead of ${whose}`);
  }
  const served = new Map<string, number>();
  for (const { caseId } of sorted) served.set(caseId, (served.get(caseId) ?? 0) + 1);
  for (const caseId of caseIds) {
    const times = served.get(caseId) ?? 0;
    if (times !== 1) faults.push(`case ${caseId} got ${times} turns`);
    served.delete(caseId);
  }
  for (const caseId of served.keys()) faults.push(`a turn went to case ${caseId}, which is none of the round`);
  return faults;
}
