import { demoPassword } from '../seed/demo-data.ts';
import { signIn } from './story-client.ts';
import type { StoryCase, StoryPerson, Submission } from './story-client.ts';
import { caseUntil, until, type Scene } from './story-scene.ts';

const server = '/v1/office-servers/srv-123';

interface StorySession {
  id: string;
  state: string;
  token?: number;
  position?: number;
  expiresAt?: string;
  holders?: { agent: { id: string }; complaintId: string; until: string }[];
}

/** A case with its agent, who asks for a session on its behalf. */
interface Asker {
  complaint: StoryCase;
  agent: StoryPerson;
}

/**
 * Two agents with two different problems need the one session on office 123's server; then a third. Resolves the first
 * case, and hands the third one to tier 2.
 */
export async function oneServer(
  scene: Scene,
  cases: { first: StoryCase; second: StoryCase },
  turns: { tier1?: string; tier2?: string },
): Promise<StoryCase> {
  const [one, two] = [await askerOf(scene, cases.first), await askerOf(scene, cases.second)];
  await theSecondWaits(scene, one, two);
  await onResolveTheNext(scene, one, two);
  const third = await aThirdCase(scene, turns.tier1);
  await onEscalationTheNext(scene, two, third);
  const tier2 = await caseUntil(scene, third.complaint.id, ({ tier, agent }) => tier === 'tier-2' && agent !== null);
  scene.journal.check('  and its case is with tier 2, and its next turn', turns.tier2, tier2.agent?.id);
  return tier2;
}

async function askerOf({ base }: Scene, complaint: StoryCase): Promise<Asker> {
  return { complaint, agent: await signIn(base, complaint.agent?.id ?? '', demoPassword) };
}

async function ask({ agent, complaint }: Asker) {
  const body = { complaintId: complaint.id };
  const { status, body: answer } = await agent.call<{ session: StorySession }>('POST', `${server}/sessions`, { body });
  return { status, session: answer.session };
}

/** The agent's session, as soon as it is in this state. */
async function sessionUntil(scene: Scene, { id }: StorySession, state: string): Promise<StorySession> {
  const path = `${server}/sessions/${id}`;
  return (await until<{ session: StorySession }>(scene, path, ({ session }) => session.state === state)).session;
}

async function theSecondWaits({ journal, supervisor }: Scene, one: Asker, two: Asker): Promise<void> {
  const [first, second] = [await ask(one), await ask(two)];
  journal.check('both agents ask for the one session on srv-123', [201, 202], [first.status, second.status]);
  const holder = { agent: one.agent.username, until: first.session.expiresAt };
  const [seen] = second.session.holders ?? [];
  journal.check(
    '  the second waits as 1, and sees by whom it is held and until when',
    [1, holder],
    [second.session.position, { agent: seen?.agent.id, until: seen?.until }],
  );
  const connections = await Promise.all(
    [one, two].map(({ agent }) => agent.call('GET', `${server}/sessions/${first.session.id}/connection`)),
  );
  journal.check(
    '  only the holder gets the connection file',
    [200, 403],
    connections.map(({ status }) => status),
  );
  const seenBySupervisor = await supervisor.must<{ sessions: unknown[]; queue: unknown[] }>('GET', server);
  const { sessions, queue } = seenBySupervisor;
  journal.check('  the supervisor sees who is on it and who waits', [1, 1], [sessions.length, queue.length]);
}

async function onResolveTheNext(scene: Scene, one: Asker, two: Asker): Promise<void> {
  const { journal } = scene;
  const path = `/v1/complaints/${one.complaint.id}`;
  const begun = await one.agent.must<{ complaint: StoryCase }>('POST', `${path}/acknowledge`, {});
  journal.check(`${one.agent.username} acknowledges XYZ's case`, 'inProgress', begun.complaint.status);
  const done = { resolution: 'Sudah diperbaiki lewat server kantor.' };
  const resolved = await one.agent.must<{ complaint: StoryCase }>('POST', `${path}/resolve`, done);
  const waiting = (await ask(two)).session;
  const granted = await sessionUntil(scene, waiting, 'granted');
  journal.check(
    '  on resolve the next is granted by itself',
    ['resolved', 'granted'],
    [resolved.complaint.status, granted.state],
  );
}

async function aThirdCase(scene: Scene, turn: string | undefined): Promise<Asker> {
  const { base, journal, run } = scene;
  const xyz = await signIn(base, 'xyz', demoPassword);
  const body = {
    systemId: 'espt',
    serverId: 'srv-123',
    category: 'server',
    title: `Basis data lokal penuh ${run}`,
    description: `Layanan di server lokal berhenti karena ruang simpan habis (${run}).`,
  };
  const sent = await xyz.call<Submission>('POST', '/v1/complaints', { body });
  const complaint = await caseUntil(scene, sent.body.complaint.id, ({ agent }) => agent !== null);
  journal.check('a third problem for the same server: the next turn', turn, complaint.agent?.id);
  return askerOf(scene, complaint);
}

/** The second gives the server back, the third gets it, and loses it with its case: the second had asked again. */
async function onEscalationTheNext(scene: Scene, two: Asker, third: Asker): Promise<void> {
  const { journal } = scene;
  const held = (await ask(two)).session;
  const waiting = (await ask(third)).session;
  const freed = await two.agent.call('DELETE', `${server}/sessions/${held.id}`);
  const granted = await sessionUntil(scene, waiting, 'granted');
  journal.check('  who is done gives it back, and the next has it', [204, 'granted'], [freed.status, granted.state]);
  const again = (await ask(two)).session;
  const reason = { reason: 'Perlu akses administrator server' };
  await third.agent.must('POST', `/v1/complaints/${third.complaint.id}/escalate`, reason);
  const next = await sessionUntil(scene, again, 'granted');
  const tokens = [held.token, granted.token, next.token].map((token) => Number(token) - Number(held.token));
  journal.check(
    '  a case escalates: its lease moves on, and each has a higher token',
    ['queued', 'granted', [0, 1, 2]],
    [again.state, next.state, tokens],
  );
}
