import { generateSync } from 'otplib';
import type { TestApi } from './test-api.ts';
import { testPassword, type TestClient } from './test-client.ts';

/** What an authenticator shows for the secret, now or some steps of half a minute later. */
export function codeOf(secret: string, { clock }: Pick<TestApi, 'clock'>, stepsLater = 0): string {
  return generateSync({ secret, epoch: Math.floor(clock.now.getTime() / 1000) + stepsLater * 30 });
}

interface Begun {
  secret: string;
  uri: string;
  enrolment: string;
}

export async function beginSecondFactor(client: TestClient): Promise<Begun> {
  const begun = await client.post<Begun>('/v1/users/me/second-factor/enrolment', { password: testPassword });
  if (begun.status !== 200) throw new Error(`no enrolment: ${begun.status} ${JSON.stringify(begun.body)}`);
  return begun.body;
}

/** Sets a second factor up as people do; the code of now is used up by it. */
export async function enrolSecondFactor(
  client: TestClient,
  api: Pick<TestApi, 'clock'>,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret, enrolment } = await beginSecondFactor(client);
  const confirmation = { enrolment, code: codeOf(secret, api) };
  const answer = await client.post<{ recoveryCodes: string[] }>('/v1/users/me/second-factor', confirmation);
  if (answer.status !== 201) throw new Error(`not enrolled: ${answer.status} ${JSON.stringify(answer.body)}`);
  return { secret, recoveryCodes: answer.body.recoveryCodes };
}
