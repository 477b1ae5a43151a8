import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { setup as setupDatabases } from '#server/testing/database-setup.ts';
import { logInOfficer } from '../tools/journey/log-in.ts';
import { importFile } from './records.ts';
import { startSystem } from './system.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly system: { readonly url: string; readonly sandboxUrl: string };
  }
}

const samples = resolve(import.meta.dirname, '../samples');
const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};

/** Vitest's global setup of the browser journeys: one system for all files, with the records of the samples in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const startedAt = performance.now();
  const system = await startSystem();
  // For journeys in which days pass: a world of the slice tests, with a browser before it.
  const endDatabases = await setupDatabases(project);
  try {
    const operator = await logInOfficer({ url: new URL(system.url), called: new Set() }, 'operator');
    for (const name of ['penalties-two-sheets.xlsx', 'lists-all-matters.xlsx']) {
      const type = types[name.split('.').at(-1)!]!;
      await importFile(operator, { name, type, content: await readFile(join(samples, name)) });
    }
  } catch (error) {
    await endDatabases();
    await system.stop();
    throw error;
  }
  process.stdout.write(`e2e: ${system.url}，${((performance.now() - startedAt) / 1000).toFixed(1)} 秒就绪\n`);
  project.provide('system', { url: system.url, sandboxUrl: system.sandboxUrl });
  return async () => {
    await endDatabases();
    await system.stop();
  };
}
