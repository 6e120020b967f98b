import { performance } from 'node:perf_hooks';
import { describe, expect, it, vi } from 'vitest';
import { sharedReads } from '../../../store/kernel/shared-reads.ts';

/** Reads that end when the test says so, each with what the row is at its beginning. */
function slowRows() {
  const rows = new Map([['a', { no: 0 }]]);
  const ends: ((fails?: boolean) => void)[] = [];
  const repository = {
    find(id: string): Promise<{ no: number } | null> {
      const found = rows.get(id);
      const row = found === undefined ? null : { ...found };
      return new Promise((resolve, reject) => {
        ends.push((fails = false) => (fails ? reject(new Error('away')) : resolve(row)));
      });
    },
    list: () => Promise.resolve([...rows.values()]),
  };
  const end = async (fails?: boolean) => {
    ends.shift()?.(fails);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { rows, ends, end, shared: sharedReads(repository, ['find']) };
}

describe('sharedReads', () => {
  it('gives all who ask while it is read the next read, which begins after they asked', async () => {
    const { end, ends, rows, shared } = slowRows();
    const first = shared.find('a');
    rows.set('a', { no: 1 });
    const others = [shared.find('a'), shared.find('a')];
    expect(ends).toHaveLength(1);
    await end();
    expect(await first).toEqual({ no: 0 });
    expect(ends).toHaveLength(1);
    rows.set('a', { no: 2 });
    const late = shared.find('a');
    await end();
    expect(await Promise.all(others)).toEqual([{ no: 1 }, { no: 1 }]);
    await end();
    expect(await late).toEqual({ no: 2 });
    expect(ends).toHaveLength(0);
  });

  it('gives each a copy of their own, of null too', async () => {
    const { end, shared } = slowRows();
    const asked = [shared.find('a'), shared.find('a'), shared.find('a')];
    const nobody = [shared.find('b'), shared.find('b'), shared.find('b')];
    for (let read = 0; read < 4; read += 1) await end();
    const [one, two, three] = await Promise.all(asked);
    expect(new Set([one, two, three]).size).toBe(3);
    expect(await Promise.all(nobody)).toEqual([null, null, null]);
  });

  it('a read that fails is that of those who share it, and of nobody after them', async () => {
    const { end, shared } = slowRows();
    const asked = Promise.allSettled([shared.find('a'), shared.find('a'), shared.find('a')]);
    await end(true);
    const late = shared.find('a');
    await end(true);
    await end();
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await late).toEqual({ no: 0 });
  });

  it('nobody waits for a read that never ends', async () => {
    const { ends, shared } = slowRows();
    void shared.find('a');
    void shared.find('a');
    expect(ends).toHaveLength(1);
    const now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 5_001);
    const late = shared.find('a');
    clock.mockRestore();
    ends.at(1)?.();
    expect(await late).toEqual({ no: 0 });
  });

  it('leaves other methods as they are', async () => {
    const { shared } = slowRows();
    expect(await shared.list()).toEqual([{ no: 0 }]);
  });
});
