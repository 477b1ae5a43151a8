import type { ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/objections.ts';
import type { Refusal } from '#domain/refusal.ts';
import { noteOfSubject } from '../../access/reading-log.ts';
import { type Actor, checkSubject, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../../platform/paging.ts';
import {
  type ObjectionSummaryRow,
  objectionSummaryColumns,
  objectionSummaryFrom,
  toDeskObjection,
  toObjectionSummary,
} from './objection-view.ts';

/** Objections of one subject that the reader may see, the newest first. */
export async function listObjections(
  services: Services,
  actor: Actor,
  subjectKey: string,
): Promise<ReplyOf<typeof contract.listObjections> | Refusal> {
  const stranger = checkSubject(actor, subjectKey);
  if (stranger) return stranger;
  const catalog = await services.catalog();
  const scope = scopeOf(actor, ['unit', 'window']);
  return services.db.read(scope, async (tx) => {
    const rows = await tx.query<ObjectionSummaryRow>(
      'objections-of-subject',
      `select ${objectionSummaryColumns} from ${objectionSummaryFrom}
       where o.subject_key = $1 order by o.opened_at desc, o.objection_id limit 200`,
      [subjectKey],
    );
    const unsaid =
      rows.length === 0 ? null : await noteOfSubject(tx, services, actor, scope, { act: 'read-objection', subjectKey });
    return unsaid ?? { objections: rows.map((row) => toObjectionSummary(row, catalog, services.clock.today())) };
  });
}

type List = 'todo' | 'overdue' | 'correcting' | 'closed';

/** Which rows stand in a list; `$2` is today where it is named. */
const conditions: Readonly<Record<List, string>> = {
  todo: `o.closed_at is null and o.state <> 'correcting' and $2::date is not null`,
  overdue: 'o.closed_at is null and o.due_on < $2::date',
  correcting: `o.closed_at is null and o.state = 'correcting' and $2::date is not null`,
  closed: 'o.closed_at is not null and $2::date is not null',
};

/** A page of a list of objections, the first due first, of closed ones the newest first. */
async function listRows(
  tx: Tx,
  it: { list: List; unit: string; today: string; after: string | undefined },
): Promise<{ rows: ObjectionSummaryRow[]; next: string | null }> {
  const closed = it.list === 'closed';
  const cursor = decodeCursor(it.after, 2)?.map(String) ?? null;
  const good = cursor && /^\d{4}-\d\d-\d\d/.test(cursor[0]!) && /^[0-9a-f-]{36}$/.test(cursor[1]!) ? cursor : null;
  const key = closed ? 'o.opened_at' : `coalesce(o.due_on, '9999-12-31'::date)`;
  const type = closed ? 'timestamptz' : 'date';
  const rows = await tx.query<ObjectionSummaryRow & { sort: string }>(
    `objections-${it.list}`,
    `select ${objectionSummaryColumns}, ${key} as sort from ${objectionSummaryFrom}
     where ($1 = '' or o.unit_id = $1) and ${conditions[it.list]}
       and ($3::${type} is null or (${key}, o.objection_id) ${closed ? '<' : '>'} ($3::${type}, $4::uuid))
     order by ${key} ${closed ? 'desc' : ''}, o.objection_id ${closed ? 'desc' : ''} limit ${pageSize + 1}`,
    [it.unit, it.today, good?.[0] ?? null, good?.[1] ?? null],
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > pageSize && last ? encodeCursor([last.sort, last.objection_id]) : null,
  };
}

/** The unit's objections with counts of its lists. */
export async function listUnitObjections(
  services: Services,
  actor: Actor,
  query: { readonly list?: List; readonly after?: string },
): Promise<ReplyOf<typeof contract.listUnitObjections>> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const unit = actor.kind === 'officer' ? actor.unit.unitId : '';
  return services.db.read(scopeOf(actor, ['unit']), async (tx) => {
    const { rows, next } = await listRows(tx, { list: query.list ?? 'todo', unit, today, after: query.after });
    const counted = await tx.query<{ todo: number; overdue: number; correcting: number; stuck: number }>(
      'objections-counts',
      `select count(*) filter (where state <> 'correcting') as todo, count(*) filter (where due_on < $2::date) as overdue,
         count(*) filter (where state = 'correcting') as correcting,
         (select count(*) from objection_exchange e where e.unit_id = $1 and e.state = 'stuck') as stuck
       from objection where unit_id = $1 and closed_at is null`,
      [unit, today],
    );
    return { objections: rows.map((row) => toDeskObjection(row, catalog, today)), next, counts: counted[0]! };
  });
}

/** For supervision: each unit's open and overdue objections, and the list behind every number. */
export async function listSupervisedObjections(
  services: Services,
  actor: Actor,
  query: { readonly list?: 'open' | 'overdue'; readonly unit?: string; readonly after?: string },
): Promise<ReplyOf<typeof contract.listSupervisedObjections>> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  return services.db.read(scopeOf(actor, ['region']), async (tx) => {
    const units = await tx.query<{ unit_id: string; open: number; overdue: number }>(
      'objections-by-unit',
      `select unit_id, count(*) as open, count(*) filter (where due_on < $1::date) as overdue
       from objection where closed_at is null group by unit_id order by overdue desc, open desc, unit_id`,
      [today],
    );
    const { rows, next } = await listSupervised(tx, { ...query, today });
    return {
      units: units.map((one) => {
        const unit = catalog.units.get(one.unit_id);
        return {
          unitId: one.unit_id,
          unitName: unit?.name ?? one.unit_id,
          regionName: catalog.regions.get(unit?.regionCode ?? '')?.name ?? '',
          open: one.open,
          overdue: one.overdue,
        };
      }),
      open: units.reduce((sum, one) => sum + one.open, 0),
      overdue: units.reduce((sum, one) => sum + one.overdue, 0),
      objections: rows.map((row) => toDeskObjection(row, catalog, today)),
      next,
      asOf: today,
    };
  });
}

