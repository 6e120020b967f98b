import { FakeTable } from '../kernel/fake-table.ts';
import { rotationKey } from '../kernel/rotation-key.ts';
import type { Turn, TurnRepository } from './turn-repository.ts';

export function fakeTurns(): TurnRepository {
  const table = new FakeTable<Turn>();
  const inOrder = (key: string) =>
    table.where((turn) => rotationKey(turn) === key).sort((one, other) => one.seq - other.seq);
  return {
    async append(turns) {
      for (const turn of turns) table.insert(`${rotationKey(turn)}/${turn.seq}`, turn);
    },
    async list(key, { after, limit }) {
      return inOrder(rotationKey(key))
        .filter((turn) => turn.seq > after)
        .slice(0, limit);
    },
    async ofDay(key, day) {
      return inOrder(rotationKey(key)).filter((turn) => turn.at.startsWith(day));
    },
    async lastSeq(key) {
      return inOrder(rotationKey(key)).at(-1)?.seq ?? 0;
    },
  };
}
