import { createHash, randomBytes } from 'node:crypto';
import { idleMinutes as sessionIdle } from '#domain/access/idle-minutes.ts';
import type { Database } from '../platform/database.ts';

type SessionKind = 'login-flow' | 'applicant' | 'officer';

interface SessionRow {
  readonly kind: SessionKind;
  readonly content: Record<string, unknown>;
  readonly seen_at: string;
  readonly created_at: string;
}

/** Account and session at the identity service that a login of ours rests on. */
export interface OutsideSession {
  readonly sub: string;
  readonly sid: string | null;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
/** A session ends after so many minutes without use, and after so many in any case (等保三级 身份鉴别: 会话超时). */
const idleMinutes: Readonly<Record<SessionKind, number>> = { 'login-flow': 10, ...sessionIdle };
const mostMinutes: Readonly<Record<SessionKind, number>> = { 'login-flow': 10, applicant: 720, officer: 720 };

const minutesAfter = (start: Date, minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** Makes a session; only the hash of its token is stored. */
export async function createSession(
  db: Database,
  kind: SessionKind,
  content: object,
  now: Date,
  outside?: OutsideSession,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.read({ sees: 'none' }, (tx) =>
    tx.change(
      'session-create',
      'insert into session (token_hash, kind, content, created_at, seen_at, expires_at, sub, sid) values ($1, $2, $3, $4, $4, $5, $6, $7)',
      [
        hashOf(token),
        kind,
        content,
        now,
        minutesAfter(now, idleMinutes[kind]),
        outside?.sub ?? null,
        outside?.sid ?? null,
      ],
    ),
  );
  return token;
}

/** A session that has not run out. */
export async function findSession(db: Database, token: string, now: Date): Promise<SessionRow | undefined> {
  // Outside a transaction on purpose: one round trip on the hottest path; the table has no row policies.
  const rows = await db.pool.query<SessionRow>({
    name: 'session-find',
    text: 'select kind, content, seen_at, created_at from session where token_hash = $1 and expires_at > $2',
    values: [hashOf(token), now],
  });
  return rows.rows[0];
}

/** Takes a session away and gives what it was, once: of two who come with the same token, one gets it. */
export async function takeSession(db: Database, token: string, now: Date): Promise<SessionRow | undefined> {
  const rows = await db.pool.query<SessionRow & { live: boolean }>(
    'delete from session where token_hash = $1 returning kind, content, seen_at, created_at, expires_at > $2 as live',
    [hashOf(token), now],
  );
  const row = rows.rows[0];
  return row?.live ? row : undefined;
}

/** Changes part of what a session holds. */
export async function changeSession(db: Database, token: string, part: object, now: Date): Promise<void> {
  await db.pool.query('update session set content = content || $2, seen_at = $3 where token_hash = $1', [
    hashOf(token),
    part,
    now,
  ]);
}

/** Moves the end of an active session on, never past its longest time. */
export async function touchSession(
  db: Database,
  token: string,
  session: { readonly kind: SessionKind; readonly createdAt: Date },
  now: Date,
): Promise<void> {
  const { kind, createdAt } = session;
  const last = minutesAfter(createdAt, mostMinutes[kind]);
  const idle = minutesAfter(now, idleMinutes[kind]);
  await db.pool.query('update session set seen_at = $2, expires_at = $3 where token_hash = $1', [
    hashOf(token),
    now,
    idle < last ? idle : last,
  ]);
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.pool.query('delete from session where token_hash = $1', [hashOf(token)]);
}

/** Ends the logins that rest on a session at the identity service; without its id all of that account. Gives how many. */
export async function endSessionsOf(
  db: Database,
  outside: { readonly sub: string | null; readonly sid: string | null },
): Promise<number> {
  const { sub, sid } = outside;
  if (sub === null && sid === null) return 0;
  const ended = await db.pool.query(
    `delete from session where kind = 'applicant' and ($1::text is null or sub = $1) and ($2::text is null or sid = $2)`,
    [sub, sid],
  );
  return ended.rowCount ?? 0;
}

/** Notes a logout token as used. False: it was used before. */
export async function noteLogoutToken(db: Database, token: string, now: Date): Promise<boolean> {
  const noted = await db.pool.query(
    'insert into logout_token_seen (token_hash, seen_at) values ($1, $2) on conflict do nothing',
    [hashOf(token), now],
  );
  return noted.rowCount === 1;
}

/** Removes what has run out; called by the clock. */
export async function clearSessions(db: Database, now: Date): Promise<number> {
  await db.pool.query('delete from logout_token_seen where seen_at < $1', [minutesAfter(now, -24 * 60)]);
  await db.pool.query('delete from failed_try where last_at < $1', [minutesAfter(now, -24 * 60)]);
  return (await db.pool.query('delete from session where expires_at < $1', [now])).rowCount ?? 0;
}
