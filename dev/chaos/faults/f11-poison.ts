import { randomUUID } from 'node:crypto';
import { isTaken } from '../client/journal-types.ts';
import { probeRecovery } from '../client/probe-recovery.ts';
import { settle } from '../observe/settle.ts';
import { withStore } from '../observe/store-rows.ts';
import type { Fault, FaultContext } from '../fault-types.ts';

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Bodies that must be refused before anything starts, by what is wrong with them; `text` stands for a sound complaint. */
function poison(sound: object): Record<string, string> {
  const json = JSON.stringify(sound);
  const withField = (field: string): string => `${json.slice(0, -1)},${field}}`;
  const withTitle = (title: string): string => JSON.stringify({ ...sound, title });
  return {
    'a body of 2 MB': JSON.stringify({ ...sound, description: 'x'.repeat(2_000_000) }),
    'JSON 10,000 levels deep': `{"title":${deep(10_000)}}`,
    'a deep unknown field': withField(`"more":${deep(2_000)}`),
    'no JSON at all': '{"title": ',
    'a NUL in the title': withTitle('Masalah \u0000 itu'),
    '$where as a field': withField('"$where":"sleep(1000)"'),
    'an operator as a value': json.replace(/"systemId":"[^"]*"/, '"systemId":{"$ne":null}'),
    '__proto__ as a field': withField('"__proto__":{"role":"admin"}'),
    'constructor as a field': withField('"constructor":{"prototype":{"role":"admin"}}'),
    'a lone surrogate': json.replace('Masalah', '\\ud800'),
    'Infinity for a text': withField('"category":1e999'),
    'Infinity as a word': withField('"category":Infinity'),
    'a key with a dot': withField('"a.b":1'),
    'a key with a dollar': withField('"$set":{"status":"closed"}'),
    'a title of 10,000 characters': withTitle('x'.repeat(10_000)),
    'a title that turns its direction': withTitle('Masalah \u202eitu\u202c'),
    'a title that nobody sees': withTitle('\u200b\u200b\u200b\u200b'),
    'an array': '[]',
    null: 'null',
  };
}

/** Strange, and allowed: these must go the whole way. */
const strange = [
  'مشكلة في تسجيل الدخول',
  'Kata\u200bsandi\u200d ditolak 🙃🙃🙃',
  '{"$where": "1"} __proto__ constructor',
  '‏שגיאה‏ <script>alert(1)</script> ${jndi:ldap://x}',
  `${'e\u0301'.repeat(60)} Z͑ͫ̓ͪ̂ͫ̽a̴l̢g̛o`,
  '-- \\ %s %n %00 \\u0000 ..%2f../etc/passwd',
];

/** F11: poison. 4xx before anything starts; one bad thing never stops a rotation; what is stuck can be seen. */
export const poisoned: Fault = {
  id: 'F11',
  title: 'poison: oversized, deep, hostile and strange input, by HTTP and by signal',
  async run(context) {
    await refuseBodies(context);
    await takeStrangeTexts(context);
    await poisonSignals(context);
    await showStuck(context);
  },
};

async function refuseBodies({ client, expect, injected, problem, stack }: FaultContext): Promise<void> {
  const count = () => withStore(stack.storeUri, async (rows) => (await rows('reports')).length);
  const before = await count();
  for (const [name, body] of Object.entries(poison(problem()))) {
    const { code, status } = await client.submit('xyz', body, { key: null, expects: 'refused' });
    injected();
    expect(status !== null && status >= 400 && status < 500, `${name}: ${status} ${code}`);
  }
  const after = await count();
  expect(before === after, `${after - before} of the refused are kept`);
}

async function takeStrangeTexts({ client, expect, injected, problem }: FaultContext): Promise<void> {
  for (const title of strange) {
    const attempt = await client.submit('abc', problem({ title, description: title }), { key: randomUUID() });
    injected();
    expect(isTaken(attempt), `${JSON.stringify(title)}: ${attempt.status} ${attempt.code}`);
  }
}

/** As somebody might type by hand, or a program that has gone wrong. */
const badSignals: unknown[] = [null, 7, 'x', [], {}, { requestId: 1 }, { requestId: 'r', caseId: {} }, '\u0000'];

async function poisonSignals(context: FaultContext): Promise<void> {
  const { client, injected, problem, stack } = context;
  const { caseId } = await client.submit('def', problem(), { key: randomUUID(), patienceMs: 30_000 });
  await settle(stack, { limitMs: 60_000 });
  const [row] = await withStore(stack.storeUri, (rows) => rows('cases', { _id: caseId }));
  const targets = {
    'rotation:layanan:tier-1': ['turnRequested', 'released', 'rosterChanged', 'availabilityChanged', 'nobodyKnowsThis'],
    [String(row?.['workflowId'])]: [
      ...['resolve', 'escalate', 'reportAttached', 'messageAdded', 'settingsChanged', 'nobodyKnowsThis'],
      ...['turnGranted', 'turnWithdrawn', 'caseMerged', 'forwarderTold', 'incidentJoined', 'incidentResolved'],
    ],
  };
  for (const [workflowId, names] of Object.entries(targets)) {
    for (const name of names) {
      for (const message of badSignals) {
        await stack.client.workflow.getHandle(workflowId).signal(name, message);
        injected();
      }
    }
  }
  // Turns go on.
  await probeRecovery(context, Date.now());
}

interface Waiting {
  waiting: { complaintId: string; since: string }[];
}

/** Nobody can take a case: supervisors see that it waits, and since when; then it is served by itself. */
async function showStuck({ client, expect, injected, problem }: FaultContext): Promise<void> {
  const supervisor = await client.person('pengawas');
  const capacity = async (capacityPerAgent: number) => {
    const { status } = await supervisor.call('GET', '/v1/desks/layanan');
    expect(status === 200, `a supervisor reads the desk: ${status}`);
    const admin = await client.person('admin');
    const path = '/v1/desks/layanan/settings';
    const changed = await admin.insist('PUT', path, { body: { capacityPerAgent } });
    expect(changed.status === 200, `the capacity is set: ${changed.status}`);
  };
  await capacity(1);
  const stuck: string[] = [];
  // Everybody has one at most, so the seventeenth of these waits, if not an earlier one.
  for (let sent = 0; sent < 17; sent += 1) {
    const { caseId } = await client.submit('ghi', problem(), { key: randomUUID(), patienceMs: 30_000 });
    stuck.push(caseId ?? '');
  }
  injected();
  const path = '/v1/desks/layanan/rotations/tier-1';
  let waiting: string[] = [];
  for (const until = Date.now() + 30_000; Date.now() < until && waiting.length === 0;) {
    const { body } = await supervisor.call<Waiting>('GET', path);
    waiting = body?.waiting.map(({ complaintId }) => complaintId) ?? [];
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(waiting.length > 0 && waiting.every((id) => stuck.includes(id)), `supervisors see ${waiting.length} waiting`);
  await capacity(250);
}
