import { demoDeskId, demoPassword } from '../seed/demo-data.ts';
import { inAHurry } from './desk-in-a-hurry.ts';
import { forecast } from './rotation-forecast.ts';
import type { RotationRead } from './rotation-forecast.ts';
import { signIn } from './story-client.ts';
import type { StoryCase, Submission } from './story-client.ts';
import type { StoryJournal } from './story-journal.ts';
import { theSubmitterRates } from './story-rating.ts';
import { caseUntil, type Scene } from './story-scene.ts';
import { oneServer } from './story-sessions.ts';

/** Plays the whole story against a running instance. Differences go into the journal; only a refused call throws. */
export async function playStory(base: string, journal: StoryJournal): Promise<void> {
  const [admin, supervisor] = await Promise.all([
    signIn(base, 'admin', demoPassword),
    signIn(base, 'pengawas', demoPassword),
  ]);
  const scene = { base, journal, supervisor, run: Date.now().toString(36) };
  await inAHurry(admin, demoDeskId, async () => {
    const tier1 = await readRotation(scene, 'tier-1');
    const tier2 = await readRotation(scene, 'tier-2');
    const agents = forecast(tier1, 5);
    if (tier1.seq === 0) journal.check('fresh desk: the first turns', 'petugas-a … petugas-e', range(agents));
    const sames = await threeTimesTheSame(scene, tier1.seq, agents[0]);
    const others = await threeOthers(scene, agents.slice(1));
    const [third, ...tier2Agents] = forecast(tier2, 3);
    const second = others[0] ?? sames;
    const moved = await oneServer(scene, { first: sames, second }, { tier1: agents[4], tier2: third });
    const escalated = await escalations(scene, others.slice(0, 2), tier2Agents);
    await endings(scene, sames, { moved, others: [...others.slice(2), ...escalated] });
  });
}

const range = (names: readonly string[]): string => `${names[0]} … ${names.at(-1)}`;

function readRotation({ supervisor }: Scene, tier: string): Promise<RotationRead> {
  return supervisor.must<RotationRead>('GET', `/v1/desks/${demoDeskId}/rotations/${tier}`);
}

/** XYZ of office 123 sends the same problem three times at once. */
async function threeTimesTheSame(scene: Scene, seqBefore: number, agent?: string): Promise<StoryCase> {
  const { base, journal, supervisor, run } = scene;
  const xyz = await signIn(base, 'xyz', demoPassword);
  const body = {
    systemId: 'sipd',
    serverId: 'srv-123',
    category: 'login',
    title: `SIPD menolak kata sandi ${run}`,
    description: `Sejak pagi tidak bisa masuk ke SIPD lewat server lokal (${run}).`,
  };
  const answers = await Promise.all(
    ['id', 'en', 'id'].map(async (language) => ({
      asked: language,
      ...(await xyz.call<Submission>('POST', '/v1/complaints', { body, language })),
    })),
  );
  const statuses = answers.map(({ status }) => status).sort((a, b) => a - b);
  journal.check('XYZ sends the same problem three times at once', [200, 200, 201], statuses);
  const cases = new Set(answers.map((answer) => answer.body.complaint?.id));
  journal.check('  they make one case', 1, cases.size);
  const repeated = answers.filter(({ status }) => status === 200);
  for (const { asked, body: answer } of repeated) {
    journal.check(`  a repeated one gets advice in the caller's language`, asked, languageOf(answer.advice));
  }
  const id = answers[0]?.body.complaint?.id ?? '';
  const sames = await caseUntil(scene, id, (value) => value.agent !== null && value.reportCount === 3);
  journal.check('  the case keeps three reports', [3, 3], [sames.reportCount, sames.reports?.length]);
  journal.check('  it went to the agent whose turn it was', agent, sames.agent?.id);
  const turns = await supervisor.must<{ items: { complaintId: string }[] }>(
    'GET',
    `/v1/desks/${demoDeskId}/rotations/tier-1/turns?after=${seqBefore}`,
  );
  journal.check('  and took one turn', 1, turns.items.filter(({ complaintId }) => complaintId === id).length);
  // Which of the three comes first is chance: when it was the English one, a colleague asks in English.
  if (!repeated.some(({ asked }) => asked === 'en')) {
    const abc = await signIn(base, 'abc', demoPassword);
    const { status, body: answer } = await abc.call<Submission>('POST', '/v1/complaints', { body, language: 'en' });
    journal.check('  a colleague of XYZ too', [200, 'en'], [status, languageOf(answer.advice)]);
  }
  return sames;
}

