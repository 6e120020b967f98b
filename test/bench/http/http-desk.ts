import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { newProblem, type Problem } from '../load/case-source.ts';
import { HttpPeople, type HttpAnswer, type HttpCall } from './http-person.ts';

const submitters = ['xyz', 'abc', 'def', 'ghi'] as const;
const patienceMs = 120_000;

export interface Submitted {
  caseId: string;
  status: number;
  duplicate: boolean;
}

interface SubmissionBody {
  complaint: { id: string };
  duplicate?: boolean;
}

/** A desk at which the reporters and these agents have signed in. */
export async function openHttpDesk(base: string, roster: readonly string[]): Promise<HttpDesk> {
  const desk = new HttpDesk(new HttpPeople(base));
  await desk.open(roster);
  return desk;
}

/** Reporters and agents at work through the API, as they would be in the web application. */
export class HttpDesk {
  readonly people: HttpPeople;
  /** How often something was sent again because it could not be done at that moment. */
  retries = 0;

  constructor(people: HttpPeople) {
    this.people = people;
  }

  /** Everyone who takes part signs in. */
  async open(roster: readonly string[]): Promise<void> {
    for (const username of [...submitters, ...roster]) await this.people.person(username);
  }

  /** @throws Error when it is not taken in */
  async submit(
    problem: Problem = newProblem(),
    username = pickedSubmitter(),
    key: string = randomUUID(),
  ): Promise<Submitted> {
    const { body, status } = await this.#insist<SubmissionBody>(username, '/v1/complaints', { body: problem, key });
    return { caseId: body.complaint.id, status, duplicate: body.duplicate ?? false };
  }

  async acknowledge(agentId: string, caseId: string): Promise<void> {
    await this.#insist(agentId, `/v1/complaints/${caseId}/acknowledge`, { key: randomUUID() });
  }

  async resolve(agentId: string, caseId: string): Promise<void> {
    const body = { resolution: 'Sandi sudah diatur ulang.' };
    await this.#insist(agentId, `/v1/complaints/${caseId}/resolve`, { key: randomUUID(), body });
  }

  /** As a client does: what is refused for now is sent again under its key. */
  async #insist<Body>(username: string, path: string, call: HttpCall): Promise<HttpAnswer<Body>> {
    const person = await this.people.person(username);
    const until = Date.now() + patienceMs;
    for (let longest = 500; ; longest = Math.min(longest * 2, 8_000)) {
      const answer = await person.call<Body>('POST', path, call);
      if (answer.status >= 200 && answer.status < 300) return answer;
      if (answer.status !== 503 || Date.now() > until)
        throw new Error(`POST ${path} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
      this.retries += 1;
      // Ever longer, and not all at the same moment.
      await pause(longest * (0.5 + Math.random() / 2));
    }
  }
}

function pickedSubmitter(): (typeof submitters)[number] {
  return submitters[Math.floor(Math.random() * submitters.length)] ?? 'xyz';
}
