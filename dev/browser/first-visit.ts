import { performance } from 'node:perf_hooks';
import type { Browser } from '@playwright/test';
import { demoPassword } from '../seed/demo-data.ts';

export interface FirstVisit {
  /** Milliseconds from asking for /send until one can type into its form. */
  usableAfter: number;
  /** Bytes of script on the line, compressed, as the browser counts them. */
  scriptBytes: number;
}

/** A slow office line: 1.6 Mbit/s down, 0.75 up, 150 ms to the server and back. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** One visit to the form over a slow line, by somebody who is signed in and has never loaded it. */
export async function firstVisit(browser: Browser, base: string): Promise<FirstVisit> {
  const context = await browser.newContext({ baseURL: base });
  try {
    await context.request.post('/v1/session', { data: { username: 'xyz', password: demoPassword } });
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    await line.send('Network.emulateNetworkConditions', slowLine);
    const scripts = new Set<string>();
    let scriptBytes = 0;
    line.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId);
    });
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scriptBytes += encodedDataLength;
    });
    const began = performance.now();
    await page.goto('/send', { waitUntil: 'commit' });
    const field = page.locator('#send-title');
    await field.waitFor();
    // The list of systems comes from the API: without it nobody can send.
    await page.locator('#send-systemId option[value=sipd]').waitFor({ state: 'attached' });
    await field.fill('Tidak bisa masuk');
    return { usableAfter: performance.now() - began, scriptBytes };
  } finally {
    await context.close();
  }
}
