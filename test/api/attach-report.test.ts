import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SubmissionAnswer } from '../../api/complaints/complaint-schemas.ts';
import type { SimilarComplaints } from '../../api/complaints/similar/similar-schemas.ts';
import { startComplaintStack, type ComplaintStack } from '../support/complaints/complaint-stack.ts';

let stack: ComplaintStack;

beforeAll(async () => {
  stack = await startComplaintStack();
});

afterAll(() => stack.end());

it('a similar case is found, joined knowingly, and keeps its one turn', async () => {
  const [xyz, abc] = [await stack.as(stack.ids.submitters[0]), await stack.as(stack.ids.submitters[1], 'en')];
  const common = { systemId: stack.ids.systemId, category: 'cetak' };
  const mine = { ...common, title: 'Cetak SPM gagal', description: 'Klik cetak, muncul pesan error.' };
  const theirs = { ...common, title: 'spm ga bisa diprint', description: 'klik print keluar eror' };
  const { id } = (await xyz.post<SubmissionAnswer>('/v1/complaints', mine)).body.complaint;
  const { store } = stack.desk;
  await expect.poll(async () => (await store.cases.find(id))?.status, { timeout: 15_000 }).toBe('assigned');

  const { items } = (await abc.post<SimilarComplaints>('/v1/complaints/similar', theirs)).body;
  expect(items.map(({ complaint }) => [complaint.id, complaint.title])).toEqual([[id, 'cetak']]);

  const key = { 'idempotency-key': 'join' };
  const joined = await abc.post<SubmissionAnswer>(`/v1/complaints/${id}/reports`, theirs, key);
  expect([joined.status, joined.body.complaint.id, joined.body.duplicate]).toEqual([200, id, true]);
  expect(joined.body.advice).toContain('does not speed it up');
  await expect.poll(async () => (await store.cases.find(id))?.reportCount, { timeout: 15_000 }).toBe(2);
  await expect.poll(async () => (await store.reports.ofCase(id)).length, { timeout: 15_000 }).toBe(2);

  const again = await abc.post<SubmissionAnswer>(`/v1/complaints/${id}/reports`, theirs, key);
  expect(again.body.report.id).toBe(joined.body.report.id);
  expect(await store.cases.find(id)).toMatchObject({ reportCount: 2, attempt: 1 });
});
