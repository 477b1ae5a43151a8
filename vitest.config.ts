import { defineConfig } from 'vitest/config';

const databaseSetup = 'server/testing/database-setup.ts';

/** Three projects: what needs nothing, what needs PostgreSQL, what needs a browser on top. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{law,domain,contract,tools,web,documents,samples}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'slice',
          include: ['{server,db,sandbox,bench}/**/*.test.ts'],
          globalSetup: [databaseSetup],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/world-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One second try, which the report shows (retry x1): a test that needs it is a defect to be looked for, not a landing lost.
          retry: 1,
          expect: { poll: { timeout: 15_000 } },
          // One browser at a time: two would starve each other and the servers on two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});
