import type { Connection, Model } from 'mongoose';
import { insertOnce } from '../kernel/insert-once.ts';
import { toDocument, toRow } from '../kernel/stored-document.ts';
import { StaleVersion } from '../store-errors.ts';
import { deskModel, deskSettingsModel, type DeskDocument, type DeskSettingsDocument } from './desk-model.ts';
import type { Desk, DeskRepository } from './desk-repository.ts';

export function mongoDesks(connection: Connection): DeskRepository {
  const desks = deskModel(connection);
  const changes = deskSettingsModel(connection);
  // What a desk began with is never written again: every change is a document of its own.
  const firsts = new Map<string, DeskDocument>();
  const find = async (deskId: string): Promise<Desk | null> => {
    const found = firsts.get(deskId) ?? (await desks.findById(deskId).lean<DeskDocument>());
    if (found === null) return null;
    firsts.set(deskId, found);
    return latest(changes, found);
  };
  return {
    find,
    async insert(desk) {
      return insertOnce(desks, toDocument('deskId', desk));
    },
    async list() {
      const found = await desks.find().sort({ _id: 1 }).lean<DeskDocument[]>();
      return Promise.all(found.map((desk) => latest(changes, desk)));
    },
    async record(desk) {
      if ((await desks.exists({ _id: desk.deskId })) === null) return false;
      return insertOnce(changes, changeOf(desk));
    },
    async saveSettings(deskId, settings, expectedVersion) {
      for (;;) {
        const desk = await find(deskId);
        if (desk === null) return null;
        if (expectedVersion !== undefined && expectedVersion !== desk.version) throw new StaleVersion(desk.version);
        const saved = { ...desk, settings, version: desk.version + 1 };
        if (await insertOnce(changes, changeOf(saved))) return saved;
        // Another writer took this version: look again.
      }
    },
  };
}

async function latest(changes: Model<DeskSettingsDocument>, document: DeskDocument): Promise<Desk> {
  const desk = toRow<Desk, 'deskId'>('deskId', document);
  const change = await changes.findOne({ deskId: desk.deskId }).sort({ version: -1 }).lean<DeskSettingsDocument>();
  if (change === null) return desk;
  return { ...desk, name: change.name ?? desk.name, settings: change.settings, version: change.version };
}

function changeOf({ deskId, name, version, settings }: Desk): DeskSettingsDocument {
  return { _id: `${deskId}/${version}`, deskId, version, settings, name };
}
