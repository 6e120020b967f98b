import { describe, expect, it } from 'vitest';
import { nextBuilt } from '../builders/built-counter.ts';
import { buildOfficeServerView, buildSession } from '../builders/session-builder.ts';
import { shuffled } from './random-order.ts';
import type { StoreUnderTest } from './store-under-test.ts';

export function sessionContract(store: StoreUnderTest): void {
  describe("views of an office server's sessions", () => {
    it('are found again exactly as recorded', async () => {
      const serverId = `srv-${nextBuilt()}`;
      const queue = [buildSession({ state: 'queued', waited: true, grantedAt: null, expiresAt: null, token: null })];
      const view = buildOfficeServerView({ serverId, sessions: [buildSession()], queue, lastToken: 7 });
      expect(await store().officeServerViews.record(view)).toBe(true);
      expect(await store().officeServerViews.find(serverId)).toStrictEqual(view);
      expect(await store().officeServerViews.find('unknown')).toBeNull();
    });

    it('keep the newer version', async () => {
      const serverId = `srv-${nextBuilt()}`;
      for (const version of shuffled([1, 2, 3, 4, 5])) {
        await store().officeServerViews.record(buildOfficeServerView({ serverId, version, lastToken: version }));
      }
      const late = buildOfficeServerView({ serverId, version: 5, lastToken: 0 });
      expect(await store().officeServerViews.record(late)).toBe(false);
      expect(await store().officeServerViews.find(serverId)).toMatchObject({ version: 5, lastToken: 5 });
    });
  });

  describe('sessions', () => {
    it('keep the newest word on each, in whatever order they come', async () => {
      const session = buildSession({ version: 4, state: 'granted' });
      const ended = { ...session, version: 6, state: 'ended' as const, how: 'revoked' as const, endedBy: 'pengawas' };
      for (const word of shuffled([{ ...session, version: 2 }, session, { ...ended, reason: 'perawatan' }])) {
        await store().serverSessions.record([word]);
      }
      expect(await store().serverSessions.find(session.sessionId)).toStrictEqual({ ...ended, reason: 'perawatan' });
      expect(await store().serverSessions.find('unknown')).toBeNull();
      await store().serverSessions.record([]);
    });

    it('are found by their case and by the day of their request, oldest first', async () => {
      const [caseId, year] = [`case-${nextBuilt()}`, 3000 + nextBuilt()];
      const at = (day: number, hour: number) => `${year}-01-0${day}T0${hour}:00:00.000Z`;
      const early = buildSession({ caseId, requestedAt: at(1, 2) });
      const late = buildSession({ caseId, requestedAt: at(1, 3) });
      const next = buildSession({ caseId: `${caseId}-other`, requestedAt: at(2, 0) });
      await store().serverSessions.record([next, late, early]);
      expect(await store().serverSessions.ofCase(caseId)).toStrictEqual([early, late]);
      expect(await store().serverSessions.ofDay(`${year}-01-01`)).toStrictEqual([early, late]);
      expect(await store().serverSessions.ofDay(`${year}-01-02`)).toStrictEqual([next]);
    });
  });
}
