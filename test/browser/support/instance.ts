import { furnishDemo } from '../../../dev/browser/demo-life.ts';
import { startOwnInstance } from '../../../dev/story/own-instance.ts';
import { startMailServer } from '../../support/outbox/mail-server.ts';

/**
 * Before all tests: a whole instance of their own, with a day's work in it and a mail server; or the one that BASE_URL
 * names, when a developer has one running with an SMTP_URL on this machine. Afterwards it is gone.
 */
export default async function startInstance(): Promise<() => Promise<void>> {
  const given = process.env['BASE_URL'];
  process.env['RATE_LIMIT_PER_MINUTE'] = '0';
  const mails = await startMailServer();
  process.env['SMTP_URL'] = mails.url;
  const own = given === undefined ? await startOwnInstance((line) => console.log(line)) : undefined;
  const stop = async (): Promise<void> => {
    await own?.stop();
    await mails.close();
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
