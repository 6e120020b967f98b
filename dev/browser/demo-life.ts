import { demoDeskId, demoPassword } from '../seed/demo-data.ts';
import { signIn } from '../story/story-client.ts';
import type { StoryCase, StoryPerson, Submission } from '../story/story-client.ts';
import { readUntil } from '../story/story-journal.ts';
import { complaints, sayings } from './demo-texts.ts';

type ComplaintName = keyof typeof complaints;

/** Where what pictures and tests look for is found. */
export interface DemoLife {
  cases: Record<ComplaintName, { id: string; number: string; agent: string }>;
  incidentId: string;
}

const settleMs = 60_000;

/** A morning of the demo desk, lived through the public API: cases in every state, an incident, a queue for a server. */
export async function furnishDemo(base: string): Promise<DemoLife> {
  const known = new Map<string, Promise<StoryPerson>>();
  const person = (username: string): Promise<StoryPerson> => {
    const signing = known.get(username) ?? signIn(base, username, demoPassword);
    known.set(username, signing);
    return signing;
  };
  const supervisor = await person('pengawas');
  const read = (id: string, wanted: (value: StoryCase) => boolean): Promise<StoryCase> =>
    readUntil(
      async () => (await supervisor.must<{ complaint: StoryCase }>('GET', `/v1/complaints/${id}`)).complaint,
      wanted,
      settleMs,
    );
  const send = async ({ by, ...body }: (typeof complaints)[ComplaintName]): Promise<StoryCase> => {
    const { complaint } = await post<Submission>(await person(by), '/v1/complaints', body);
    return read(complaint.id, ({ agent }) => agent !== null);
  };
  const act = async ({ id, agent }: StoryCase, action: string, body: unknown = {}): Promise<void> => {
    await post(await person(agent?.id ?? ''), `/v1/complaints/${id}/${action}`, body);
  };
  const give = async ({ id }: StoryCase, agentId: string): Promise<StoryCase> => {
    await post(supervisor, `/v1/complaints/${id}/reassign`, { agentId, reason: 'Menguasai sistem ini' });
    return read(id, ({ agent }) => agent?.id === agentId);
  };

  await setting(supervisor);
  const cases = {} as Record<ComplaintName, StoryCase>;
  // In this order, so that the turns of a run are those of every run.
  for (const [name, complaint] of Object.entries(complaints)) cases[name as ComplaintName] = await send(complaint);

  const first = cases.password.agent?.id ?? '';
  const { by: _by, ...same } = complaints.password;
  for (const username of ['xyz', 'abc']) await post(await person(username), '/v1/complaints', same);
  await act(cases.password, 'acknowledge');
  await act(cases.password, 'messages', { kind: 'note', text: sayings.note });
  await act(cases.password, 'messages', { kind: 'reply', text: sayings.reply });
  await post(await person('xyz'), `/v1/complaints/${cases.password.id}/messages`, {
    kind: 'reply',
    text: sayings.answer,
  });
  cases.receipt = await give(cases.receipt, first);
  cases.photo = await give(cases.photo, first);
  await act(cases.photo, 'acknowledge');
  await act(cases.photo, 'ask', { message: sayings.question });
  await act(cases.number, 'acknowledge');
  await act(cases.number, 'resolve', { resolution: sayings.solution });
  await act(cases.account, 'acknowledge');
  await act(cases.account, 'escalate', { reason: sayings.escalation });
  await act(cases.budget, 'acknowledge');
  for (const { id, agent } of [cases.password, cases.budget]) {
    const body = { complaintId: id, minutes: 60 };
    await post(await person(agent?.id ?? ''), '/v1/office-servers/srv-123/sessions', body);
  }
  const { incident } = await post<{ incident: { id: string } }>(supervisor, '/v1/incidents', {
    systemId: 'sipd',
    title: sayings.incident,
    notice: sayings.notice,
    complaintIds: [cases.slow.id, cases.loading.id],
  });
  const found = Object.entries(cases).map(([name, { id, number, agent }]) => [
    name,
    { id, number, agent: agent?.id ?? '' },
  ]);
  return { cases: Object.fromEntries(found) as DemoLife['cases'], incidentId: incident.id };
}

async function setting(supervisor: StoryPerson): Promise<void> {
  await post(supervisor, `/v1/desks/${demoDeskId}/saved-replies`, { title: sayings.savedTitle, text: sayings.saved });
  await supervisor.must('PUT', '/v1/agents/petugas-n/availability', { availability: 'away' });
  await supervisor.must('PUT', '/v1/agents/petugas-p/availability', { availability: 'leave' });
}

async function post<T>({ call, username }: StoryPerson, path: string, body: unknown): Promise<T> {
  const { status, body: answer } = await call<T>('POST', path, { body, language: 'id' });
  if (status >= 300) throw new Error(`${username}: POST ${path} answered ${status} ${JSON.stringify(answer)}`);
  return answer;
}
