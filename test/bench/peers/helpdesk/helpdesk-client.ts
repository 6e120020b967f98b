import { cookiesOf, expectStatus, keepAliveClient } from '../keep-alive-client.ts';
import type { KeepAliveClient } from '../keep-alive-client.ts';
import type { TicketAgent } from '../ticket-round.ts';

/** As desk_content.py makes them: users 1 to 8, queue 1. */
const agentAccounts = 8;
const queue = 1;
const resolved = 3;

/** An agent of django-helpdesk by its REST API, in a session of Django's. */
export async function signInAgent(port: number, index: number, password: string): Promise<TicketAgent> {
  const account = (index % agentAccounts) + 1;
  const client = keepAliveClient(port, 1);
  const headers = await signIn(client, `agent${account}`, password);
  return {
    create: async (subject, text) => {
      const submitter = `office${Number(subject.split(' ').at(-1)) % 24}@offices.invalid`;
      const body = { queue, title: subject, description: text, submitter_email: submitter, priority: 3 };
      const answer = await client.send({ method: 'POST', path: '/api/tickets/', headers, body });
      return (JSON.parse(expectStatus(answer, [201], 'POST ticket').text) as { id: number }).id;
    },
    take: async (ticket) => {
      const body = { assigned_to: account };
      const answer = await client.send({ method: 'PATCH', path: `/api/tickets/${ticket}/`, headers, body });
      expectStatus(answer, [200], `PATCH ticket ${ticket}`);
    },
    resolve: async (ticket) => {
      const body = { ticket, comment: 'The server answers again.', new_status: resolved };
      const answer = await client.send({ method: 'POST', path: '/api/followups/', headers, body });
      expectStatus(answer, [201], `POST follow-up of ticket ${ticket}`);
    },
    close: client.close,
  };
}

/** Django takes a form only with the token that it gave before, in a cookie and in the form. */
async function signIn(client: KeepAliveClient, name: string, password: string): Promise<Record<string, string>> {
  const path = '/admin/login/';
  const before = cookiesOf(await client.send({ method: 'GET', path }));
  const form = { username: name, password, csrfmiddlewaretoken: tokenIn(before), next: '/admin/' };
  const answer = await client.send({
    method: 'POST',
    path,
    headers: { cookie: before, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  const cookie = cookiesOf(expectStatus(answer, [302], `sign-in of ${name}`));
  return { cookie, 'x-csrftoken': tokenIn(cookie) };
}

function tokenIn(cookies: string): string {
  return /csrftoken=([^;]+)/.exec(cookies)?.[1] ?? '';
}
