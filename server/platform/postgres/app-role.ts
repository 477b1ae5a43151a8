import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { derivedSecret } from '../load-config.ts';
import { withClient } from './with-client.ts';

/** The role that servers and workers log in as: it cannot rewrite the ledger, and the row policies bind it. */
export const appRole = 'credit_repair_app';

/** Where the owner and the application reach the same database. */
export interface DatabaseUrls {
  /** '' where only APP_DATABASE_URL is known: such a process can serve but not migrate. */
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/**
 * The application role's password on a cluster: derived from the owner's, so that several servers agree without a
 * shared file, and the owner's cannot be found from it. Owners without a password (peer, certificate) use the secret.
 */
export function appPassword(ownerUrl: string, appSecret: string): string {
  const { password } = new URL(ownerUrl);
  return derivedSecret(password === '' ? appSecret : decodeURIComponent(password), appRole);
}

/** The application role's address of the same database. */
export function appUrlOf(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Makes sure the role exists with this password and nothing more than a login. Changes nothing when it already fits. */
export async function ensureAppRole(ownerUrl: string, password: string): Promise<void> {
  if (await canLogIn(appUrlOf(ownerUrl, password))) return;
  await withClient(ownerUrl, async (client) => {
    await client.query('begin');
    // Roles belong to the whole cluster; test databases on it may be prepared at the same moment.
    await client.query('select pg_advisory_xact_lock(7210502)');
    const found = await client.query('select from pg_roles where rolname = $1', [appRole]);
    const verb = found.rowCount === 0 ? 'create' : 'alter';
    const may = 'login nocreatedb nocreaterole noinherit';
    await client.query(`${verb} role ${appRole} ${may} password ${escapeLiteral(password)}`);
    await client.query(`alter role ${appRole} set timezone to 'Asia/Shanghai'`);
    await allowConnect(client);
    await client.query('commit');
  });
}

async function allowConnect(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  await client.query(`grant connect on database ${escapeIdentifier(rows[0]?.name ?? '')} to ${appRole}`);
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}
