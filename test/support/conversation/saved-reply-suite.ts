import { describe, expect, it } from 'vitest';
import type { ConversationWorld } from './conversation-world.ts';

export function savedReplySuite(world: ConversationWorld): void {
  describe('saved replies', () => {
    const path = '/v1/desks/layanan/saved-replies';
    const body = { title: 'Sandi', text: { id: 'Sudah diatur ulang.', en: 'It was reset.' } };
    type Saved = { savedReply: { id: string; version: number }; items: { title: string }[] };

    it('are written by the supervisor and read by the staff of the desk', async () => {
      expect((await world.people.agent.post(path, body)).status).toBe(403);
      expect((await world.people.xyz.get(path)).status).toBe(403);
      expect((await world.people.elsewhere.get(path)).status).toBe(403);
      expect((await world.people.supervisor.post('/v1/desks/lain/saved-replies', body)).status).toBe(403);
      const made = await world.people.supervisor.post<Saved>(path, body);
      expect(made.status).toBe(201);
      const { id } = made.body.savedReply;
      const changed = await world.people.supervisor.put<Saved>(
        `${path}/${id}`,
        { ...body, title: 'Baru' },
        { 'if-match': '"1"' },
      );
      expect([changed.status, changed.body.savedReply.version]).toEqual([200, 2]);
      expect((await world.people.supervisor.put(`${path}/${id}`, body, { 'if-match': '"1"' })).status).toBe(412);
      expect((await world.people.agent.get<Saved>(path)).body.items).toMatchObject([
        { id, title: 'Baru', text: body.text },
      ]);
      expect((await world.people.agent.delete(`${path}/${id}`)).status).toBe(403);
      expect((await world.people.supervisor.delete(`/v1/desks/layanan/saved-replies/lain`)).status).toBe(404);
      expect((await world.people.supervisor.delete(`${path}/${id}`)).status).toBe(204);
      expect((await world.people.supervisor.put(`${path}/${id}`, body)).status).toBe(404);
      expect((await world.people.supervisor.post(path, { title: 'x', text: { id: 'y' } })).status).toBe(400);
    });
  });
}
