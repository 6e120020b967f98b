// `npm run web:figures`: how much script the submitter's first page loads, and after how long one can write in it.
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { projectRoot } from '../engines/engine-folders.ts';
import { startOwnInstance } from '../story/own-instance.ts';
import { chromiumFlags, findChromium } from './find-chromium.ts';
import { firstVisit } from './first-visit.ts';
import { scriptsOfFirstPage } from './script-size.ts';

const visits = 5;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const given = process.env['BASE_URL'];
const own = given === undefined ? await startOwnInstance((line) => console.error(line)) : undefined;
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumFlags });
try {
  const sizes = await scriptsOfFirstPage(join(projectRoot, 'dist', 'web'));
  for (const { file, gzip } of sizes) console.log(`${kB(gzip).padStart(10)}  ${file}`);
  console.log(`${kB(sizes.reduce((sum, { gzip }) => sum + gzip, 0)).padStart(10)}  all, gzip, as built\n`);
  const seen = [];
  for (let visit = 0; visit < visits; visit += 1) seen.push(await firstVisit(browser, given ?? own?.base ?? ''));
  const times = seen.map(({ usableAfter }) => usableAfter).sort((one, other) => one - other);
  console.log(
    `On the line: ${kB(Math.max(...seen.map(({ scriptBytes }) => scriptBytes)))} of script (brotli, with headers)`,
  );
  console.log(
    `1.6 Mbit/s, 150 ms, nothing cached: one can write after ${((times[visits >> 1] ?? 0) / 1000).toFixed(1)} s ` +
      `(median of ${visits}; ${times.map((time) => (time / 1000).toFixed(1)).join(', ')})`,
  );
} finally {
  await browser.close();
  await own?.stop();
}
