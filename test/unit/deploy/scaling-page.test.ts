import { readFileSync } from 'node:fs';
import { createConnection, type Connection } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { declareFileIndexes } from '../../../store/attachments/attachment-model.ts';
import { mongoCases } from '../../../store/cases/case-mongo.ts';
import { mongoChanges } from '../../../store/changes/change-mongo.ts';
import { mongoMails } from '../../../store/mails/mail-mongo.ts';
import { mongoMessages } from '../../../store/messages/message-mongo.ts';
import { mongoNotifications } from '../../../store/notifications/notification-mongo.ts';
import { mongoPresences } from '../../../store/presences/presence-mongo.ts';
import { mongoReports } from '../../../store/reports/report-mongo.ts';
import { mongoServerSessions } from '../../../store/server-sessions/server-session-mongo.ts';
import { mongoTimelines } from '../../../store/timelines/timeline-mongo.ts';
import { mongoTokens } from '../../../store/tokens/token-mongo.ts';
import { mongoTurns } from '../../../store/turns/turn-mongo.ts';
import { mongoUsers } from '../../../store/users/user-mongo.ts';
import { mongoDeliveries } from '../../../store/webhooks/delivery-mongo.ts';

interface Index {
  fields: string[];
  isUnique: boolean;
}

/** By collection; of each also the one that MongoDB makes. */
function indexesOf(connection: Connection): Map<string, Index[]> {
  const all = Object.values(connection.models).map(({ collection, schema }): [string, Index[]] => {
    const made = schema.indexes().map(([fields, options]): Index => {
      return { fields: Object.keys(fields), isUnique: options?.['unique'] === true };
    });
    return [collection.collectionName, [{ fields: ['_id'], isUnique: true }, ...made]];
  });
  return new Map(all);
}

function storeIndexes(): Map<string, Index[]> {
  // Never opened: the models are only declared.
  const connection = createConnection();
  mongoCases(connection, () => true);
  for (const declare of [
    ...[declareFileIndexes, mongoChanges, mongoMails, mongoMessages, mongoNotifications, mongoPresences, mongoReports],
    ...[mongoServerSessions, mongoTimelines, mongoTokens, mongoTurns, mongoUsers, mongoDeliveries],
  ]) {
    declare(connection);
  }
  return indexesOf(connection);
}

const page = readFileSync('docs/scaling.md', 'utf8');

/** The rows of the table under this heading, as cells without their marks. */
function rowsUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const lines = section.split(/\n#/)[0]?.split('\n') ?? [];
  const rows = lines.filter((line) => line.startsWith('|')).slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

const fieldsOf = (cell: string): string[] => cell.split(', ');
const startsWith = (fields: string[], wanted: string[]): boolean => wanted.every((field, at) => fields[at] === field);

describe('docs/scaling.md', () => {
  const indexes = storeIndexes();

  it('names for each hot question an index that the store makes', () => {
    const rows = rowsUnder('Hot questions and their indexes');
    expect(rows.length).toBeGreaterThan(20);
    const missing = rows.filter(([, collection = '', index = '']) => {
      return !indexes.get(collection)?.some(({ fields }) => startsWith(fields, fieldsOf(index)));
    });
    expect(missing).toEqual([]);
  });

  it('splits no collection by a key under which MongoDB would refuse one of its unique indexes', () => {
    const rows = rowsUnder('MongoDB').filter(([, key]) => key !== 'whole');
    expect(rows.length).toBeGreaterThan(6);
    const refused = rows.flatMap(([collection = '', key = '']) => {
      const unique = indexes.get(collection)?.filter(({ fields, isUnique }) => isUnique && String(fields) !== '_id');
      if (unique === undefined) return [`${collection} is not there`];
      // A hashed key is a prefix of no unique index.
      const isAllowed = ({ fields }: Index) => !key.includes('hashed') && startsWith(fields, fieldsOf(key));
      return unique.filter((index) => !isAllowed(index)).map(({ fields }) => `${collection}: ${fields} is unique`);
    });
    expect(refused).toEqual([]);
  });

  it('leaves whole what a unique index keeps from being split', () => {
    const whole = rowsUnder('MongoDB').filter(([, key]) => key === 'whole');
    const kept = whole.flatMap(([collections = '']) => collections.split(', '));
    for (const collection of ['reports', 'users', 'tokens', 'changes']) expect(kept).toContain(collection);
  });
});
