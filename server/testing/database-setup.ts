import type { TestProject } from 'vitest/node';
import { withClient } from '../platform/postgres/with-client.ts';
import { startTestCluster } from './test-cluster.ts';
import { prepareTemplates, type TestTemplates } from './test-templates.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly testTemplates: TestTemplates;
  }
}

/**
 * Vitest's global setup of the projects that need PostgreSQL: a throw-away server of our own, or the one of
 * TEST_DATABASE_URL / DATABASE_URL (its role must be allowed to create databases and roles). Everything made is removed.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  if (given) return setupOn(project, given);
  const cluster = await startTestCluster();
  provide(project, cluster);
  return () => cluster.remove();
}

async function setupOn(project: TestProject, adminUrl: string): Promise<() => Promise<void>> {
  const templates = await prepareTemplates(adminUrl);
  provide(project, templates);
  return () =>
    withClient(adminUrl, async (client) => {
      await client.query(`drop database if exists ${templates.bare}`);
      await client.query(`drop database if exists ${templates.seeded}`);
    });
}

function provide(project: TestProject, { adminUrl, bare, seeded, seedError }: TestTemplates): void {
  project.provide('testTemplates', { adminUrl, bare, seeded, ...(seedError === undefined ? {} : { seedError }) });
}
