import { defineConfig } from 'vitest/config';

/** `npm run histories`: plays the scenarios of test/replay/record on a real server and saves their histories. */
export default defineConfig({
  test: {
    include: ['test/replay/record/**/*.record.ts'],
    globalSetup: ['test/support/engines/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
