import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { storeSchema } from '../../store/kernel/store-schema.ts';

let connection: Connection;
const commands: string[] = [];

beforeAll(async () => {
  connection = createConnection();
  await connection.openUri(inject('mongodbUri'), { dbName: `one-answer-${Date.now()}`, monitorCommands: true });
  connection.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

it('a long answer is one answer: nothing stays open in the store for a client that may never ask on', async () => {
  const rows = connection.model('Row', storeSchema<{ _id: string; text: string }>({ _id: String, text: String }));
  await rows.insertMany(Array.from({ length: 1_500 }, (_, index) => ({ _id: `row-${index}`, text: 'x'.repeat(500) })));
  commands.length = 0;
  expect(await rows.find().lean()).toHaveLength(1_500);
  expect(commands).toEqual(['find']);
});
