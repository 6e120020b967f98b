import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildUser } from '../builders/user-builder.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const at = '2026-11-24T01:00:00.000Z';

export function peopleContract(store: StoreUnderTest): void {
  describe('users', () => {
    it('are unique by id and by username, and found by both exactly', async () => {
      const user = buildUser();
      expect(await store().users.insert(user)).toBe(true);
      expect(await store().users.insert({ ...buildUser(), userId: user.userId })).toBe(false);
      expect(await store().users.insert({ ...buildUser(), username: user.username })).toBe(false);
      expect(await store().users.find(user.userId)).toStrictEqual(user);
      expect(await store().users.findByUsername(user.username)).toStrictEqual(user);
      expect(await store().users.findByUsername(user.username.toUpperCase())).toBeNull();
    });

    it('are found many at once, each once, in the order asked', async () => {
      const [one, two] = [buildUser(), buildUser()];
      for (const user of [one, two]) await store().users.insert(user);
      expect(await store().users.findMany([two.userId, 'unknown', one.userId, two.userId])).toStrictEqual([two, one]);
      expect(await store().users.findMany([])).toEqual([]);
    });

    it('of a tier are its active agents in the order of the roster', async () => {
      const deskId = `desk-${nextBuilt()}`;
      const [last, first, second, third] = [null, 0, 2, 10].map((rosterPosition) =>
        buildUser({ deskId, rosterPosition }),
      );
      const others = [{ active: false }, { role: 'supervisor' as const }, { tier: 'tier-2' as const }];
      const users = [last, third, first, second, ...others.map((other) => buildUser({ deskId, ...other }))];
      for (const user of users) if (user) await store().users.insert(user);
      const agents = await store().users.agentsOf({ deskId, tier: 'tier-1' });
      expect(agents).toStrictEqual([first, second, third, last]);
    });
  });

  describe('a changed user', () => {
    it('is overwritten by newer versions only, and keeps the password', async () => {
      const user = buildUser();
      await store().users.insert(user);
      const { passwordHash: _hash, ...profile } = user;
      expect(await store().users.record({ ...profile, name: 'Baru', version: 1 })).toBe(false);
      expect(await store().users.record({ ...profile, name: 'Baru', active: false, version: 3 })).toBe(true);
      expect(await store().users.record({ ...profile, name: 'Lama', version: 2 })).toBe(false);
      expect(await store().users.record({ ...profile, userId: 'unknown', version: 9 })).toBe(false);
      const expected = { ...user, name: 'Baru', active: false, version: 3 };
      expect(await store().users.find(user.userId)).toStrictEqual(expected);
      expect(await store().users.list()).toContainEqual(expected);
    });

    it('gets a password without any other change, and can be removed', async () => {
      const user = buildUser();
      await store().users.insert(user);
      const password = { userId: user.userId, passwordHash: 'another', oneTimePassword: true };
      expect(await store().users.recordPassword(password)).toBe(true);
      expect(await store().users.recordPassword({ ...password, userId: 'unknown' })).toBe(false);
      expect(await store().users.find(user.userId)).toStrictEqual({ ...user, ...password });
      await store().users.remove(user.userId);
      await store().users.remove(user.userId);
      expect(await store().users.find(user.userId)).toBeNull();
    });

    it('loses nothing when profile and password change at once', async () => {
      const user = buildUser();
      await store().users.insert(user);
      const { passwordHash: _hash, ...profile } = user;
      await Promise.all([
        store().users.record({ ...profile, name: 'Baru', version: 2 }),
        store().users.recordPassword({ userId: user.userId, passwordHash: 'new', oneTimePassword: false }),
      ]);
      expect(await store().users.find(user.userId)).toMatchObject({ name: 'Baru', passwordHash: 'new' });
    });
  });

  describe('offices, systems and office servers', () => {
    it('are inserted once, found again and listed in order of id', async () => {
      const officeId = `office-${nextBuilt()}`;
      const office = { officeId, name: 'Kantor' };
      const system = { systemId: `system-${officeId}`, name: 'SIPD', deskId: 'layanan' };
      const server = { serverId: `server-${officeId}`, officeId, name: 'srv', sessionLimit: 2, address: 'srv.example' };
      const { offices, systems, officeServers } = store();
      const inserts = () => [offices.insert(office), systems.insert(system), officeServers.insert(server)];
      expect(await Promise.all(inserts())).toEqual([true, true, true]);
      expect(await Promise.all(inserts())).toEqual([false, false, false]);
      expect(await offices.find(officeId)).toStrictEqual(office);
      expect(await systems.find(system.systemId)).toStrictEqual(system);
      expect(await officeServers.find(server.serverId)).toStrictEqual(server);
      expect(await offices.find('unknown')).toBeNull();
      await offices.insert({ officeId: 'a-first', name: 'A' });
      const ids = (await offices.list()).map((one) => one.officeId);
      expect(ids).toEqual([...ids].sort());
      expect(ids).toEqual(expect.arrayContaining(['a-first', officeId]));
    });

    it('are overwritten by newer versions only, and removed', async () => {
      const officeId = `office-${nextBuilt()}`;
      const { offices } = store();
      expect(await offices.record({ officeId, name: 'Tidak ada', version: 2 })).toBe(false);
      await offices.insert({ officeId, name: 'Kantor' });
      expect(await offices.record({ officeId, name: 'Sama tua' })).toBe(false);
      const closed = { officeId, name: 'Kantor lama', active: false, version: 3 };
      expect(await offices.record(closed)).toBe(true);
      expect(await offices.record({ officeId, name: 'Terlambat', version: 2 })).toBe(false);
      expect(await offices.find(officeId)).toStrictEqual(closed);
      await offices.remove(officeId);
      await offices.remove(officeId);
      expect(await offices.find(officeId)).toBeNull();
    });
  });

  describe('sessions, tokens and messages', () => {
    it('sessions are found until they are removed', async () => {
      const session = { tokenHash: `hash-${nextBuilt()}`, userId: 'xyz', createdAt: at, expiresAt: at };
      await store().sessions.insert(session);
      expect(await store().sessions.find(session.tokenHash)).toStrictEqual(session);
      await store().sessions.remove(session.tokenHash);
      await store().sessions.remove(session.tokenHash);
      expect(await store().sessions.find(session.tokenHash)).toBeNull();
    });

    it('sessions of one user are listed newest first, and keep when they were last seen', async () => {
      const userId = `user-${nextBuilt()}`;
      const [first, second] = ['2026-11-24T01:00:00.000Z', '2026-11-24T02:00:00.000Z'].map((createdAt) => ({
        ...{ tokenHash: `hash-${nextBuilt()}`, userId, createdAt, expiresAt: at, browser: 'Firefox', system: null },
      }));
      if (!first || !second) return;
      for (const session of [first, second]) await store().sessions.insert(session);
      await store().sessions.touch(first.tokenHash, at);
      await store().sessions.touch('unknown', at);
      expect(await store().sessions.ofUser(userId)).toStrictEqual([second, { ...first, lastSeenAt: at }]);
      expect(await store().sessions.find('unknown')).toBeNull();
    });

    it('sessions of one user end together, but for the one that is kept', async () => {
      const userId = `user-${nextBuilt()}`;
      const [kept, ended, others] = [1, 2, 3].map((no) => `hash-${nextBuilt()}-${no}`) as [string, string, string];
      const common = { userId, createdAt: at, expiresAt: at };
      for (const tokenHash of [kept, ended]) await store().sessions.insert({ ...common, tokenHash });
      await store().sessions.insert({ ...common, userId: 'another', tokenHash: others });
      await store().sessions.removeOfUser(userId, { tokenHash: kept });
      const found = async () => Promise.all([kept, ended, others].map((hash) => store().sessions.find(hash)));
      expect((await found()).map((session) => session !== null)).toEqual([true, false, true]);
      await store().sessions.removeOfUser(userId);
      expect((await found()).map((session) => session !== null)).toEqual([false, false, true]);
    });

    it('tokens of one user are listed oldest first, found by id and removed', async () => {
      const userId = `user-${nextBuilt()}`;
      const times = ['2026-11-24T02:00:00.000Z', '2026-11-24T01:00:00.000Z', '2026-11-24T01:00:00.000Z'];
      const tokens = times.map((createdAt, no) => ({
        ...{ userId, name: 'skrip', createdAt, expiresAt: null },
        ...{ tokenId: `${userId}-${no}`, tokenHash: `hash-${userId}-${no}` },
      }));
      for (const token of tokens) await store().tokens.insert(token);
      expect(await store().tokens.ofUser(userId)).toStrictEqual([tokens[1], tokens[2], tokens[0]]);
      expect(await store().tokens.find(`${userId}-1`)).toStrictEqual(tokens[1]);
      await store().tokens.remove(`${userId}-1`);
      expect(await store().tokens.find(`${userId}-1`)).toBeNull();
      expect(await store().tokens.ofUser(userId)).toStrictEqual([tokens[2], tokens[0]]);
    });

    it('tokens are found by hash', async () => {
      const id = nextBuilt();
      const token = { tokenId: `t-${id}`, tokenHash: `h-${id}`, userId: 'xyz', name: 'skrip', createdAt: at };
      await store().tokens.insert({ ...token, expiresAt: null });
      expect(await store().tokens.findByHash(`h-${id}`)).toStrictEqual({ ...token, expiresAt: null });
      expect(await store().tokens.findByHash(token.tokenId)).toBeNull();
    });

    it('messages are kept once and found in the order asked', async () => {
      const message = { caseId: 'c', kind: 'resolution' as const, authorId: 'petugas-a', text: 'Sudah', at };
      const [one, two] = [1, 2].map((no) => ({ ...message, messageId: `m-${nextBuilt()}-${no}` }));
      if (one === undefined || two === undefined) return;
      for (const some of [one, two, { ...one, text: 'again' }]) await store().messages.insert(some);
      expect(await store().messages.findMany([two.messageId, 'unknown', one.messageId])).toStrictEqual([two, one]);
    });
  });
}
