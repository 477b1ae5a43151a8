import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrate } from '../platform/migrate.ts';
import { appPassword } from '../platform/postgres/app-role.ts';
import { withClient } from '../platform/postgres/with-client.ts';

/** Two databases to clone from, on one server. */
export interface TestTemplates {
  readonly adminUrl: string;
  /** Migrated, no rows. */
  readonly bare: string;
  /** Migrated, with the catalogue's rows. */
  readonly seeded: string;
  /** Why the seeded one has no rows. */
  readonly seedError?: string;
}

const testSecret = 'only-for-tests-only-for-tests';

/** The application role's password on the server of an address, as tests use it. */
export function testAppPassword(adminUrl: string): string {
  return appPassword(adminUrl, testSecret);
}

/** Makes both templates. They are named at random: several runs may share an external server. */
export async function prepareTemplates(adminUrl: string): Promise<TestTemplates> {
  const mark = randomBytes(4).toString('hex');
  const bare = `credit_repair_test_bare_${mark}`;
  const seeded = `credit_repair_test_seeded_${mark}`;
  await withClient(adminUrl, (client) => client.query(`create database ${bare}`));
  await migrate(databaseOn(adminUrl, bare), { appPassword: testAppPassword(adminUrl) });
  await withClient(adminUrl, (client) => client.query(`create database ${seeded} template ${bare}`));
  try {
    await seed(databaseOn(adminUrl, seeded));
  } catch (error) {
    return { adminUrl, bare, seeded, seedError: (error as Error).stack ?? String(error) };
  }
  return { adminUrl, bare, seeded };
}

/** The address of another database on the same server. */
export function databaseOn(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function seed(url: string): Promise<void> {
  const file = resolve(import.meta.dirname, '../catalog/seed-catalog.ts');
  if (!existsSync(file)) return;
  const { seedCatalog } = (await import(pathToFileURL(file).href)) as { seedCatalog: (url: string) => Promise<void> };
  await seedCatalog(url);
}
