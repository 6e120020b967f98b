import { FakeTable } from '../kernel/fake-table.ts';
import { chainedChange, changeChainStart } from './change-chain.ts';
import type { Change, ChangeFilter, ChangeRepository } from './change-repository.ts';

export function fakeChanges(): ChangeRepository {
  const table = new FakeTable<Change>();
  let head = changeChainStart;
  return {
    async append(change) {
      const next = chainedChange(change, head);
      const isMine = table.insert(`${change.kind}/${change.subjectId}/${change.version}`, next);
      if (isMine) head = next;
      return isMine;
    },
    async latest({ kind, subjectId }) {
      return table.where((change) => change.kind === kind && change.subjectId === subjectId).at(-1) ?? null;
    },
    async erase({ kind, subjectId, below }) {
      const meant = table.where((each) => each.kind === kind && each.subjectId === subjectId && each.version < below);
      for (const { salt: _salt, ...change } of meant)
        table.put(`${kind}/${subjectId}/${change.version}`, { ...change, before: null, after: null });
    },
    async list(filter, { after, limit, newestFirst = false }) {
      const found = table.where((change) => fits(change, filter));
      if (newestFirst) found.reverse();
      const isBeyond = ({ no }: Change) => after === undefined || (newestFirst ? no < after : no > after);
      return found.filter(isBeyond).slice(0, limit);
    },
  };
}

function fits(change: Change, filter: ChangeFilter): boolean {
  return Object.entries(filter).every(
    ([field, wanted]) => wanted === undefined || change[field as keyof ChangeFilter] === wanted,
  );
}
