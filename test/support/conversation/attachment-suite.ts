import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startAttachmentSweeper } from '../../../api/attachments/attachment-sweeper.ts';
import type { Complaint } from '../../../api/complaints/complaint-schemas.ts';
import type { TestClient } from '../api/test-client.ts';
import type { Answer, ConversationWorld, ProblemBody } from './conversation-world.ts';
import { samples } from './file-samples.ts';

export function attachmentSuite(world: ConversationWorld): void {
  const { form, loose, newCase, say, upload, uploaded } = world;
  describe('attachments', () => {
    const read = async (client: TestClient, id: string) => {
      const response = await fetch(`${world.api.url}/v1/attachments/${id}`, {
        headers: { cookie: client.cookie() ?? '' },
      });
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const statuses = async (id: string) => {
      const readers = [
        world.people.xyz,
        world.people.abc,
        world.people.def,
        world.people.agent,
        world.people.elsewhere,
        world.people.admin,
      ];
      return (await Promise.all(readers.map((reader) => read(reader, id)))).map(({ status }) => status);
    };

    it('are for their uploader alone until they are sent, and come back as they were', async () => {
      const content = Buffer.concat([samples.png, Buffer.alloc(600_000, 7)]);
      const { status, body } = await upload(world.people.xyz, content, '../../x/Tangkapan "layar".png', 'text/html');
      expect(status).toBe(201);
      expect(body.attachment).toMatchObject({
        fileName: 'Tangkapan _layar_.png',
        mediaType: 'image/png',
        size: content.length,
      });
      const back = await read(world.people.xyz, body.attachment.id);
      expect(back.bytes.equals(content)).toBe(true);
      expect(Object.fromEntries(back.headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="Tangkapan _layar_.png"; filename*=UTF-8''Tangkapan%20_layar_.png`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      expect(await statuses(body.attachment.id)).toEqual([200, 404, 404, 404, 404, 403]);
      expect((await world.people.xyz.get('/v1/attachments/tidak-ada')).status).toBe(404);
      expect((await world.people.admin.post('/v1/attachments', form(samples.png, 'a.png'))).status).toBe(403);
    });

    it('say before one tries how large, how many and of which kind they may be', async () => {
      const { status, body } = await world.people.xyz.get<{ maximumBytes: number; endings: string[] }>(
        '/v1/attachments/limits',
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({
        maximumFiles: expect.any(Number),
        endings: expect.arrayContaining(['png', 'docx', 'log']),
      });
      const large = await upload(world.people.xyz, Buffer.alloc(body.maximumBytes + 1, 'a'), 'besar.txt');
      expect(large.status).toBe(413);
      expect((await upload(world.people.xyz, Buffer.alloc(body.maximumBytes, 'a'), 'pas.txt')).status).toBe(201);
    });

    it('are seen by those who see what they came with', async () => {
      const [own, answer, note] = [
        await uploaded(world.people.xyz),
        await uploaded(world.people.agent),
        await uploaded(world.people.agent),
      ];
      expect((await say(world.people.xyz, { kind: 'reply', text: 'a', attachmentIds: [own] })).status).toBe(201);
      expect((await say(world.people.agent, { kind: 'reply', text: 'b', attachmentIds: [answer] })).status).toBe(201);
      expect((await say(world.people.agent, { kind: 'note', text: 'c', attachmentIds: [note] })).status).toBe(201);
      expect(await statuses(own)).toEqual([200, 404, 404, 200, 404, 403]);
      expect(await statuses(answer)).toEqual([200, 200, 404, 200, 404, 403]);
      expect(await statuses(note)).toEqual([404, 404, 404, 200, 404, 403]);
    });

    it('go with a complaint, once, and staff find them there', async () => {
      const file = await uploaded(world.people.xyz);
      const body = {
        systemId: 'sipd',
        category: 'login',
        title: `Berlampir ${file}`,
        description: 'x',
        attachmentIds: [file],
      };
      const key = { 'idempotency-key': `lampiran-${file}` };
      const sent = await world.people.xyz.post<{ complaint: Complaint }>('/v1/complaints', body, key);
      expect(sent.status).toBe(201);
      expect((await world.people.xyz.post('/v1/complaints', body, key)).status).toBe(201);
      const found = await world.people.agent.get<{ complaint: Complaint }>(`/v1/complaints/${sent.body.complaint.id}`);
      // Its report is placed by the case's workflow, which the fake engine does not run.
      expect(found.status).toBe(200);
      expect(await statuses(file)).toEqual([200, 404, 404, 200, 404, 403]);
      const again = await world.people.xyz.post<Answer>('/v1/complaints', { ...body, title: 'Masalah lain' });
      expect([again.status, again.body.code, again.body.errors?.[0]?.pointer]).toEqual([
        422,
        'unknown_attachment',
        '#/attachmentIds/0',
      ]);
      expect((await say(world.people.xyz, { kind: 'reply', text: 'x', attachmentIds: [file] })).body.code).toBe(
        'unknown_attachment',
      );
      expect((await loose()).map(({ attachmentId }) => attachmentId)).not.toContain(file);
    });

    it('go with a report that is added knowingly, once, and are seen by staff and its sender alone', async () => {
      const caseId = await newCase();
      const path = `/v1/complaints/${caseId}/reports`;
      const [file, foreign] = [await uploaded(world.people.abc), await uploaded(world.people.xyz)];
      const body = { systemId: 'sipd', category: 'login', title: `Sama saja ${file}`, description: 'y' };
      const report = (attachmentIds: string[], key: string, client = world.people.abc) =>
        client.post<Answer & { report: { id: string } }>(
          path,
          { ...body, attachmentIds },
          { 'idempotency-key': `${key}-${file}` },
        );
      // Refused: nothing is kept of it, and the file stays free.
      expect((await report([file, foreign], 'salah')).body.errors?.[0]?.pointer).toBe('#/attachmentIds/1');
      expect((await report(['a', 'b', 'c', 'd'], 'banyak')).body.code).toBe('too_many_attachments');
      const sent = await report([file], 'benar');
      expect(sent.status).toBe(200);
      expect(await report([file], 'benar')).toMatchObject({
        status: 200,
        body: { report: { id: sent.body.report.id } },
      });
      expect((await report([file], 'lagi')).body.code).toBe('unknown_attachment');
      expect(await world.api.store.reports.find(sent.body.report.id)).toMatchObject({ attachmentIds: [file] });
      expect((await loose()).map(({ attachmentId }) => attachmentId)).not.toContain(file);
      // As the case's workflow does, which the fake engine does not run.
      await world.api.store.reports.place({ reportId: sent.body.report.id, caseId });
      expect(await statuses(file)).toEqual([404, 200, 404, 200, 404, 403]);
      const shown = await world.people.agent.get<{ complaint: Complaint }>(`/v1/complaints/${caseId}`);
      const files = shown.body.complaint.reports?.map(({ attachments }) => attachments?.map(({ id }) => id));
      expect(files).toContainEqual([file]);
    });

    it('of somebody else, or too many, are refused, and those beside them stay free', async () => {
      const [own, foreign] = [await uploaded(world.people.xyz), await uploaded(world.people.abc)];
      const refused = await say(world.people.xyz, { kind: 'reply', text: 'x', attachmentIds: [own, foreign] });
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '#/attachmentIds/1']);
      const many = await say(world.people.xyz, { kind: 'reply', text: 'x', attachmentIds: ['a', 'b', 'c', 'd'] });
      expect([many.status, many.body.code]).toEqual([422, 'too_many_attachments']);
      expect((await say(world.people.xyz, { kind: 'reply', text: 'x', attachmentIds: [own] })).status).toBe(201);
    });

    it('that race for one file: one message has it', async () => {
      const file = await uploaded(world.people.xyz);
      const racing = Array.from({ length: 10 }, (_, no) =>
        say(world.people.xyz, { kind: 'reply', text: `balap ${no}`, attachmentIds: [file] }),
      );
      const answers = (await Promise.all(racing)).map(({ status }) => status).sort((one, other) => one - other);
      expect(answers).toEqual([201, ...Array<number>(9).fill(422)]);
    });

    const raw = (body: string | Buffer, type = 'multipart/form-data; boundary=b') =>
      world.people.xyz.request<ProblemBody>('POST', '/v1/attachments', { body, headers: { 'content-type': type } });
    const field = (name: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nx\r\n`;
    const part = (content: string) =>
      `--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${content}\r\n`;

    it.each([
      ['no bytes', () => upload(world.people.xyz, Buffer.alloc(0), 'kosong.txt'), 422, 'attachment_empty'],
      [
        'a program called .png',
        () => upload(world.people.xyz, samples.exe, 'a.png', 'image/png'),
        415,
        'attachment_type_not_allowed',
      ],
      [
        'too many bytes',
        () => upload(world.people.xyz, Buffer.alloc(1_000_001, 'a'), 'a.txt'),
        413,
        'attachment_too_large',
      ],
      [
        'far too many bytes',
        () => upload(world.people.xyz, Buffer.alloc(3_000_000, 'a'), 'a.txt'),
        413,
        'attachment_too_large',
      ],
      ['no file', () => raw('--b--\r\n'), 400, 'validation_failed'],
      [
        'ten thousand fields',
        () => raw(`${Array.from({ length: 10_000 }, (_, no) => field(`f${no}`)).join('')}--b--\r\n`),
        400,
        'validation_failed',
      ],
      ['two files', () => raw(`${part('a')}${part('b')}--b--\r\n`), 400, 'validation_failed'],
      ['a file that breaks off', () => raw(part('halo').slice(0, -4)), 400, 'malformed_request'],
      ['no boundary', () => raw('x', 'multipart/form-data'), 400, 'malformed_request'],
      ['JSON', () => raw('{}', 'application/json'), 415, 'unsupported_media_type'],
    ])('with %s are refused and leave nothing', async (_what, send, status, code) => {
      const before = (await loose()).length;
      const answer = (await send()) as { status: number; body: ProblemBody };
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      // Broken off by its sender, it is answered while what is left of it is still being removed.
      await expect.poll(async () => (await loose()).length).toBe(before);
    });

    it('that are broken off by their sender leave nothing', async () => {
      const before = (await loose()).length;
      const request = httpRequest(`${world.api.url}/v1/attachments`, {
        method: 'POST',
        headers: { cookie: world.people.xyz.cookie() ?? '', 'content-type': 'multipart/form-data; boundary=b' },
      });
      request.on('error', () => undefined);
      request.write(part('a'.repeat(500_000)).slice(0, -2));
      await expect.poll(async () => (await loose()).length).toBe(before + 1);
      request.destroy();
      await expect.poll(async () => (await loose()).length).toBe(before);
    });

    it('that nobody used are gone after a day, and those in use stay', async () => {
      const [unused, used] = [await uploaded(world.people.xyz), await uploaded(world.people.xyz)];
      await say(world.people.xyz, { kind: 'reply', text: 'dipakai', attachmentIds: [used] });
      // As if the process had died between the message and the note that its file is used.
      await world.api.store.attachments.begin({
        attachmentId: used,
        uploaderId: 'xyz',
        begunAt: world.api.clock.now.toISOString(),
      });
      const clock = () => new Date(world.api.clock.now.getTime() + 25 * 3_600_000);
      const quiet = { info: () => undefined, warn: () => undefined };
      const sweeper = startAttachmentSweeper({ store: world.api.store, logger: quiet, clock, everyMs: 3_600_000 });
      expect(await sweeper.sweep()).toBeGreaterThan(0);
      await sweeper.stop();
      expect(await loose()).toEqual([]);
      expect((await read(world.people.xyz, unused)).status).toBe(404);
      expect(await world.api.store.attachmentFiles.read(unused)).toBeNull();
      expect((await read(world.people.xyz, used)).status).toBe(200);
      expect((await say(world.people.xyz, { kind: 'reply', text: 'x', attachmentIds: [unused] })).status).toBe(422);
    });
  });
}
