import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StreamWatch } from '../../../api/events/stream-watch.ts';
import { followEvents } from '../../support/api/event-reader.ts';
import { buildTestApi, type TestApi } from '../../support/api/test-api.ts';
import { testPassword, type TestClient } from '../../support/api/test-client.ts';

type Reader = Awaited<ReturnType<typeof followEvents>>;

const seconds = { timeout: 10_000, interval: 50 };

describe('an open stream of events', () => {
  let api: TestApi;
  /** Another process on the same store. */
  let other: TestApi;
  const readers: Reader[] = [];

  beforeEach(async () => {
    api = await buildTestApi();
    other = await buildTestApi({ store: api.store, people: false });
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.stop();
    await Promise.all([api.close(), other.close()]);
  });

  const follow = async (headers: { cookie: string } | { authorization: string }) => {
    const reader = await followEvents(api.url, headers);
    readers.push(reader);
    expect(reader.response.status).toBe(200);
    return reader;
  };
  const followAs = (client: TestClient) => follow({ cookie: client.cookie() ?? '' });
  const tokenOf = async (client: TestClient, expiresAt?: string) =>
    (
      await client.post<{ token: string; id: string }>('/v1/tokens', {
        name: 'dasbor',
        ...(expiresAt && { expiresAt }),
      })
    ).body;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const hasEnded = (reader: Reader) => vi.waitFor(() => expect(reader.hasEnded()).toBe(true), seconds);

  it('ends with the account, whichever process shut it, by session and by token; others go on', async () => {
    const xyz = await api.signedIn('xyz');
    const { token } = await tokenOf(xyz);
    const [bySession, byToken, bystander] = [
      await followAs(xyz),
      await follow(bearer(token)),
      await followAs(await api.signedIn('def')),
    ];
    const admin = await other.signedIn('admin');
    expect(await admin.post('/v1/users/xyz/deactivate')).toMatchObject({ status: 200 });
    await Promise.all([hasEnded(bySession), hasEnded(byToken)]);
    expect(bystander.hasEnded()).toBe(false);
    expect((await fetch(`${api.url}/v1/events`, { headers: bearer(token) })).status).toBe(401);
  });

  it('ends with the session: signed out, or shut out by a new password', async () => {
    const [leaving, staying] = [await api.signedIn('xyz'), await api.signedIn('xyz')];
    const [signedOut, shutOut, kept] = [
      await followAs(leaving),
      await followAs(await api.signedIn('xyz')),
      await followAs(staying),
    ];
    await leaving.delete('/v1/session');
    const change = { currentPassword: testPassword, newPassword: 'kuda-baterai-staples-tepat' };
    expect(await staying.put('/v1/users/me/password', change)).toMatchObject({ status: 204 });
    await Promise.all([hasEnded(signedOut), hasEnded(shutOut)]);
    expect(kept.hasEnded()).toBe(false);
  });

  it('ends with the token: revoked, or over', async () => {
    const xyz = await api.signedIn('xyz');
    const [revoked, over, lasting] = [
      await tokenOf(xyz),
      await tokenOf(xyz, '2026-11-24T01:10:00.000Z'),
      await tokenOf(xyz, '2026-11-24T09:00:00.000Z'),
    ];
    const streams = await Promise.all([revoked, over, lasting].map(({ token }) => follow(bearer(token))));
    await xyz.delete(`/v1/tokens/${revoked.id}`);
    await hasEnded(streams[0]!);
    expect(streams.map((stream) => stream.hasEnded())).toEqual([true, false, false]);
    api.clock.now = new Date('2026-11-24T01:10:01.000Z');
    await hasEnded(streams[1]!);
    expect(streams[2]!.hasEnded()).toBe(false);
  });

  it('ends when the rights are others, so that it is opened anew with those', async () => {
    const agent = await followAs(await api.signedIn('petugas-a'));
    const admin = await other.signedIn('admin');
    expect(await admin.request('PATCH', '/v1/users/petugas-a', { body: { deskId: 'lain' } })).toMatchObject({
      status: 200,
    });
    await hasEnded(agent);
  });
});

describe('the watch over streams', () => {
  const quickly = { everyMs: 5, paceMs: 1 };

  it('ends each once, keeps those whom it cannot ask about, and rests when none is left', async () => {
    const watch = new StreamWatch(quickly);
    const looks = vi.fn();
    let answer: () => Promise<boolean> = () => Promise.resolve(true);
    const end = vi.fn();
    const watched = { mayGoOn: () => (looks(), answer()), end };
    watch.add(watched);
    await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(2));
    answer = () => Promise.reject(new Error('the store is away'));
    const before = looks.mock.calls.length;
    await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(before + 2));
    expect(end).not.toHaveBeenCalled();
    answer = () => Promise.resolve(false);
    await vi.waitFor(() => expect(end).toHaveBeenCalledOnce());
    const last = looks.mock.calls.length;
    // Another one is watched all the same, and the one that has ended is never asked about again.
    const next = vi.fn(() => Promise.resolve(true));
    const unwatch = watch.add({ mayGoOn: next, end });
    await vi.waitFor(() => expect(next.mock.calls.length).toBeGreaterThan(2));
    unwatch();
    expect([looks.mock.calls.length, end.mock.calls.length]).toEqual([last, 1]);
  });

  it('does not end a stream that has gone while it was asked about', async () => {
    const watch = new StreamWatch(quickly);
    const end = vi.fn();
    let answer: (mayGoOn: boolean) => void = () => undefined;
    const mayGoOn = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
    const unwatch = watch.add({ mayGoOn, end });
    await vi.waitFor(() => expect(mayGoOn).toHaveBeenCalled());
    unwatch();
    answer(false);
    await Promise.resolve();
    expect(end).not.toHaveBeenCalled();
  });
});
