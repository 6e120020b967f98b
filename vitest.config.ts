import { defineConfig } from 'vitest/config';

/** Engines, clients and assertions share two cores: more forks only make each of them slower. */
const maxWorkers = 2;

const onEngines = {
  globalSetup: ['test/support/engines/global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // A condition that is awaited may take its time on a busy machine; a wrong one still fails.
  expect: { poll: { timeout: 20_000 } },
};

/** Tests that start whole systems and load them: beside those, what looks at the clock would see it late. */
const wholeSystems = ['test/e2e/**/*.test.ts', 'test/api/contract-fuzz.test.ts'];

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
          ...onEngines,
          name: 'integration',
          include: ['test/{workflow,activity,api,replay,store}/**/*.test.ts'],
          exclude: wholeSystems,
        },
      },
      {
        extends: true,
        test: { ...onEngines, name: 'system', include: wholeSystems, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
