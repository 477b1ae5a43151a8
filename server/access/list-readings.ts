import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type { listReadings as contract, listOwnReadings as ownContract, ReadingView } from '#contract/readings.ts';
import { purposeLabel } from '#domain/access/reading-purpose.ts';
import { regionPrefix } from '#domain/catalog/catalog.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { type Actor, isAgent, standingFor } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { noteReading, readingActs } from './reading-log.ts';
import { findSubjectKey, searchSubjects } from './subject-store.ts';

interface Row {
  readonly entry_id: string;
  readonly at: string;
  readonly actor: string;
  readonly actor_name: string | null;
  readonly unit_name: string | null;
  readonly act: string;
  readonly subject_key: string | null;
  readonly subject_name: string | null;
  readonly item_id: string | null;
  readonly purpose: string | null;
  readonly note: string | null;
  readonly detail: { readonly reason?: unknown; readonly count?: unknown; readonly title?: unknown };
}

const province = '36';
const noEntry = '00000000-0000-0000-0000-000000000000';
const actWord = (act: string) => readingActs[act as keyof typeof readingActs] ?? act;

/** The log of who read whose data, for the province's supervisors and operators; looking through it is noted too. */
export async function listReadings(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract>,
): Promise<ReplyOf<typeof contract> | Refusal> {
  if (actor.kind !== 'officer') return refuse('unauthenticated', 'login-needed', '请先登录。');
  if (!actor.roles.includes('operator') && regionPrefix(actor.unit.regionCode) !== province)
    return refuse('forbidden', 'not-the-province', '查看记录由省级督办人员和数据管理人员查阅。');
  return services.db.transaction({ sees: 'none' }, async (tx) => {
    const subject = query.subject?.trim();
    const keys = subject ? await subjectsNamed(tx, subject) : null;
    const rows = await readPage(tx, query, keys);
    const shown = rows.slice(0, pageSize);
    if (!query.after)
      await noteReading(
        tx,
        actor,
        {
          act: 'read-readings',
          subjectKey: keys?.length === 1 ? keys[0]! : null,
          purpose: null,
          detail: { ...query, subject: null },
        },
        services.clock.now(),
      );
    const last = shown.at(-1);
    return {
      readings: shown.map(toView),
      keptMonths: services.config.accessLogMonths,
      next: rows.length > pageSize && last ? encodeCursor([last.at, last.entry_id]) : null,
    };
  });
}

async function subjectsNamed(tx: Tx, text: string): Promise<string[]> {
  const key = await findSubjectKey(tx, normaliseCode(text));
  return key ? [key] : (await searchSubjects(tx, text)).map((row) => row.subject_key);
}

function readPage(tx: Tx, { person, day, after }: QueryOf<typeof contract>, keys: string[] | null): Promise<Row[]> {
  const [at, entry] = decodeCursor(after, 2) ?? [null, null];
  return tx.query<Row>(
    'readings-page',
    `select coalesce(a.entry_id, '${noEntry}') as entry_id, a.at, a.actor, a.actor_name, a.unit_name, a.act, a.subject_key,
       s.name as subject_name, a.item_id, a.purpose, a.note, a.detail
     from access_log a left join subject s on s.subject_key = a.subject_key
     where ($1::uuid[] is null or a.subject_key = any ($1) or a.subject_keys && $1)
       and ($2::text is null or a.actor = $2 or strpos(a.actor_name, $2) > 0 or strpos(a.unit_name, $2) > 0)
       and ($3::timestamptz is null or (a.at >= $3 and a.at < $3 + interval '1 day'))
       and ($4::timestamptz is null or (a.at, coalesce(a.entry_id, '${noEntry}')) < ($4, $5::uuid))
     order by a.at desc, coalesce(a.entry_id, '${noEntry}') desc limit ${pageSize + 1}`,
    [keys, person?.trim() || null, day ? new Date(`${day}T00:00:00+08:00`) : null, at, entry],
  );
}

function toView(row: Row): ReadingView {
  const { reason, count, title } = row.detail;
  const said = [row.note, reason, title, typeof count === 'number' ? `共 ${count} 条` : null];
  return {
    entryId: row.entry_id,
    at: row.at,
    who: row.actor_name ?? row.actor,
    unitName: row.unit_name ?? '',
    what: actWord(row.act),
    subjectKey: row.subject_key,
    subjectName: row.subject_name,
    itemId: row.item_id,
    purpose: row.purpose === null ? null : purposeLabel(row.purpose),
    note: said.filter((one) => typeof one === 'string' && one !== '').join('；') || null,
  };
}

interface OwnRow {
  readonly day: string;
  readonly unit_name: string;
  readonly act: string;
  readonly purpose: string | null;
  readonly times: number;
  readonly line: string;
}
/** Lines of a page: a line is a day, a unit and what it did. */
const ownPage = 100;
const plainDay = /^\d{4}-\d\d-\d\d$/;

/**
 * What a subject sees, page by page: which unit, which day, for what, files with the data of many included. Names of officers stay
 * inside.
 */
export async function listOwnReadings(
  services: Services,
  actor: Actor,
  subjectKey: string,
  after?: string,
): Promise<ReplyOf<typeof ownContract> | Refusal> {
  if (actor.kind !== 'applicant' || !standingFor(actor, subjectKey) || isAgent(actor, subjectKey))
    return refuse('not-found', 'subject-not-yours', '没有找到这个主体，或者您不能代表它办理。');
  return services.db.read({ sees: 'none' }, async (tx) => {
    const cursor = decodeCursor(after, 2)?.map(String);
    const [day, line] = cursor && plainDay.test(cursor[0]!) ? cursor : [null, null];
    const rows = await tx.query<OwnRow>(
      'readings-own',
      `select * from (
         select (at at time zone 'Asia/Shanghai')::date as day, unit_name, act, purpose, count(*) as times,
           unit_name || '|' || act || '|' || coalesce(purpose, '') as line
         from access_log where (subject_key = $1 or subject_keys @> array[$1::uuid]) and unit_name is not null and act <> 'read-readings'
         group by 1, 2, 3, 4) seen
       where $2::date is null or day < $2::date or (day = $2::date and line collate "C" > $3)
       order by day desc, line collate "C" limit ${ownPage + 1}`,
      [subjectKey, day, line],
    );
    const shown = rows.slice(0, ownPage);
    const last = shown.at(-1);
    const readings = shown.map((row) => ({
      day: row.day,
      unitName: row.unit_name,
      what: actWord(row.act),
      purpose: row.purpose === null ? '依职权核对' : purposeLabel(row.purpose),
      times: row.times,
    }));
    const next = rows.length > ownPage && last ? encodeCursor([last.day, last.line]) : null;
    return { readings, keptMonths: services.config.accessLogMonths, next };
  });
}
