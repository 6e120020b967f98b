import { cast } from '../support/authorisation/access-cast.ts';
import { bodyOf } from './check-answer.ts';
import { fuzzOperations } from './fuzz-operations.ts';
import { answerOf, requestOf } from './fuzz-request.ts';
import type { FuzzWorld } from './fuzz-world.ts';

const nothing = {
  params: {},
  query: [],
  contentType: 'application/json',
  credential: 'session',
  spoilt: null,
} as const;

/** Cases of both desks, so that there is something to ask about from the first request on. */
export async function warmUp(base: string, world: FuzzWorld): Promise<void> {
  const submit = fuzzOperations.find(({ operationId }) => operationId === 'submitComplaint');
  const senders = cast.filter(({ role }) => role === 'submitter');
  const roster = fuzzOperations.find(({ operationId }) => operationId === 'putRoster');
  if (!submit || !roster) return;
  // Few enough that the two of the cast are given cases.
  const rosters = { 'tier-1': ['petugas-a', 'petugas-b'], 'tier-2': ['petugas-q', 'petugas-r'] };
  for (const [tier, agentIds] of Object.entries(rosters)) {
    const draft = { ...nothing, query: [], headers: {}, params: { id: 'layanan', tier }, body: { agentIds } };
    const supervisor = cast.find(({ id }) => id === 'pengawas') ?? null;
    await answerOf(base, requestOf(roster, draft, await world.proofOf(supervisor, 'session', 'putRoster')), false);
  }
  for (const [index, systemId] of ['sipd', 'kas', 'simpeg', 'sipd', 'kas', 'espt'].entries()) {
    for (const sender of senders) {
      const body = { systemId, category: 'login', title: `Masalah ${index}`, description: sender.id };
      const draft = { ...nothing, query: [], body, headers: {} };
      const request = requestOf(submit, draft, await world.proofOf(sender, 'session', 'submitComplaint'));
      const answer = await answerOf(base, request, false);
      world.pool.learn({ operationId: 'submitComplaint', path: '/v1/complaints' }, {}, bodyOf(answer));
    }
  }
}