async function listSupervised(
  tx: Tx,
  it: { list?: 'open' | 'overdue'; unit?: string; after?: string; today: string },
): Promise<{ rows: ObjectionSummaryRow[]; next: string | null }> {
  const cursor = decodeCursor(it.after, 2)?.map(String) ?? null;
  const good = cursor && /^\d{4}-\d\d-\d\d$/.test(cursor[0]!) && /^[0-9a-f-]{36}$/.test(cursor[1]!) ? cursor : null;
  const overdue = it.list !== 'open';
  const rows = await tx.query<ObjectionSummaryRow & { sort: string }>(
    'objections-supervised',
    `select ${objectionSummaryColumns}, coalesce(o.due_on, '9999-12-31'::date) as sort from ${objectionSummaryFrom}
     where o.closed_at is null and ($1 = '' or o.unit_id = $1) and (not $2::boolean or o.due_on < $3::date)
       and ($4::date is null or (coalesce(o.due_on, '9999-12-31'::date), o.objection_id) > ($4::date, $5::uuid))
     order by coalesce(o.due_on, '9999-12-31'::date), o.objection_id limit ${pageSize + 1}`,
    [it.unit ?? '', overdue, it.today, good?.[0] ?? null, good?.[1] ?? null],
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return { rows: page, next: rows.length > pageSize && last ? encodeCursor([last.sort, last.objection_id]) : null };
}

/** What a window took in: the latest first, so that what was answered lately stands near the top. */
export async function listWindowObjections(
  services: Services,
  actor: Actor,
  query: { readonly after?: string },
): Promise<ReplyOf<typeof contract.listWindowObjections>> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const window = actor.kind === 'officer' ? actor.unit.unitId : '';
  const cursor = decodeCursor(query.after, 2)?.map(String) ?? null;
  const good = cursor && /^\d{4}-\d\d-\d\d/.test(cursor[0]!) && /^[0-9a-f-]{36}$/.test(cursor[1]!) ? cursor : null;
  return services.db.read(scopeOf(actor, ['window']), async (tx) => {
    const rows = await tx.query<ObjectionSummaryRow & { sort: string }>(
      'objections-of-window',
      `select ${objectionSummaryColumns}, coalesce(o.closed_at, o.opened_at) as sort from ${objectionSummaryFrom}
       where o.window_unit_id = $1
         and ($2::timestamptz is null or (coalesce(o.closed_at, o.opened_at), o.objection_id) < ($2::timestamptz, $3::uuid))
       order by coalesce(o.closed_at, o.opened_at) desc, o.objection_id desc limit ${pageSize + 1}`,
      [window, good?.[0] ?? null, good?.[1] ?? null],
    );
    const counted = await tx.query<{ open: number; closed: number }>(
      'objections-of-window-counts',
      `select (count(*) filter (where closed_at is null))::int as open, (count(*) filter (where closed_at is not null))::int as closed
       from objection where window_unit_id = $1`,
      [window],
    );
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      objections: page.map((row) => toObjectionSummary(row, catalog, today)),
      next: rows.length > pageSize && last ? encodeCursor([last.sort, last.objection_id]) : null,
      counts: counted[0]!,
    };
  });
}
