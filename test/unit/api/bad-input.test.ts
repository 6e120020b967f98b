import { connect } from 'node:net';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

let api: TestApi;
let admin: TestClient;
const settings = '/v1/desks/layanan/settings';

beforeAll(async () => {
  api = await buildTestApi();
  admin = await api.signedIn('admin');
});
afterAll(() => api.close());

const weekly = (periods: unknown) => ({ businessHours: { weekly: { monday: periods } } });

describe('a field at fault is pointed to', () => {
  it.each<[string, unknown, string, string]>([
    ['no object', [1], '#', 'wrong_type'],
    ['a wrong type', { capacityPerAgent: '5' }, '#/capacityPerAgent', 'wrong_type'],
    ['a fraction', { capacityPerAgent: 1.5 }, '#/capacityPerAgent', 'wrong_type'],
    ['too small', { capacityPerAgent: 0 }, '#/capacityPerAgent', 'too_small'],
    ['too big', { capacityPerAgent: 1e9 }, '#/capacityPerAgent', 'too_big'],
    ['an unknown field', { capacity: 5 }, '#/capacity', 'unknown_field'],
    ['an unknown field inside', { businessHours: { zone: 'x' } }, '#/businessHours/zone', 'unknown_field'],
    ['an operator as a field', { $where: '1' }, '#/%24where', 'unknown_field'],
    ['a dotted field', { 'businessHours.enabled': true }, '#/businessHours.enabled', 'unknown_field'],
    ['no duration', { acknowledgeWithin: '4 hours' }, '#/acknowledgeWithin', 'wrong_format'],
    ['an empty duration', { acknowledgeWithin: 'P' }, '#/acknowledgeWithin', 'wrong_format'],
    ['nothing after T', { acknowledgeWithin: 'P1DT' }, '#/acknowledgeWithin', 'wrong_format'],
    ['a negative duration', { acknowledgeWithin: '-PT4H' }, '#/acknowledgeWithin', 'wrong_format'],
    ['no time at all', { acknowledgeWithin: 'PT0S' }, '#/acknowledgeWithin', 'duration_not_positive'],
    ['more than a year', { reopenWindow: 'P1Y2D' }, '#/reopenWindow', 'duration_too_long'],
    [
      'no place on earth',
      { businessHours: { timezone: 'Asia/Atlantis' } },
      '#/businessHours/timezone',
      'unknown_timezone',
    ],
    ['an offset', { businessHours: { timezone: '+07:00' } }, '#/businessHours/timezone', 'unknown_timezone'],
    ['no day', { businessHours: { weekly: { funday: [] } } }, '#/businessHours/weekly/funday', 'unknown_field'],
    ['no date', { businessHours: { holidays: ['2026-02-30'] } }, '#/businessHours/holidays/0', 'not_a_date'],
    ['no hour', weekly([{ from: '05:60', to: '17:00' }]), '#/businessHours/weekly/monday/0/from', 'wrong_format'],
    ['backwards', weekly([{ from: '17:00', to: '07:30' }]), '#/businessHours/weekly/monday/0/to', 'empty_period'],
    [
      'overlapping',
      weekly([
        { from: '07:00', to: '12:00' },
        { from: '11:59', to: '17:00' },
      ]),
      '#/businessHours/weekly/monday',
      'overlapping_periods',
    ],
    ['NUL', { acknowledgeWithin: 'PT1H\0' }, '#/acknowledgeWithin', 'unsafe_text'],
  ])('%s', async (_what, body, pointer, code) => {
    const answer = await admin.put(settings, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed', errors: [{ pointer, code }] } });
  });

  it.each([
    ['a lone surrogate', '{"acknowledgeWithin":"\\ud800"}', 'unsafe_text'],
    ['__proto__', '{"__proto__":{"capacityPerAgent":1}}', 'unsafe_key'],
    ['a number beyond JSON', '{"capacityPerAgent":1e999}', 'not_finite'],
    ['bottomless nesting', '['.repeat(50_000) + ']'.repeat(50_000), 'too_deep'],
  ])('%s', async (_what, body, code) => {
    const answer = await admin.put(settings, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed', errors: [{ code }] } });
  });

  it('all of them at once', async () => {
    const { body } = await admin.put<{ errors: unknown[] }>(settings, { capacityPerAgent: -1, reopenWindow: 3, x: 1 });
    expect(body.errors).toHaveLength(3);
  });

  it('in the query and the path, and never before the right to ask', async () => {
    const turns = '/v1/desks/layanan/rotations/tier-1/turns';
    for (const query of ['limit=0', 'limit=501', 'limit=x', 'after=-1', 'limit=1&limit=2', 'page=2']) {
      expect(await admin.get(`${turns}?${query}`)).toMatchObject({ status: 400, body: { errors: [{ in: 'query' }] } });
    }
    expect(await admin.get(`${turns}?cursor=x`)).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
    expect(await admin.get('/v1/desks/layanan/rotations/tier-3')).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'path', pointer: '#/tier', code: 'not_allowed' }] },
    });
    expect(await admin.get('/v1/desks/a%00b')).toMatchObject({ status: 400 });
    expect(await api.client().get('/v1/desks/a%00b')).toMatchObject({ status: 401 });
    expect(await (await api.signedIn('xyz')).put(settings, { x: 1 })).toMatchObject({ status: 403 });
  });

  it('in the header If-Match', async () => {
    expect(await admin.put(settings, {}, { 'if-match': '3' })).toMatchObject({
      status: 400,
      body: { errors: [{ in: 'header', pointer: '#/if-match' }] },
    });
  });
});

