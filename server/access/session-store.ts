import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../platform/database.ts';

type SessionKind = 'login-flow' | 'applicant' | 'officer';

interface SessionRow {
  readonly kind: SessionKind;
  readonly content: Record<string, unknown>;
  readonly seen_at: string;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const idleMinutes: Readonly<Record<SessionKind, number>> = { 'login-flow': 10, applicant: 60, officer: 480 };

/** Makes a session; only the hash of its token is stored. */
export async function createSession(db: Database, kind: SessionKind, content: object, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(now.getTime() + idleMinutes[kind] * 60_000);
  await db.read({ sees: 'none' }, (tx) =>
    tx.change(
      'session-create',
      'insert into session (token_hash, kind, content, created_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)',
      [hashOf(token), kind, content, now, expires],
    ),
  );
  return token;
}

/** A session that has not run out. */
export async function findSession(db: Database, token: string, now: Date): Promise<SessionRow | undefined> {
  // Outside a transaction on purpose: one round trip on the hottest path; the table has no row policies.
  const rows = await db.pool.query<SessionRow>({
    name: 'session-find',
    text: 'select kind, content, seen_at from session where token_hash = $1 and expires_at > $2',
    values: [hashOf(token), now],
  });
  return rows.rows[0];
}

export async function changeSession(db: Database, token: string, content: object, now: Date): Promise<void> {
  await db.pool.query('update session set content = $2, seen_at = $3 where token_hash = $1', [
    hashOf(token),
    content,
    now,
  ]);
}

/** Moves the end of an active session on. */
export async function touchSession(db: Database, token: string, kind: SessionKind, now: Date): Promise<void> {
  const expires = new Date(now.getTime() + idleMinutes[kind] * 60_000);
  await db.pool.query('update session set seen_at = $2, expires_at = $3 where token_hash = $1', [
    hashOf(token),
    now,
    expires,
  ]);
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.pool.query('delete from session where token_hash = $1', [hashOf(token)]);
}

/** Removes what has run out; called by the clock. */
export async function clearSessions(db: Database, now: Date): Promise<number> {
  return (await db.pool.query('delete from session where expires_at < $1', [now])).rowCount ?? 0;
}