/** Words that only one of the two languages has. */
function languageOf(advice = ''): string {
  if (/\b(laporan|terima kasih|sudah|anda)\b/i.test(advice)) return 'id';
  return /\b(report|thank you|already|your)\b/i.test(advice) ? 'en' : 'none';
}

/** Other people's other problems, one after the other. */
async function threeOthers(scene: Scene, agents: readonly string[]): Promise<StoryCase[]> {
  const { base, journal, run } = scene;
  const made: StoryCase[] = [];
  for (const [index, username] of ['abc', 'def', 'ghi'].entries()) {
    const person = await signIn(base, username, demoPassword);
    const body = {
      systemId: ['simpeg', 'espt', 'sipd'][index],
      // ABC is of office 123 too, and needs the same server as XYZ.
      ...(username === 'abc' ? { serverId: 'srv-123' } : {}),
      category: 'error',
      title: `Kendala ${username} ${run}`,
      description: `Halaman tidak terbuka setelah menyimpan data (${username}, ${run}).`,
    };
    const answer = await person.call<Submission>('POST', '/v1/complaints', { body });
    const assigned = await caseUntil(scene, answer.body.complaint.id, (value) => value.agent !== null);
    journal.check(
      `${username} sends another problem: a case, and the next turn`,
      [201, agents[index]],
      [answer.status, assigned.agent?.id],
    );
    made.push(assigned);
  }
  return made;
}

/** Tier 1 cannot solve two of them. */
async function escalations(scene: Scene, cases: StoryCase[], agents: readonly string[]): Promise<StoryCase[]> {
  const moved: StoryCase[] = [];
  for (const [index, { id, agent }] of cases.entries()) {
    const person = await signIn(scene.base, agent?.id ?? '', demoPassword);
    await person.must('POST', `/v1/complaints/${id}/acknowledge`, {});
    await person.must('POST', `/v1/complaints/${id}/escalate`, { reason: 'Perlu akses server' });
    const tier2 = await caseUntil(scene, id, (value) => value.tier === 'tier-2' && value.agent !== null);
    scene.journal.check(
      `${agent?.id} escalates: tier 2, and its next turn`,
      ['tier-2', agents[index]],
      [tier2.tier, tier2.agent?.id],
    );
    moved.push(tier2);
  }
  return moved;
}

/** Everything is solved, and XYZ is asked about it; the first case is watched until its reopen window is over. */
async function endings(
  scene: Scene,
  first: StoryCase,
  { moved, others }: { moved: StoryCase; others: StoryCase[] },
): Promise<void> {
  const { journal } = scene;
  const statuses: string[] = [];
  for (const each of others) statuses.push(await solved(scene, each));
  journal.check('their agents resolve all others', Array(statuses.length).fill('resolved'), statuses);
  journal.check(`${moved.agent?.id} resolves the third problem of the server`, 'resolved', await solved(scene, moved));
  await theSubmitterRates(scene, moved, 'xyz');
  const closed = await caseUntil(scene, first.id, (value) => value.status === 'closed');
  journal.check("XYZ's case closes when its reopen window is over", 'closed', closed.status);
}

async function solved({ base }: Scene, { agent, id }: StoryCase): Promise<string> {
  const person = await signIn(base, agent?.id ?? '', demoPassword);
  const act = (action: string, body: unknown) =>
    person.must<{ complaint: StoryCase }>('POST', `/v1/complaints/${id}/${action}`, body);
  await act('acknowledge', {});
  return (await act('resolve', { resolution: 'Sudah diperbaiki.' })).complaint.status;
}
