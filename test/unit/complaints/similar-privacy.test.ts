import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complaintBody, complaintWorld, people, recordCase } from './complaint-world.ts';

/** Of each report every word is the reporter's own, but the problem, which is the same. */
const secretsOf = (no: number) => ({ word: `rahasia${no}kata`, person: `Wati${'abcdefgh'[no] ?? ''}` });

const bodyOf = (no: number) => {
  const { person, word } = secretsOf(no);
  return {
    ...complaintBody,
    title: `Cetak SPM gagal ${word}`,
    description: `Cetak SPM milik Bu ${person} gagal, pesan ${word}`,
  };
};

describe('similar cases and attaching', () => {
  it('show nobody a word, name or id of another reporter, before and after', async () => {
    const numbers = fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        numbers,
        fc.boolean(),
        fc.constantFrom('assigned', 'resolved'),
        async (order, recorded, status) => {
          const world = await complaintWorld();
          const actorOf = (no: number) => ({ ...people.xyz, id: `sender-${no}`, name: `Name of ${no}` });
          const [first = 0, ...later] = order;
          await world.call('findSimilarComplaints', { as: actorOf(first), body: bodyOf(first) });
          await world.call('submitComplaint', { as: actorOf(first), body: bodyOf(first) });
          const seen: { by: number; json: string }[] = [];
          const keep = (by: number, body: unknown) => seen.push({ by, json: JSON.stringify(body) });
          const id = world.engine.cases[0]?.caseId ?? '';
          for (const [position, by] of later.entries()) {
            if (recorded) await recordCase(world, 0, { version: position + 2, status: status as 'assigned' });
            keep(by, (await world.call('findSimilarComplaints', { as: actorOf(by), body: bodyOf(by) })).body);
            const attached = await world.call('attachReport', { as: actorOf(by), params: { id }, body: bodyOf(by) });
            expect(attached.status).toBe(200);
            keep(by, attached.body);
          }
          for (const by of order) {
            keep(by, (await world.call('findSimilarComplaints', { as: actorOf(by), body: bodyOf(by) })).body);
            keep(by, (await world.call('getComplaint', { as: actorOf(by), params: { id } })).body);
            keep(by, (await world.call('listComplaints', { as: actorOf(by) })).body);
          }
          for (const { by, json } of seen) {
            for (const other of order.filter((each) => each !== by)) {
              const { person, word } = secretsOf(other);
              for (const secret of [person, word, `"sender-${other}"`, `Name of ${other}`]) {
                expect(json).not.toContain(secret);
              }
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
