import type { Caller } from '#contract/endpoint.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Services } from '../platform/app-context.ts';
import { createSession } from './session-store.ts';

interface OfficerRow {
  readonly officer_id: string;
  readonly name: string;
  readonly password_hash: string;
  readonly unit_id: string;
  readonly roles: Caller[];
  readonly failed_logins: number;
  readonly locked_until: string | null;
}

const maxFailures = 5;
const lockMinutes = 15;
// A hash nobody has the password of: an unknown login takes as long as a known one.
const decoy = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Gn5yvnfqB8yBqKyvgjPwaGM1rCWZlbJnHOVQZQX5sFg';

const wrong = refuse(
  'unauthenticated',
  'wrong-password',
  `用户名或密码不对。连续输错 ${maxFailures} 次会锁定 ${lockMinutes} 分钟。`,
);

/** Logs an officer in: five failures lock the account for a quarter of an hour (等保三级 身份鉴别). Gives the session token. */
export async function logInOfficer(
  services: Services,
  login: string,
  password: string,
): Promise<{ token: string } | Refusal> {
  const now = services.clock.now();
  const { pool } = services.db;
  const found = await pool.query<OfficerRow>(
    `select officer_id, name, password_hash, unit_id, roles, failed_logins, locked_until from officer
     where login = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)`,
    [login, services.clock.today()],
  );
  const officer = found.rows[0];
  if (officer?.locked_until && new Date(officer.locked_until) > now)
    return refuse(
      'forbidden',
      'account-locked',
      `密码连续输错 ${maxFailures} 次，账号已锁定，请 ${lockMinutes} 分钟后再试，或找管理员解锁。`,
    );
  // Native code and its memory, loaded when somebody first logs in with a password.
  const { verify } = await import('@node-rs/argon2');
  const right = await verify(officer?.password_hash ?? decoy, password).catch(() => false);
  if (!officer) return wrong;
  if (!right) {
    const failures = officer.failed_logins + 1;
    const locked = failures >= maxFailures ? new Date(now.getTime() + lockMinutes * 60_000) : null;
    await pool.query('update officer set failed_logins = $2, locked_until = $3 where officer_id = $1', [
      officer.officer_id,
      locked ? 0 : failures,
      locked,
    ]);
    return wrong;
  }
  await pool.query('update officer set failed_logins = 0, locked_until = null where officer_id = $1', [
    officer.officer_id,
  ]);
  const content = { officerId: officer.officer_id, name: officer.name, unitId: officer.unit_id, roles: officer.roles };
  return { token: await createSession(services.db, 'officer', content, now) };
}
