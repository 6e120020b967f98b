import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './dev/browser/find-chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  globalSetup: './test/browser/support/instance.ts',
  reporter: [['list'], ['./test/browser/support/count-reporter.ts']],
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  // What comes live may take its time on a busy machine; a wrong one still fails.
  expect: { timeout: 20_000 },
  use: {
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumFlags },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  },
  projects: [
    // Whose turn it is is part of what they tell: one after the other.
    { name: 'stories', testMatch: 'stories/*.spec.ts', workers: 1 },
    { name: 'pages', testMatch: 'pages/*.spec.ts', workers: 1 },
  ],
});
