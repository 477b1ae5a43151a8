import type { PlainDate } from '#domain/plain-date.ts';
import type { Tx } from '../../platform/database.ts';

/** What is remembered of portals. Nothing of a person is in these tables: no row policy binds them. */

export interface Portal {
  readonly channel: string;
  readonly name: string;
  readonly kind: 'province' | 'credit' | 'market' | 'local' | 'department';
  /** Origins beside *.gov.cn whose pages may frame the block. */
  readonly origins: readonly string[];
}

/** How a portal came by the guide; `reported` is what it says itself. */
export type CopyForm = 'data' | 'block' | 'paper' | 'reported';

/** Which version a portal last took, of the whole (`part` empty) or of one matter. */
export interface CopyRow {
  readonly channel: string;
  readonly form: CopyForm;
  readonly part: string;
  readonly version: string;
  readonly digest: string;
  readonly fetchedAt: string;
}

export interface VisitRow {
  readonly channel: string;
  readonly page: string;
  readonly today: number;
  readonly recent: number;
}

const inForce = 'valid_from <= $1 and (valid_to is null or $1 <= valid_to)';

/** The portals of a day, in their order. */
export function readPortals(tx: Tx, on: PlainDate): Promise<Portal[]> {
  return tx.query<Portal>(
    'guide-portals',
    `select channel, name, kind, origins from portal where ${inForce} order by position, channel`,
    [on],
  );
}

export async function findPortal(tx: Tx, channel: string, on: PlainDate): Promise<Portal | undefined> {
  const rows = await tx.query<Portal>(
    'guide-portal',
    `select channel, name, kind, origins from portal where channel = $2 and ${inForce}`,
    [on, channel],
  );
  return rows[0];
}

/** One more visit of a page through a portal on a day. */
export async function addVisit(tx: Tx, channel: string, day: PlainDate, page: string): Promise<void> {
  await tx.change(
    'guide-add-visit',
    `insert into channel_visit (channel, day, page, count) values ($1, $2, $3, $4)
     on conflict (channel, day, page) do update set count = channel_visit.count + excluded.count`,
    [channel, day, page, 1],
  );
}

/** Remembers what a portal was given; of two at once the later one stays. */
export async function rememberCopy(tx: Tx, copy: Omit<CopyRow, 'fetchedAt'>, at: Date): Promise<void> {
  await tx.change(
    'guide-remember-copy',
    `insert into portal_copy (channel, form, part, version, digest, fetched_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (channel, form, part) do update
       set version = excluded.version, digest = excluded.digest, fetched_at = excluded.fetched_at
       where portal_copy.fetched_at <= excluded.fetched_at`,
    [copy.channel, copy.form, copy.part, copy.version, copy.digest, at],
  );
}

export function readCopies(tx: Tx): Promise<CopyRow[]> {
  return tx.query<CopyRow>(
    'guide-copies',
    `select channel, form, part, version, digest, fetched_at as "fetchedAt" from portal_copy order by channel, form, part`,
  );
}

/** Visits by portal and page: on a day, and from another day on. */
export function readVisits(tx: Tx, today: PlainDate, since: PlainDate): Promise<VisitRow[]> {
  return tx.query<VisitRow>(
    'guide-visits',
    `select channel, page, sum(case when day = $1 then count else 0 end)::int as today, sum(count)::int as recent
     from channel_visit where day >= $2 group by channel, page order by channel, page`,
    [today, since],
  );
}

/** Visits by portal and page from one day to another, both counted. */
export function readVisitsBetween(
  tx: Tx,
  from: PlainDate,
  to: PlainDate,
): Promise<{ channel: string; page: string; count: number }[]> {
  return tx.query(
    'guide-visits-between',
    `select channel, page, sum(count)::int as count from channel_visit
     where day between $1 and $2 group by channel, page order by channel, page`,
    [from, to],
  );
}
