import { defineConfig } from 'vitest/config';

/** The tests that are to notice a changed rule: those of law and domain, and the scenarios that are read as sentences. */
export default defineConfig({
  test: { include: ['{law,domain}/**/*.test.ts'], maxWorkers: 1 },
});
