import type { Store } from '../../store/store.ts';
import { cells, type Cell, type Person } from '../support/authorisation/access-cast.ts';
import type { Caller } from './draft-types.ts';
import type { FuzzOperation } from './fuzz-operations.ts';

type Operation = Pick<FuzzOperation, 'operationId' | 'path' | 'isPublic'>;

interface Seen {
  status: number;
  params: Record<string, unknown>;
  body: unknown;
  /** That the request lacked nothing but, perhaps, the right. */
  isSound: boolean;
}

/** Refused before it was looked who asks: another site sent it, or the body could not even be read. */
const unread = [400, 403, 413, 415];

const sameRole = (a: Person, b: Person): boolean => a.role === b.role && a.tier === b.tier;
const anyDone = (chosen: Cell[]): boolean => chosen.some(({ expected }) => expected === 'done');

const cellsFor = (operationId: string, person: Person): Cell[] =>
  cells.filter((cell) => cell.operationId === operationId && sameRole(cell.person, person));

/** Whether the table lets somebody of this role do it to anything at all. */
export function mayEverDo(operationId: string, person: Person): boolean {
  return anyDone(cellsFor(operationId, person));
}

function reachesCase(operationId: string, person: Person): boolean {
  return cellsFor(operationId, person).some(({ expected }) => expected === 'refused by the case');
}

/** Whether the table lets somebody from another desk or office do it to something that is not theirs. */
function mayDoElsewhere(operationId: string, person: Person): boolean {
  return anyDone(cellsFor(operationId, person).filter((cell) => cell.person.isElsewhere && cell.kind !== 'own'));
}

/** By the role alone: what is wrong with how somebody was let in or kept out. */
export function roleFaults({ isPublic, operationId }: Operation, caller: Caller, { isSound, status }: Seen): string[] {
  if (isPublic) return [];
  if (!caller) {
    const refused = status === 401 || (!isSound && unread.includes(status));
    return refused ? [] : [`nobody is answered ${status} instead of 401`];
  }
  if (mayEverDo(operationId, caller)) return [];
  // Who reaches a case that refuses them hears that from the case; it is refused all the same.
  const byCase = reachesCase(operationId, caller) && status >= 400;
  const refused = byCase || [401, 403, 404].includes(status) || (!isSound && unread.includes(status));
  return refused ? [] : [`${caller.column} may never do it and is answered ${status}`];
}

interface Owners {
  deskId: string | null;
  officeId?: string;
  reporterIds?: string[];
}

/** Whose the thing is that the address names; null when it is nobody's, or not known (any more). */
async function ownersOf(store: Store, path: string, id: string): Promise<Owners | null> {
  if (path.startsWith('/v1/complaints/{id}')) {
    const found = await store.cases.find(id);
    if (!found) return null;
    // A report is in the store before its case has taken it in.
    const reports = await store.reports.ofCase(found.caseId);
    const reporterIds = [...found.reporterIds, ...reports.map(({ submitterId }) => submitterId)];
    return { deskId: found.deskId, officeId: found.officeId, reporterIds };
  }
  if (/^\/v1\/desks\/\{id\}\/(rotations|saved-replies)/.test(path)) return { deskId: id };
  if (path.startsWith('/v1/agents/{id}')) {
    const agent = await store.users.find(id);
    return agent && { deskId: agent.deskId };
  }
  if (path.startsWith('/v1/incidents/{id}')) {
    const incident = await store.incidents.find(id);
    return incident && { deskId: incident.deskId };
  }
  return null;
}

const deskOf = ({ isElsewhere }: Person): string => (isElsewhere ? 'lain' : 'layanan');
const officeOf = ({ isElsewhere }: Person): string => (isElsewhere ? '124' : '123');

/** What it did may have moved the case to another desk. */
const movesCases = ['correctComplaint'];

/** A report is recorded a moment after it was answered: looked at again before it is said. */
const usualPatienceMs = 10_000;

async function becomesTrue(condition: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  for (const until = Date.now() + patienceMs; ;) {
    if (await condition()) return true;
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** By whose it is: something of another desk or office was read or changed. */
export async function scopeFaults(
  store: Store,
  operation: Operation,
  caller: Caller,
  seen: Seen,
  patienceMs = usualPatienceMs,
): Promise<string[]> {
  const { operationId, path } = operation;
  const { id } = seen.params;
  if (!caller || seen.status >= 300 || movesCases.includes(operationId)) return [];
  if (operationId === 'listComplaints') return listFaults(store, caller, seen, patienceMs);
  if (typeof id !== 'string' || mayDoElsewhere(operationId, caller)) return [];
  const isTheirs = async (): Promise<boolean> => {
    const owners = await ownersOf(store, path, id);
    if (!owners || caller.role === 'admin') return true;
    if (caller.role !== 'submitter') return owners.deskId === deskOf(caller);
    if (operationId === 'attachReport') return owners.officeId === officeOf(caller);
    return owners.reporterIds === undefined || owners.reporterIds.includes(caller.id);
  };
  if (await becomesTrue(isTheirs, patienceMs)) return [];
  return [`${caller.column} is answered ${seen.status} about ${id}, which is not theirs`];
}

/** In the list of cases: no row of another desk, and for submitters none that they have not reported. */
async function listFaults(store: Store, caller: Person, { body }: Seen, patienceMs: number): Promise<string[]> {
  const { items } = body as { items: { id: string; deskId: string }[] };
  const faults: string[] = [];
  for (const { id, deskId } of items) {
    const isTheirs = async (): Promise<boolean> =>
      caller.role === 'submitter'
        ? ((await ownersOf(store, '/v1/complaints/{id}', id))?.reporterIds?.includes(caller.id) ?? true)
        : deskId === deskOf(caller);
    if (!(await becomesTrue(isTheirs, patienceMs))) faults.push(`${caller.column} is shown ${id}, which is not theirs`);
  }
  return faults;
}
