import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { QueryOf } from '#contract/endpoint.ts';
import type { exportSupervisedItems as contract } from '#contract/supervision.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { itemStates } from '#domain/item/states.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { listKey } from '../access/give-purpose.ts';
import { noteReading, purposeNeeded, purposeOf } from '../access/reading-log.ts';
import { type Actor, scopeOf } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import type { Scope } from '../platform/database.ts';
import type { FileReply } from '../platform/route.ts';
import type { ItemFilter } from './item-filter.ts';
import { readFilter } from './read-filter.ts';
import { readItems, type SupervisedRow, whoseItems } from './store.ts';

const rowsAPage = 1000;
const heading = [
  '办件编号',
  '事项',
  '主体名称',
  '办理单位',
  '地区',
  '认定机关',
  '决定文书号',
  '提交日期',
  '办理状态',
  '受理到期日',
  '受理完成日',
  '决定到期日',
  '决定完成日',
  '是否超期',
  '办结日期',
];

/**
 * The same items as a file: UTF-8 with the mark that spreadsheets look for, read and written page by page. Who takes it away must have
 * said why today; the log has one line for the file, with filter and count, and every subject in it is told.
 */
export async function exportItems(
  services: Services,
  actor: Actor,
  query: QueryOf<typeof contract>,
): Promise<FileReply | Refusal> {
  const catalog = await services.catalog();
  const filter = readFilter(catalog, actor, services.clock.today(), query);
  if (isRefusal(filter)) return filter;
  const scope = scopeOf(actor, ['region']);
  const unsaid = await services.db.transaction(scope, async (tx): Promise<Refusal | null> => {
    const purpose = actor.kind === 'officer' ? await purposeOf(tx, services, actor, listKey('items')) : undefined;
    if (actor.kind === 'officer' && !purpose) return purposeNeeded(actor, { list: 'items' });
    const { count, subjectKeys } = await whoseItems(tx, filter);
    const detail = { ...query, region: filter.region, from: filter.from, to: filter.to, count };
    const line = { act: 'export-items', subjectKey: null, purpose: purpose ?? null, detail, subjectKeys } as const;
    await noteReading(tx, actor, line, services.clock.now());
    return null;
  });
  if (unsaid) return unsaid;
  return {
    file: true,
    type: 'text/csv; charset=utf-8',
    name: `办件清单_${filter.from}_${filter.to}.csv`,
    content: Readable.from(pagesOf(services, scope, catalog, filter)),
  };
}

async function* pagesOf(
  services: Services,
  scope: Scope,
  catalog: Catalog,
  filter: ItemFilter,
): AsyncGenerator<string> {
  yield `\uFEFF${csv([heading])}`;
  let after: { openedOn: string; itemId: string } | undefined;
  for (;;) {
    const rows = await services.db.read(scope, (tx) => readItems(tx, filter, after, rowsAPage));
    if (rows.length > 0) yield csv(rows.map((row) => cellsOf(row, catalog, filter.today)));
    const last = rows.at(-1);
    if (!last || rows.length < rowsAPage) return;
    after = { openedOn: last.opened_on, itemId: last.item_id };
  }
}

/** A cell that a spreadsheet would take for a formula is written with an apostrophe before it. */
function csv(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { escape_formulas: true, record_delimiter: 'windows' });
}

function cellsOf(row: SupervisedRow, catalog: Catalog, today: string): string[] {
  const isLate = (due: string | null, done: string | null) => due !== null && due < (done ?? today);
  const late = isLate(row.acceptance_due, row.acceptance_done_on) || isLate(row.decision_due, row.decision_done_on);
  return [
    row.number,
    catalog.matters.find((one) => one.matterKey === row.matter_key)?.name ?? row.matter_key,
    row.subject_name,
    catalog.units.get(row.unit_id)?.name ?? row.unit_id,
    catalog.regions.get(row.region_code)?.name ?? row.region_code,
    row.organ_name,
    row.doc_number,
    row.opened_on,
    itemStates[row.state].office,
    row.acceptance_due ?? '',
    row.acceptance_done_on ?? '',
    row.decision_due ?? '',
    row.decision_done_on ?? '',
    late ? '是' : '否',
    row.fold.closedOn ?? '',
  ];
}
