import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../api/auth/actor.ts';
import { escalationEntry, otherEntries } from './timeline-samples.ts';
import { complaintBody, complaintWorld, people, recordCase } from './complaint-world.ts';

/** Each sender's own spelling of one problem: it normalises to the same fingerprint, and can be told apart. */
const spellings = [
  'Tidak bisa masuk SIPD',
  'TIDAK BISA MASUK, sipd!!',
  'tidak   bisa: masuk sipd?',
  'Tidak.Bisa.Masuk.SIPD',
];
const descriptionOf = (index: number) => `Setelah kata sandi ${'!'.repeat(index + 1)}`;
const senders = ['xyz', 'abc', 'sender-3', 'sender-4'];

function submitter(index: number): Actor {
  const id = senders[index] ?? '';
  return { ...people.xyz, id, name: `Name of ${id}` };
}

describe('what a submitter gets', () => {
  it('never holds the id, name or words of another reporter, nor a hash, reason, note or workflow', async () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(orders, fc.boolean(), fc.nat({ max: 3 }), async (order, recorded, unrecordedTail) => {
        const world = await complaintWorld();
        const answers: { by: number; json: string }[] = [];
        const keep = (by: number, body: unknown) => answers.push({ by, json: JSON.stringify(body) });
        for (const [position, by] of order.entries()) {
          const body = { ...complaintBody, title: spellings[by], description: descriptionOf(by) };
          keep(by, (await world.call('submitComplaint', { as: submitter(by), body })).body);
          if (recorded && position < order.length - unrecordedTail)
            await recordCase(world, 0, { version: position + 1 });
        }
        const found = world.engine.cases[0];
        if (!found) throw new Error('no case');
        await world.store.timelines.append([
          ...order.flatMap((by, index) =>
            otherEntries(found.caseId, index + 1, senders[by] ?? '', found.reports[index]),
          ),
          escalationEntry(found.caseId, order.length + 1),
        ]);
        for (const by of order) {
          const params = { id: found.caseId };
          const as = submitter(by);
          const read = await world.call('getComplaint', { as, params });
          expect(read.body.complaint.title).toBe(spellings[by]);
          expect(read.body.complaint.reports).toMatchObject([{ title: spellings[by], description: descriptionOf(by) }]);
          keep(by, read.body);
          keep(by, (await world.call('getTimeline', { as, params })).body);
          keep(by, (await world.call('listComplaints', { as })).body);
        }
        for (const { by, json } of answers) {
          for (const other of order.filter((each) => each !== by)) {
            const theirs = found.reports.find(({ submitterId }) => submitterId === senders[other]);
            for (const secret of [`"${senders[other]}"`, `Name of ${senders[other]}`, theirs?.reportId ?? '?']) {
              expect(json).not.toContain(secret);
            }
            expect(json).not.toContain(JSON.stringify(spellings[other]));
            expect(json).not.toContain(JSON.stringify(descriptionOf(other)));
          }
          for (const secret of ['hash', 'reason', 'workflow', 'complaint:123']) {
            expect(json).not.toContain(secret);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
