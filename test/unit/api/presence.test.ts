import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';
import { buildCaseView } from '../../support/builders/case-view-builder.ts';

interface Presence {
  others: { id: string; name: string }[];
}

let api: TestApi;
let agent: TestClient;
let supervisor: TestClient;
let address: string;

const begin = new Date('2026-11-24T01:00:00.000Z').getTime();
const at = (seconds: number) => {
  api.clock.now = new Date(begin + seconds * 1_000);
};
const othersOf = async (client: TestClient, where = address) => {
  const { body, status } = await client.put<Presence>(where, {});
  expect(status).toBe(200);
  return body.others.map(({ id }) => id);
};

beforeEach(async () => {
  api = await buildTestApi();
  [agent, supervisor] = await Promise.all([api.signedIn('petugas-a'), api.signedIn('pengawas')]);
  const view = buildCaseView({ deskId: 'layanan' });
  await api.store.cases.record(view);
  address = `/v1/complaints/${view.caseId}/presence`;
});
afterEach(() => api.close());

describe('who else has a case open', () => {
  it('is nobody at first, and never oneself', async () => {
    expect(await othersOf(agent)).toEqual([]);
    expect(await othersOf(agent)).toEqual([]);
  });

  it('is whoever said so within the last 45 seconds, by name', async () => {
    await othersOf(agent);
    at(20);
    await othersOf(agent);
    at(65);
    expect(await othersOf(supervisor)).toEqual(['petugas-a']);
    const { body } = await supervisor.put<Presence>(address, {});
    const name = (await api.store.users.find('petugas-a'))?.name;
    expect(body).toStrictEqual({ others: [{ id: 'petugas-a', name }] });
    at(66);
    expect(await othersOf(supervisor)).toEqual([]);
  });

  it('is told about one case only, by its id or its number', async () => {
    const other = buildCaseView({ deskId: 'layanan' });
    await api.store.cases.record(other);
    await othersOf(agent);
    expect(await othersOf(supervisor, `/v1/complaints/${other.caseId}/presence`)).toEqual([]);
    expect(await othersOf(agent, `/v1/complaints/${other.number}/presence`)).toEqual(['pengawas']);
  });

  it('is no matter of reporters', async () => {
    const reporter = await api.signedIn('xyz');
    expect(await reporter.put(address, {})).toMatchObject({ status: 403 });
  });
});