describe('a body that cannot be read', () => {
  it.each([
    ['broken JSON', '{"a":', {}, 400, 'malformed_json'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}, 400, 'malformed_json'],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    ['another charset', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'unsupported_media_type'],
    ['an unknown encoding', '{}', { 'content-encoding': 'zstd' }, 415, 'unsupported_media_type'],
    ['too large', JSON.stringify({ x: 'x'.repeat(1_000_001) }), {}, 413, 'body_too_large'],
    [
      'too large when unpacked',
      gzipSync(`"${'x'.repeat(5_000_000)}"`),
      { 'content-encoding': 'gzip' },
      413,
      'body_too_large',
    ],
  ])('%s', async (_what, body, headers, status, code) => {
    const answer = await admin.request('PUT', settings, { body, headers: headers as Record<string, string> });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('that breaks off gets no answer and does no harm', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a',
    );
    socket.destroy();
    expect(await admin.get('/live')).toMatchObject({ status: 200 });
  });
});

describe('addresses', () => {
  it('that do not exist', async () => {
    expect(await admin.get('/v1/nothing?q=rahasia')).toMatchObject({
      status: 404,
      body: { code: 'route_not_found', instance: '/v1/nothing' },
    });
  });

  it('that know the method not', async () => {
    const answer = await admin.delete('/v1/desks/layanan');
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(answer.headers.get('allow')).toBe('GET, PUT, PATCH, HEAD, OPTIONS');
  });

  it('that are malformed', async () => {
    expect(await admin.get('/v1/desks/%ff')).toMatchObject({ status: 400, body: { code: 'malformed_url' } });
  });
});

describe('sentences', () => {
  it.each([
    [undefined, 'id'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['id,en;q=0.9', 'id'],
    ['en;q=0.2, id;q=0.8', 'id'],
    ['de, en;q=0.1', 'en'],
    ['de', 'id'],
    ['*', 'id'],
    ['en;q=0, *', 'id'],
    [';;;', 'id'],
  ])('for Accept-Language %s come in %s', async (header, language) => {
    const answer = await api.client().get('/v1/desks', { 'accept-language': header ?? '' });
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
    expect(answer.body).toMatchObject({ title: language === 'en' ? 'Please sign in' : 'Silakan masuk dahulu' });
  });

  it('explain each code at its type', async () => {
    const { body } = await admin.get<{ type: string; code: string }>('/v1/nothing');
    expect(await admin.get(body.type)).toMatchObject({ status: 200, body: { code: body.code, status: 404 } });
  });
});
