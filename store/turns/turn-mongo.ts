import { trusted, type Connection, type Model } from 'mongoose';
import { insertMissing } from '../kernel/insert-once.ts';
import { rotationKey } from '../kernel/rotation-key.ts';
import { turnModel, type TurnDocument } from './turn-model.ts';
import type { Turn, TurnRepository } from './turn-repository.ts';

/** Turns of one block. Turns are dealt without a gap and recorded in batches far smaller than this. */
const blockSize = 100;

const blockNo = (seq: number) => Math.floor(seq / blockSize);

export function mongoTurns(connection: Connection): TurnRepository {
  const model = turnModel(connection);
  return {
    async append(turns) {
      await insertMissing(model, turns.map(toTurnDocument));
    },
    async list(key, page) {
      return listBlocks(model, rotationKey(key), page);
    },
    async ofDay(key, day) {
      const found = await model.find({ day: `${rotationKey(key)}/${day}` }).lean<TurnDocument[]>();
      return found.map(toTurn).sort((one, other) => one.seq - other.seq);
    },
    async lastSeq(key) {
      return lastOfBlocks((no) => lastOfBlock(model, `${rotationKey(key)}/${no}`));
    },
  };
}

/** The last turn's number in a block, 0 when the block is empty. */
async function lastOfBlock(model: Model<TurnDocument>, block: string): Promise<number> {
  const last = await model.findOne({ block }, { seq: 1 }).sort({ seq: -1 }).lean<Pick<Turn, 'seq'>>();
  return last?.seq ?? 0;
}

/** Finds the last block that is not empty by doubling and halving: sorting all turns takes the fallback store seconds. */
async function lastOfBlocks(lastOf: (no: number) => Promise<number>): Promise<number> {
  let last = await lastOf(0);
  let step = 1;
  for (let found = last; found > 0; step *= 2) {
    found = await lastOf(blockNo(last) + step);
    last = Math.max(last, found);
  }
  while (step > 1) {
    step /= 2;
    last = Math.max(last, await lastOf(blockNo(last) + step));
  }
  return last;
}

/** Block after block until the page is full or a block is empty. */
async function listBlocks(
  model: Model<TurnDocument>,
  rotation: string,
  { after, limit }: { after: number; limit: number },
): Promise<Turn[]> {
  const page: Turn[] = [];
  for (let no = blockNo(after + 1); page.length < limit; no += 1) {
    const found = await model
      .find({ block: `${rotation}/${no}`, seq: trusted({ $gt: after }) })
      .sort({ seq: 1 })
      .limit(limit - page.length)
      .lean<TurnDocument[]>();
    if (found.length === 0) break;
    page.push(...found.map(toTurn));
  }
  return page;
}

function toTurnDocument(turn: Turn): TurnDocument {
  const rotation = rotationKey(turn);
  const day = `${rotation}/${turn.at.slice(0, 10)}`;
  return { ...turn, _id: `${rotation}/${turn.seq}`, rotation, block: `${rotation}/${blockNo(turn.seq)}`, day };
}

function toTurn({ _id, rotation: _rotation, block: _block, day: _day, ...turn }: TurnDocument): Turn {
  return turn;
}
