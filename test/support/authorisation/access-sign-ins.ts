import { beginSecondFactor, codeOf, enrolSecondFactor } from '../api/second-factor.ts';
import type { TestApi } from '../api/test-api.ts';
import { testPassword, type TestClient } from '../api/test-client.ts';
import type { Person } from './access-cast.ts';

/** With what the people of the cast sign in. */
export function accessSignIns(api: TestApi, clientOf: (person: Pick<Person, 'id'>) => TestClient) {
  const withoutSecondFactor = async (userId: string): Promise<void> => {
    await api.store.secondFactors.remove(userId);
  };
  return {
    withoutSecondFactor,
    async begunSecondFactor(person: Person): Promise<{ enrolment: string; code: string }> {
      await withoutSecondFactor(person.id);
      const { enrolment, secret } = await beginSecondFactor(clientOf(person));
      return { enrolment, code: codeOf(secret, api) };
    },
    async proofOfSecondFactor(person: Person): Promise<{ password: string; code: string }> {
      await withoutSecondFactor(person.id);
      const { secret } = await enrolSecondFactor(clientOf(person), api);
      return { password: testPassword, code: codeOf(secret, api, 1) };
    },
    /** Another than the one that its owner calls with. */
    async sessionOf(userId: string): Promise<string> {
      await withoutSecondFactor(userId);
      const elsewhere = await api.signedIn(userId);
      const { body } = await elsewhere.get<{ items: { id: string; current: boolean }[] }>('/v1/sessions');
      return body.items.find(({ current }) => current)?.id ?? '';
    },
  };
}
