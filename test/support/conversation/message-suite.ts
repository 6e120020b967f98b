import { describe, expect, it } from 'vitest';
import { startMessageSweeper } from '../../../api/messages/message-sweeper.ts';
import type { TestClient } from '../api/test-client.ts';
import type { Answer, ConversationWorld } from './conversation-world.ts';

export function messageSuite(world: ConversationWorld): void {
  const { newCase, say, texts, uploaded } = world;
  describe('messages', () => {
    it('reach those whom they are for, and nobody else', async () => {
      const id = await newCase();
      const reply = (client: TestClient, text: string) => say(client, { kind: 'reply', text }, {}, id);
      for (const [client, text] of [
        [world.people.xyz, 'dari xyz'],
        [world.people.abc, 'dari abc'],
        [world.people.agent, 'dari petugas'],
      ] as const) {
        expect((await reply(client, text)).status).toBe(201);
        world.api.clock.now = new Date(world.api.clock.now.getTime() + 1);
      }
      expect((await say(world.people.supervisor, { kind: 'note', text: 'catatan' }, {}, id)).status).toBe(201);
      expect(await texts(world.people.xyz, id)).toEqual(['dari xyz', 'dari petugas']);
      expect(await texts(world.people.abc, id)).toEqual(['dari abc', 'dari petugas']);
      expect(await texts(world.people.agent, id)).toEqual(['dari xyz', 'dari abc', 'dari petugas', 'catatan']);
      expect((await say(world.people.xyz, { kind: 'note', text: 'x' }, {}, id)).status).toBe(403);
      for (const client of [world.people.def, world.people.elsewhere]) {
        expect((await reply(client, 'x')).status).toBe(404);
        expect((await client.get(`/v1/complaints/${id}/messages`)).status).toBe(404);
      }
      expect((await reply(world.people.admin, 'x')).status).toBe(403);
      const told = world.api.engine.cases.find((each) => each.caseId === id)?.messages ?? [];
      expect(told.map(({ kind, actor }) => `${kind} ${actor.id}`)).toEqual([
        'reply xyz',
        'reply abc',
        'reply petugas-a',
        'note pengawas',
      ]);
    });

    it('come page by page, each once', async () => {
      const id = await newCase();
      const all = ['satu', 'dua', 'tiga', 'empat', 'lima'];
      for (const text of all) {
        world.api.clock.now = new Date(world.api.clock.now.getTime() + 1);
        await say(world.people.xyz, { kind: 'reply', text }, {}, id);
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query: string = cursor === undefined ? '?limit=2' : `?limit=2&cursor=${cursor}`;
        const page = await world.people.agent.get<Answer>(`/v1/complaints/${id}/messages${query}`);
        seen.push(...page.body.items.map(({ text }) => text));
        cursor = page.body.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(all);
      expect((await world.people.agent.get(`/v1/complaints/${id}/messages?cursor=x`)).status).toBe(400);
    });

    it('of one key are one message, and the key stands for nothing else', async () => {
      const id = await newCase();
      const key = { 'idempotency-key': `kunci-${id}` };
      const file = await uploaded(world.people.xyz);
      const body = { kind: 'reply', text: 'sekali', attachmentIds: [file] };
      const answers = await Promise.all([1, 2, 3].map(() => say(world.people.xyz, body, key, id)));
      answers.push(await say(world.people.xyz, body, key, id));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
      expect(new Set(answers.map(({ body: { message } }) => message.id)).size).toBe(1);
      expect(answers[3]?.body.message.attachments).toMatchObject([{ id: file, fileName: 'layar.png' }]);
      expect(await texts(world.people.xyz, id)).toEqual(['sekali']);
      expect((await say(world.people.xyz, { ...body, text: 'lain' }, key, id)).body.code).toBe(
        'idempotency_key_reused',
      );
    });

    it('are kept while Temporal is away, and brought to the case once it is back', async () => {
      const id = await newCase();
      world.api.engine.down = true;
      const kept = await say(world.people.xyz, { kind: 'reply', text: 'tolong' }, {}, id);
      expect(kept.status).toBe(202);
      expect(await texts(world.people.agent, id)).toEqual(['tolong']);
      const clock = () => new Date(world.api.clock.now.getTime() + 60_000);
      const quiet = { info: () => undefined, warn: () => undefined };
      const sweeper = startMessageSweeper({ ...world.api, logger: quiet, clock, everyMs: 3_600_000 });
      expect(await sweeper.sweep()).toBe(0);
      world.api.engine.down = false;
      expect(await sweeper.sweep()).toBe(1);
      expect(await sweeper.sweep()).toBe(0);
      await sweeper.stop();
      const told = world.api.engine.cases.find((each) => each.caseId === id)?.messages ?? [];
      expect(told).toEqual([
        { messageId: kept.body.message.id, kind: 'reply', actor: { id: 'xyz', role: 'submitter' } },
      ]);
    });

    it('are refused when the case has ended, also when the store does not know yet, and are not shown', async () => {
      const id = await newCase();
      const running = world.api.engine.cases.find((each) => each.caseId === id);
      if (running) world.api.engine.endCase(running.workflowId);
      const late = await say(
        world.people.xyz,
        { kind: 'reply', text: 'terlambat' },
        { 'idempotency-key': `akhir-${id}` },
        id,
      );
      expect([late.status, late.body.code]).toEqual([409, 'case_closed']);
      const again = await say(
        world.people.xyz,
        { kind: 'reply', text: 'terlambat' },
        { 'idempotency-key': `akhir-${id}` },
        id,
      );
      expect(again.status).toBe(409);
      expect(await texts(world.people.agent, id)).toEqual([]);
      const view = await world.api.store.cases.find(id);
      if (view) await world.api.store.cases.record({ ...view, status: 'closed', version: view.version + 1 });
      expect((await say(world.people.agent, { kind: 'note', text: 'x' }, {}, id)).status).toBe(409);
    });

    it.each([
      ['NUL', { kind: 'reply', text: 'a\u0000b' }],
      ['half a surrogate pair', '{"kind":"reply","text":"\\ud800"}'],
      ['nothing visible', { kind: 'reply', text: '\u200b \n' }],
      ['a kind that is none', { kind: 'resolution', text: 'x' }],
      ['too long', { kind: 'reply', text: 'x'.repeat(10_001) }],
      ['an unknown field', { kind: 'reply', text: 'x', authorId: 'abc' }],
      ['an operator', { kind: 'reply', text: { $ne: '' } }],
    ])('with %s are refused', async (_what, body) => {
      expect((await world.people.xyz.post(`/v1/complaints/${world.caseId}/messages`, body)).status).toBe(400);
    });
  });
}
