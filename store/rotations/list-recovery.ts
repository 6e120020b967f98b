import type { CaseView } from '../../workflows/complaint/complaint-types.ts';
import { turnRequestId } from '../../workflows/kernel/workflow-ids.ts';
import type { RotationState, RotationView } from '../../workflows/rotation/rotation-types.ts';
import type { OpenCase } from '../cases/case-repository.ts';
import type { Store } from '../store.ts';

type Assignment = RotationState['assignments'][number];
type Waiting = RotationState['waiting'][number];
type Stores = Pick<Store, 'cases' | 'turns'>;

/** More turns than are dealt between two recordings of the lists. */
const mostTurns = 100_000;

/**
 * The state of a rotation that was lost while its recorded lists were behind it: with the turns that were dealt since, and
 * with the desk's cases as they are in the read model, so that no place is held for a case that has given it back and
 * nobody who waits is forgotten (ADR 0035).
 */
export async function recoveredState(stores: Stores, { listsSeq = 0, state }: RotationView): Promise<RotationState> {
  const { deskId, tier } = state;
  const [cases, turns] = await Promise.all([
    stores.cases.openOfDesk(deskId),
    stores.turns.list({ deskId, tier }, { after: listsSeq, limit: mostTurns }),
  ]);
  const open = new Map(cases.filter((each) => each.tier === tier).map((each) => [each.caseId, each]));
  const since = turns.map(({ agentId, attempt, caseId, requestId, seq }) => ({
    ...{ agentId, attempt, caseId, requestId, seq, workflowId: '' },
  }));
  const assignments = await held(stores, [...state.assignments, ...since], open);
  const answered = new Set([...state.assignments, ...since].map(({ requestId }) => requestId));
  const waiting = await waitingAmong(stores, state, open, answered);
  return { ...state, assignments, waiting };
}

/** Of each case the place that it has now. */
async function held(stores: Stores, all: Assignment[], open: Map<string, OpenCase>): Promise<Assignment[]> {
  const latest = new Map(all.filter(({ caseId }) => open.has(caseId)).map((each) => [each.caseId, each]));
  const found = await Promise.all(
    [...latest.values()].map(async (each) => {
      if (each.workflowId !== '' && open.get(each.caseId)?.agentId === each.agentId) return each;
      const view = await stores.cases.find(each.caseId);
      return view?.attempt === each.attempt ? { ...each, workflowId: view.workflowId } : [];
    }),
  );
  return found.flat();
}

/** Who waited, and who has come since; whose request has been answered does not wait. */
async function waitingAmong(
  stores: Stores,
  { tier, waiting }: RotationState,
  open: Map<string, OpenCase>,
  answered: ReadonlySet<string>,
): Promise<Waiting[]> {
  const known = waiting.filter(
    ({ caseId, requestId }) => open.get(caseId)?.agentId === null && !answered.has(requestId),
  );
  const knownCases = new Set(known.map(({ caseId }) => caseId));
  const others = [...open.values()].filter(({ agentId, caseId }) => agentId === null && !knownCases.has(caseId));
  const views = await Promise.all(others.map(({ caseId }) => stores.cases.find(caseId)));
  const joined = views.flatMap((view) => (view !== null && isAsking(view) ? [requestOf(view, tier)] : []));
  return [...known, ...joined.filter(({ requestId }) => !answered.has(requestId))].sort(
    (one, other) => one.since - other.since,
  );
}

function isAsking({ agentId, status }: CaseView): boolean {
  return agentId === null && (status === 'received' || status === 'escalating');
}

function requestOf(
  { attempt, caseId, formerAgentIds, updatedAt, workflowId }: CaseView,
  tier: RotationState['tier'],
): Waiting {
  return {
    requestId: turnRequestId({ caseId, tier, attempt }),
    ...{ caseId, workflowId, attempt, preferredAgentId: null, supersedes: null },
    // Whoever had it before is passed over, as when the case asks itself.
    excludedAgentIds: formerAgentIds.slice(-1),
    since: Date.parse(updatedAt),
  };
}
