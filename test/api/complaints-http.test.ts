import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Complaint, SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import { buildTestApi, type TestApi } from '../support/api/test-api.ts';
import type { TestClient } from '../support/api/test-client.ts';

interface Refused {
  code: string;
  detail: string;
  errors?: { in: string; pointer: string; code: string }[];
}

let api: TestApi;
let xyz: TestClient;
let problems = 0;

beforeAll(async () => {
  api = await buildTestApi();
  xyz = await api.signedIn('xyz');
});

afterAll(async () => {
  await api.close();
});

const problem = () => {
  problems += 1;
  return { systemId: 'sipd', category: 'login', title: `Masalah ${problems}`, description: 'Rahasia dapur.' };
};

describe('POST /v1/complaints over HTTP', () => {
  it('answers 201, then 200 with advice in the language of the caller', async () => {
    const body = problem();
    const first = await xyz.post<SubmissionAnswer>('/v1/complaints', body);
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/v1/complaints/${first.body.complaint.id}`);
    for (const [language, words] of [
      ['id', 'Terima kasih'],
      ['en', 'Thank you'],
      ['fr', 'Terima kasih'],
    ]) {
      const again = await xyz.post<SubmissionAnswer>('/v1/complaints', body, { 'accept-language': language ?? '' });
      expect(again.status).toBe(200);
      expect(again.body.advice).toContain(words);
    }
    const read = await xyz.get<{ complaint: Complaint }>(first.headers.get('location') ?? '');
    expect(read).toMatchObject({ status: 200, body: { complaint: first.body.complaint } });
    expect(read.headers.get('etag')).toBe('"0"');
  });

  it('answers 202 while Temporal is away', async () => {
    api.engine.down = true;
    const answer = await xyz.post<SubmissionAnswer>('/v1/complaints', problem());
    api.engine.down = false;
    expect(answer.status).toBe(202);
    expect((await xyz.get(`/v1/complaints/${answer.body.complaint.number}`)).status).toBe(200);
  });

  it.each<[string, unknown, number, string, string | undefined]>([
    ['broken JSON', '{"title":', 400, 'malformed_json', undefined],
    ['a list', [], 400, 'validation_failed', '#'],
    ['NUL', { ...problem(), title: 'a\0bc' }, 400, 'validation_failed', '#/title'],
    ['half a character', { ...problem(), description: '\ud800' }, 400, 'validation_failed', '#/description'],
    ['__proto__', '{"__proto__":{"role":"admin"},"title":"abc"}', 400, 'validation_failed', '#/__proto__'],
    ['$where', { ...problem(), $where: '1' }, 400, 'validation_failed', '#/$where'],
    ['an operator', { ...problem(), systemId: { $ne: '' } }, 400, 'validation_failed', '#/systemId'],
    ['10,000 characters of title', { ...problem(), title: 'x'.repeat(10_000) }, 400, 'validation_failed', '#/title'],
    ['two megabytes', { ...problem(), description: 'x'.repeat(2_000_000) }, 413, 'body_too_large', undefined],
    ['an unknown system', { ...problem(), systemId: 'x' }, 422, 'unknown_system', '#/systemId'],
    ['a server of others', { ...problem(), serverId: 'srv-124' }, 422, 'server_of_other_office', '#/serverId'],
  ])('refuses %s', async (_what, body, status, code, pointer) => {
    const before = api.engine.cases.length;
    const answer = await xyz.post<Refused>('/v1/complaints', body);
    expect(answer).toMatchObject({ status, body: { code } });
    const shown = answer.body.errors?.[0]?.pointer;
    expect(shown === undefined ? undefined : decodeURIComponent(shown)).toBe(pointer);
    expect(api.engine.cases).toHaveLength(before);
  });

  it('never writes a complaint into the log', () => {
    expect(api.logs.length).toBeGreaterThan(5);
    expect(JSON.stringify(api.logs)).not.toMatch(/Rahasia dapur|Masalah \d/);
  });
});

describe('what others sent, over HTTP', () => {
  it('is not there, and administrators are told that it is not theirs', async () => {
    const { body } = await xyz.post<SubmissionAnswer>('/v1/complaints', problem());
    const path = `/v1/complaints/${body.complaint.id}`;
    const [other, staff, admin] = await Promise.all(['def', 'petugas-a', 'admin'].map((name) => api.signedIn(name)));
    expect(await other?.get<Refused>(path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await other?.get<Refused>(`${path}/timeline`)).toMatchObject({ status: 404 });
    expect((await staff?.get(path))?.status).toBe(200);
    expect(await admin?.get<Refused>(path)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await api.client().get<Refused>(path)).toMatchObject({ status: 401 });
    expect(await xyz.post<Refused>(`${path}/resolve`, { resolution: 'x' })).toMatchObject({ status: 403 });
    const early = await staff?.post<Refused>(`${path}/escalate`, { reason: 'x' });
    expect(early).toMatchObject({ status: 409, body: { code: 'case_not_begun' } });
    expect(early?.headers.get('retry-after')).toBe('2');
  });

  it('a list with a filter that is none says which', async () => {
    const answer = await xyz.get<Refused>('/v1/complaints?status=lost&limit=1000&nope=1');
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(answer.body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['#/limit', '#/nope', '#/status']);
  });
});
