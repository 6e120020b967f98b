import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskSettings } from '../../../store/desks/desk-repository.ts';
import { buildDesk } from '../../support/builders/desk-builder.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import type { TestClient } from '../../support/api/test-client.ts';

let api: TestApi;
let admin: TestClient;
const address = '/v1/desks/layanan';
const settings = `${address}/settings`;

interface DeskAnswer {
  desk: { id: string; settings: DeskSettings; version: number };
}

beforeEach(async () => {
  api = await buildTestApi();
  admin = await api.signedIn('admin');
});
afterEach(() => api.close());

describe('desks', () => {
  it('are listed and shown to everyone who is signed in', async () => {
    const submitter = await api.signedIn('xyz');
    const list = await submitter.get('/v1/desks');
    expect(list).toMatchObject({ status: 200, body: { items: [{ id: 'lain' }, { id: 'layanan' }], nextCursor: null } });
    const one = await submitter.get<DeskAnswer>(address);
    expect(one.headers.get('etag')).toBe('"1"');
    expect(one.body.desk.settings).toEqual(buildDesk().settings);
    expect(await submitter.get('/v1/desks/tidak-ada')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('are set up by admins alone', async () => {
    for (const username of ['xyz', 'petugas-a', 'pengawas']) {
      const other = await api.signedIn(username);
      expect(await other.put(settings, { capacityPerAgent: 1 })).toMatchObject({ status: 403 });
    }
    expect(await api.client().put(settings, {})).toMatchObject({ status: 401 });
    expect(await admin.put('/v1/desks/tidak-ada/settings', {})).toMatchObject({ status: 404 });
  });
});

describe("a desk's settings", () => {
  it('are replaced where something is said, and stay where nothing is', async () => {
    const before = (await admin.get<DeskAnswer>(address)).body.desk.settings;
    const change = { acknowledgeWithin: 'PT3S', businessHours: { enabled: false, holidays: ['2028-02-29'] } };
    const { status, headers, body } = await admin.put<DeskAnswer>(settings, change);
    expect([status, headers.get('etag'), body.desk.version]).toEqual([200, '"2"', 2]);
    const businessHours = { ...before.businessHours, ...change.businessHours };
    expect(body.desk.settings).toEqual({ ...before, acknowledgeWithin: 'PT3S', businessHours });
    expect((await admin.get<DeskAnswer>(address)).body).toEqual(body);
  });

  it('can be sent whole, as they came', async () => {
    const { desk } = (await admin.get<DeskAnswer>(address)).body;
    expect((await admin.put<DeskAnswer>(settings, desk.settings)).body.desk).toEqual(desk);
  });

  it.each(['PT1S', 'PT0.5S', 'P1W', 'P1Y', 'P366D', 'P1DT12H', 'PT90M'])('take %s', async (reopenWindow) => {
    expect(await admin.put(settings, { reopenWindow })).toMatchObject({ status: 200 });
  });

  it('take periods that touch, and the whole day', async () => {
    const monday = [
      { from: '12:00', to: '24:00' },
      { from: '00:00', to: '12:00' },
    ];
    expect(await admin.put(settings, { businessHours: { weekly: { monday } } })).toMatchObject({ status: 200 });
  });

  it('take days with hours of their own, and the national holidays', async () => {
    const exceptions = [
      { date: '2026-12-31', periods: [{ from: '07:30', to: '12:00' }], name: 'Akhir tahun' },
      { date: '2027-01-02', periods: [] },
    ];
    const businessHours = { exceptions, useNationalHolidays: true, useJointLeave: true };
    const { status, body } = await admin.put<DeskAnswer>(settings, { businessHours });
    expect([status, body.desk.settings.businessHours]).toEqual([200, expect.objectContaining(businessHours)]);
    expect((await admin.put<DeskAnswer>(settings, body.desk.settings)).body).toEqual(body);
    const twice = { exceptions: [exceptions[0], { ...exceptions[0], periods: [] }] };
    expect(await admin.put(settings, { businessHours: twice })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/businessHours/exceptions/1/date', code: 'duplicate' }] },
    });
  });

  it('are guarded by If-Match', async () => {
    await admin.put(settings, { acknowledgeWithin: 'PT5M' });
    const stale = await admin.put(settings, { acknowledgeWithin: 'PT6M' }, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version_mismatch', version: 2 } });
    for (const ifMatch of ['"2"', 'W/"3"', '*']) {
      const body = { acknowledgeWithin: `PT${7 + ifMatch.length}M` };
      expect(await admin.put(settings, body, { 'if-match': ifMatch })).toMatchObject({ status: 200 });
    }
  });

  it('lose no change when many write at once', async () => {
    const changes = ['acknowledgeWithin', 'resolveTier1Within', 'resolveTier2Within', 'reopenWindow'];
    await Promise.all(changes.map((field) => admin.put(settings, { [field]: 'PT7M' })));
    const { desk } = (await admin.get<DeskAnswer>(address)).body;
    for (const field of changes) expect(desk.settings).toHaveProperty(field, 'PT7M');
  });
});

describe('running deadlines', () => {
  it('are planned again with each change, and when an empty one asks for it', async () => {
    await admin.put(settings, { acknowledgeWithin: 'PT5M' });
    await admin.put(settings, {});
    expect(api.engine.replannedDesks).toEqual(['layanan', 'layanan']);
    expect(await admin.put(settings, { acknowledgeWithin: 'PT6M' }, { 'if-match': '"1"' })).toMatchObject({
      status: 412,
    });
    expect(api.engine.replannedDesks).toHaveLength(2);
  });
});

describe('a new capacity', () => {
  it('is told to both rotations, other changes are not', async () => {
    await admin.put(settings, { acknowledgeWithin: 'PT5M' });
    expect(api.engine.rotationSignals).toEqual([]);
    await admin.put(settings, { capacityPerAgent: 3 });
    const signal = { name: 'capacityChanged', message: { capacity: 3 } };
    expect(api.engine.rotationSignals).toEqual([
      { workflowId: 'rotation:layanan:tier-1', signal },
      { workflowId: 'rotation:layanan:tier-2', signal },
    ]);
  });

  it('is saved when Temporal is away, says so, and is told when it is sent again', async () => {
    api.engine.down = true;
    const answer = await admin.put(settings, { capacityPerAgent: 3 }, { 'if-match': '"1"' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'saved_but_engine_unavailable', version: 2 } });
    expect(answer.headers.get('etag')).toBe('"2"');
    api.engine.down = false;
    const again = await admin.put(settings, { capacityPerAgent: 3 }, { 'if-match': '"2"' });
    expect(again).toMatchObject({ status: 200, body: { desk: { version: 2 } } });
    expect(api.engine.rotationSignals).toHaveLength(2);
  });
});
