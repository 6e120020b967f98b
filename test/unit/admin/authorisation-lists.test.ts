import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, relations } from '../../support/authorisation/access-cast.ts';
import { buildAccessWorld, type AccessWorld } from '../../support/authorisation/access-world.ts';

let world: AccessWorld;
const caseIds: string[] = [];

/** Everybody's own cases, others', and those that wait, at either desk. */
beforeAll(async () => {
  world = await buildAccessWorld();
  for (const person of cast) {
    const deskId = person.isElsewhere ? 'lain' : 'layanan';
    for (const kind of relations) caseIds.push((await world.newCase({ kind, person }, { deskId })).caseId);
  }
});
afterAll(() => world.api.close());

interface Page {
  items: { id: string }[];
}

const readers = cast.filter(({ role }) => role !== 'admin');

describe('a list shows what may be read one by one, and nothing else', () => {
  const readableBy = async (person: (typeof cast)[number]) => {
    const answers = caseIds.map(async (id) => {
      const { status } = await world.clientOf(person).get(`/v1/complaints/${id}`);
      return status === 200 ? [id] : [];
    });
    return (await Promise.all(answers)).flat().sort();
  };

  it.each(readers)('of cases, for the $column', async (person) => {
    const { body } = await world.clientOf(person).get<Page>('/v1/complaints?limit=100');
    const readable = await readableBy(person);
    expect(body.items.map(({ id }) => id).sort()).toEqual(readable);
    expect(readable.length).toBeLessThan(caseIds.length);
    if (!person.isElsewhere) expect(readable.length).toBeGreaterThan(0);
  });

  it.each(readers.filter(({ role }) => role === 'supervisor'))('of exported cases, for the $column', async (person) => {
    const { body } = await world.clientOf(person).get<string>('/v1/exports/cases');
    const lines = body.split('\n').filter((line) => line !== '');
    const ids = lines.map((line) => (JSON.parse(line) as { complaint: { id: string } }).complaint.id);
    expect(ids.sort()).toEqual(await readableBy(person));
  });

  it.each(cast)('of notifications and tokens, for the $column', async (person) => {
    const own = [await world.newNotification(person.id), await world.newToken(person.id)];
    await world.newNotification('abc');
    await world.newToken('abc');
    const client = world.clientOf(person);
    const pages = [await client.get<Page>('/v1/notifications'), await client.get<Page>('/v1/tokens')];
    expect(pages.map(({ body }) => body.items.map(({ id }) => id))).toEqual(own.map((id) => [id]));
  });
});
