import { cookiesOf, expectStatus, keepAliveClient } from '../keep-alive-client.ts';
import type { KeepAliveClient, PeerAnswer } from '../keep-alive-client.ts';
import type { TicketAgent } from '../ticket-round.ts';

/** As desk-content.pl makes them. */
const agentAccounts = 8;
const offices = 24;

/** How an agent shows who it is with each request: RT looks a session up, and checks a token by one bcrypt. */
export type AgentProof = { password: string } | { token: string };

/** An agent of RT by its REST 2.0. */
export async function signInAgent(
  port: number,
  index: number,
  prove: (account: number) => AgentProof,
): Promise<TicketAgent> {
  const account = index % agentAccounts;
  const name = `agent${account + 1}`;
  const proof = prove(account);
  const client = keepAliveClient(port, 1);
  const headers =
    'token' in proof ? { authorization: `token ${proof.token}` } : await signIn(client, port, name, proof.password);
  const send = (method: string, path: string, body: unknown): Promise<PeerAnswer> =>
    client.send({ method, path: `/REST/2.0${path}`, headers, body });
  const change = async (ticket: number, body: Record<string, string>): Promise<void> => {
    const answer = expectStatus(await send('PUT', `/ticket/${ticket}`, body), [200], `PUT ticket ${ticket}`);
    expectChanges(answer, Object.keys(body).length);
  };
  return {
    create: async (subject, text) => {
      const body = { Queue: 'Complaints', Subject: subject, Content: text, Requestor: nextOffice(subject) };
      const answer = expectStatus(await send('POST', '/ticket', body), [201], 'POST ticket');
      return Number((JSON.parse(answer.text) as { id: string }).id);
    },
    take: (ticket) => change(ticket, { Owner: name, Status: 'open' }),
    resolve: (ticket) => change(ticket, { Status: 'resolved' }),
    close: client.close,
  };
}

/** As the web application does. With a session, RT refuses changes that do not come from a page of its own. */
async function signIn(
  client: KeepAliveClient,
  port: number,
  name: string,
  password: string,
): Promise<Record<string, string>> {
  const answer = await client.send({
    method: 'POST',
    path: '/NoAuth/Login.html',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ user: name, pass: password }).toString(),
  });
  const cookie = cookiesOf(answer);
  const check = await client.send({ method: 'GET', path: '/REST/2.0/rt', headers: { cookie } });
  expectStatus(check, [200], `sign-in of ${name} (answered ${answer.status})`);
  return { cookie, origin: `http://127.0.0.1:${port}` };
}

/** RT answers 200 with a sentence for each change, also for a refused one. */
function expectChanges(answer: PeerAnswer, changes: number): void {
  const sentences = JSON.parse(answer.text) as string[];
  const refused = sentences.filter((sentence) => !sentence.includes('changed from'));
  if (sentences.length !== changes || refused.length > 0) throw new Error(`RT answered ${answer.text.slice(0, 300)}`);
}

function nextOffice(subject: string): string {
  const number = Number(subject.split(' ').at(-1)) % offices;
  return `office${number + 1}@offices.invalid`;
}
