import { describe, expect, it } from 'vitest';
import { discover } from '../../../dev/engines/discovery-steps.ts';
import type { DiscoveryStep } from '../../../dev/engines/discovery-steps.ts';

const fails = (reason: string) => () => Promise.reject(new Error(`${reason}\nmore of it`));
const finds = (value: string) => () => Promise.resolve(value);

async function run(steps: DiscoveryStep<string>[]) {
  const lines: string[] = [];
  const result = await discover({ engine: 'Engine', steps, advice: 'Install it.' }, (line) => lines.push(line)).catch(
    (error: unknown) => error,
  );
  return { result, lines };
}

describe('engine discovery', () => {
  it('tries each step in order and says in one line why one does not work', async () => {
    const { result, lines } = await run([
      { name: 'on PATH', reuse: async () => undefined },
      { name: 'download', obtain: fails('cannot be reached') },
      { name: 'wheel', obtain: finds('from wheel') },
      { name: 'never', obtain: finds('too late') },
    ]);
    expect(result).toBe('from wheel');
    expect(lines).toEqual(['Engine: not by download: cannot be reached']);
  });

  it('reuses what is here before anything is fetched, in the same order', async () => {
    const { result, lines } = await run([
      { name: 'download', reuse: async () => undefined, obtain: fails('must not be tried') },
      { name: 'wheel', reuse: finds('kept wheel'), obtain: fails('must not be tried') },
      { name: 'build', reuse: finds('kept build') },
    ]);
    expect(result).toBe('kept wheel');
    expect(lines).toEqual([]);
  });

  it('goes on when what is here cannot be used', async () => {
    const { result, lines } = await run([
      { name: 'on PATH', reuse: fails('version 0.9 is older than 1.3') },
      { name: 'wheel', obtain: finds('from wheel') },
    ]);
    expect(result).toBe('from wheel');
    expect(lines).toEqual(['Engine: not by on PATH: version 0.9 is older than 1.3']);
  });

  it('ends with every reason and what to install when nothing works', async () => {
    const { result } = await run([
      { name: 'download', obtain: fails('no network') },
      { name: 'wheel', obtain: fails('no pip') },
    ]);
    expect(String(result)).toContain('  - download: no network\n  - wheel: no pip\nInstall it.');
  });
});
