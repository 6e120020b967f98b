import { furnishDemo } from '../../../dev/browser/demo-life.ts';
import { startOwnInstance } from '../../../dev/story/own-instance.ts';

/**
 * Before all tests: a whole instance of their own, with a day's work in it; or the one that BASE_URL names, when a
 * developer has one running. Afterwards it is gone.
 */
export default async function startInstance(): Promise<() => Promise<void>> {
  const given = process.env['BASE_URL'];
  process.env['RATE_LIMIT_PER_MINUTE'] = '0';
  const own = given === undefined ? await startOwnInstance((line) => console.log(line)) : undefined;
  const stop = async (): Promise<void> => {
    await own?.stop();
  };
  try {
    const base = given ?? own?.base ?? '';
    process.env['BROWSER_TEST_BASE'] = base;
    process.env['BROWSER_TEST_DEMO'] = process.env['BROWSER_TEST_DEMO'] ?? JSON.stringify(await furnishDemo(base));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
