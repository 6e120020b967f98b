import { defineConfig } from 'vitest/config';

/** Engines, clients and assertions share two cores: more forks only make each of them slower. */
const maxWorkers = 2;

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers,
    reporters: ['default', './test/support/count-reporter.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 15_000, hookTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{workflow,activity,api,replay,e2e,store}/**/*.test.ts'],
          globalSetup: ['test/support/engines/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // A condition that is awaited may take its time on a busy machine; a wrong one still fails.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
