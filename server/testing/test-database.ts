import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { appUrlOf } from '../platform/postgres/app-role.ts';
import { withClient } from '../platform/postgres/with-client.ts';
import type {} from './database-setup.ts';
import { databaseOn, testAppPassword } from './test-templates.ts';

/** A database for one test file, cloned from a template in some ten milliseconds. */
export interface TestDatabase {
  /** Connection of the owner: may do anything, sees past the row policies. */
  readonly ownerUrl: string;
  /** Connection of the application's role, as servers have it. */
  readonly appUrl: string;
  /** Removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Clones a database: with the catalogue's rows, or with `seeded: false` only migrated. Call `drop()` in `afterAll`.
 * @throws with the seeding's own stack when the catalogue could not be seeded for this run.
 */
export async function createTestDatabase({ seeded = true } = {}): Promise<TestDatabase> {
  const templates = inject('testTemplates');
  if (seeded && templates.seedError !== undefined) throw new Error(`seed-catalog failed: ${templates.seedError}`);
  const template = seeded ? templates.seeded : templates.bare;
  const name = `credit_repair_test_${randomBytes(6).toString('hex')}`;
  await withClient(templates.adminUrl, (client) => client.query(`create database ${name} template ${template}`));
  const ownerUrl = databaseOn(templates.adminUrl, name);
  return {
    ownerUrl,
    appUrl: appUrlOf(ownerUrl, testAppPassword(templates.adminUrl)),
    drop: () =>
      withClient(templates.adminUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}
