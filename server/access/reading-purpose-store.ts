import type { PlainDate } from '#domain/plain-date.ts';
import { insertRows, type Tx } from '../platform/database.ts';

/** Why somebody reads: a key of domain/access/reading-purpose.ts, and own words. */
export interface GivenPurpose {
  readonly purpose: string;
  readonly note: string;
}

/** What somebody said on a day about a subject (its key) or a search (its keyed hash). */
export async function findPurpose(
  tx: Tx,
  actor: string,
  day: PlainDate,
  about: string,
): Promise<GivenPurpose | undefined> {
  const rows = await tx.query<GivenPurpose>(
    'purpose-find',
    'select purpose, note from reading_purpose where actor = $1 and day = $2 and about = $3',
    [actor, day, about],
  );
  return rows[0];
}

/** Of these subjects, those somebody has said a purpose for on this day. */
export async function findPurposes(
  tx: Tx,
  actor: string,
  day: PlainDate,
  abouts: readonly string[],
): Promise<Map<string, GivenPurpose>> {
  const rows = await tx.query<GivenPurpose & { about: string }>(
    'purposes-find',
    'select about, purpose, note from reading_purpose where actor = $1 and day = $2 and about = any ($3::text[])',
    [actor, day, abouts],
  );
  return new Map(rows.map(({ about, purpose, note }) => [about, { purpose, note }]));
}

/** Keeps a purpose for the day; a later one for the same subject takes its place. */
export async function keepPurposes(
  tx: Tx,
  actor: string,
  day: PlainDate,
  abouts: readonly string[],
  given: GivenPurpose,
  at: Date,
): Promise<void> {
  await insertRows(
    tx,
    'reading_purpose',
    ['actor', 'day', 'about', 'purpose', 'note', 'given_at'],
    abouts.map((about) => [actor, day, about, given.purpose, given.note, at]),
    'on conflict (actor, day, about) do update set purpose = excluded.purpose, note = excluded.note, given_at = excluded.given_at',
  );
}
