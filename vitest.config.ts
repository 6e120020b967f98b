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
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 15_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{workflow,activity,api,replay,e2e,store}/**/*.test.ts'],
          globalSetup: ['test/support/engines/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
