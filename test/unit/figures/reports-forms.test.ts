import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';
import { recordWeek } from './reports-world.ts';

let api: TestApi;
let supervisor: TestClient;

beforeEach(async () => {
  api = await buildTestApi();
  api.clock.now = new Date('2026-11-24T05:00:00.000Z');
  supervisor = await api.signedIn('pengawas');
});
afterEach(() => api.close());

const week = 'from=2026-11-20&to=2026-11-25';

interface Overview {
  total: Record<string, unknown>;
  days: { day: string }[];
}

const rowsOf = (csv: string) => parse(csv, { columns: true }) as Record<string, string>[];

describe('every report', () => {
  const reports = ['overview', 'fairness', 'sla', 'duplicates'];

  it.each(reports)('%s comes as a file to whoever prefers CSV, and as JSON to everyone else', async (report) => {
    await recordWeek(api.store);
    const csv = await supervisor.get<string>(`/v1/reports/${report}?${week}`, { accept: 'text/csv' });
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="${report}-2026-11-20.csv"`);
    expect(csv.headers.get('vary')).toContain('Accept');
    expect(rowsOf(csv.body).length).toBeGreaterThan(1);
    for (const accept of ['*/*', 'application/json', 'text/csv;q=0.5, application/json', 'image/png']) {
      const { headers } = await supervisor.get(`/v1/reports/${report}?${week}`, { accept });
      expect(headers.get('content-type')).toContain('application/json');
    }
  });

  it('has in its CSV what its JSON has, and no formula', async () => {
    await recordWeek(api.store);
    const admin = await api.signedIn('admin');
    await admin.put('/v1/offices/124', { name: '=HYPERLINK("http://x")' });
    const { body } = await supervisor.get<Overview>(`/v1/reports/overview?${week}`);
    const csv = await supervisor.get<string>(`/v1/reports/overview?${week}`, { accept: 'text/csv' });
    const rows = rowsOf(csv.body);
    expect(rows.map(({ group, id }) => [group, id])).toEqual([
      ['total', ''],
      ['office', '123'],
      ['office', '124'],
      ...body.days.map(({ day }) => ['day', day]),
    ]);
    const { toAcknowledged, resolved } = body.total as { toAcknowledged: { p90Seconds: number }; resolved: number };
    expect(rows[0]).toMatchObject({
      resolved: String(resolved),
      toAcknowledgedP90Seconds: String(toAcknowledged.p90Seconds),
    });
    expect(rows[2]?.['name']).toBe(`'=HYPERLINK("http://x")`);
    expect(rows.at(-1)).toMatchObject({ closed: '1', openNow: '', ratingsAverage: '' });
  });

  it.each(reports)('%s is for supervisors of the desk alone', async (report) => {
    for (const person of ['xyz', 'petugas-a', 'petugas-q', 'admin']) {
      const answer = await (await api.signedIn(person)).get(`/v1/reports/${report}`);
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    expect((await api.client().get(`/v1/reports/${report}`)).status).toBe(401);
  });

  it.each(reports)('%s says what is wrong with the question', async (report) => {
    const wrong: [string, string, string][] = [
      ['from=kemarin', '#/from', 'not_a_time'],
      ['to=2026-02-30', '#/to', 'not_a_time'],
      ['from=2026-11-02&to=2026-11-02', '#/to', 'empty_period'],
      ['from=2026-11-02&to=2026-11-01', '#/to', 'empty_period'],
      ['from=2027-01-01', '#/from', 'empty_period'],
      ['from=2025-01-01&to=2026-11-01', '#/to', 'period_too_long'],
      ['tier=tier-3', '#/tier', 'not_allowed'],
      ['groupBy=bulan', '#/groupBy', report === 'fairness' ? 'unknown_field' : 'not_allowed'],
      ['deskId=lain', '#/deskId', 'unknown_field'],
    ];
    for (const [query, pointer, code] of wrong) {
      const answer = await supervisor.get(`/v1/reports/${report}?${query}`);
      expect(answer, query).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
    }
  });
});
