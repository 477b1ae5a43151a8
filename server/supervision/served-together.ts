import type { QueryOf, ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/notice-queue.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { maskName } from '../access/mask.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { decodeCursor, encodeCursor, pageSize } from '../platform/paging.ts';
import { toNoticeRow } from '../record/notices/notice-row.ts';
import { readFilter } from './read-filter.ts';
import { countServed, readServed, type ServedGroup } from './service-store.ts';

const definition =
  '统计决定日期在起止日期内、已录入本平台的处罚和列入决定，依法已被撤销的不计。已制作：有《信用修复告知书》；已送达：登记了送达；同时送达：告知书在决定书送达当日或者之前送达。同达率＝同时送达÷决定数。';

/** 两书同达率 by unit, within the supervisor's region; the furthest behind first. */
export async function getServiceFigures(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract.getServiceFigures>,
): Promise<ReplyOf<typeof contract.getServiceFigures> | Refusal> {
  const catalog = await services.catalog();
  const filter = readFilter(catalog, actor, services.clock.today(), query);
  if (isRefusal(filter)) return filter;
  const groups = await services.db.read(scopeOf(actor, ['region']), (tx) => countServed(tx, filter));
  const rows = groups.map((one) => toRow(one, catalog.units.get(one.unit_id)?.name ?? one.unit_id));
  return {
    from: filter.from,
    to: filter.to,
    asOf: services.clock.now().toISOString(),
    definition,
    total: toRow(sumOf(groups), '合计'),
    rows: rows.sort((a, b) => b.decisions - b.together - (a.decisions - a.together) || (a.key < b.key ? -1 : 1)),
  };
}

/** The decisions behind a figure, the latest first; names of persons masked, as everywhere in supervision. */
export async function listServedDecisions(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract.listServedDecisions>,
): Promise<ReplyOf<typeof contract.listServedDecisions> | Refusal> {
  const catalog = await services.catalog();
  const today = services.clock.today();
  const { what = 'all', after, ...asked } = query;
  const filter = readFilter(catalog, actor, today, asked);
  if (isRefusal(filter)) return filter;
  const rows = await services.db.read(scopeOf(actor, ['region']), (tx) =>
    readServed(tx, filter, what, readAfter(after), pageSize + 1),
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      ...toNoticeRow(row, catalog, today),
      subjectName: maskName(row.subject_kind, row.subject_name),
    })),
    next: rows.length > pageSize && last ? encodeCursor([last.finding_date, last.record_id]) : null,
  };
}

function readAfter(text: string | undefined): readonly [string, string] | null {
  const [day, id] = decodeCursor(text, 2) ?? [];
  const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day);
  return isDay && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? [day, id] : null;
}

function sumOf(groups: readonly ServedGroup[]): ServedGroup {
  const sum = (key: 'decisions' | 'made' | 'served' | 'together') => groups.reduce((total, one) => total + one[key], 0);
  return {
    unit_id: 'total',
    decisions: sum('decisions'),
    made: sum('made'),
    served: sum('served'),
    together: sum('together'),
  };
}

function toRow({ unit_id: key, ...counts }: ServedGroup, name: string): contract.ServiceFigureRow {
  const rate = counts.decisions === 0 ? null : Number((counts.together / counts.decisions).toFixed(4));
  return { key, name, ...counts, rate };
}
