import type { ReplyOf } from '#contract/endpoint.ts';
import { type PaperKind, paperTitles } from '#contract/paper-models.ts';
import type { listWindowReturns as contract } from '#contract/window.ts';
import { type ItemSummaryRow, itemSummaryColumns, itemSummaryFrom, toItemSummary } from '../../item/item-view.ts';
import { type Actor, scopeOf } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { decodeCursor, encodeCursor, pageSize } from '../../platform/paging.ts';

/** Items whose visitor has to bring something: asked here, or in the outside system that decides. Alias `i`. */
export const correctionsWhere = `(i.state = 'correcting' or (i.state = 'handed-over' and i.fold->'outside'->>'stage' = 'correction-needed'))`;
/** Items that are settled and whose result nobody has been given yet. Alias `i`. */
export const resultsWhere = `i.state in ('granted', 'completed', 'declined', 'refused', 'left-to-court')
  and not exists (select 1 from window_hand_out h where h.subject_key = i.subject_key and h.item_id = i.item_id)`;

interface ReturnRow extends ItemSummaryRow {
  readonly application_number: string;
  readonly phone: string;
}

interface PaperRow {
  readonly paper_id: string;
  readonly kind: PaperKind;
  readonly doc_number: string | null;
  readonly state: string;
}

async function papersOf(tx: Tx, row: ReturnRow): Promise<PaperRow[]> {
  return tx.query<PaperRow>(
    'window-result-papers',
    `select paper_id, kind, doc_number, state from paper
     where subject_key = $1 and application_id = $2 and item_id = $3
       and kind in ('grant-decision', 'removal-decision', 'refusal-decision', 'decline-notice') order by ordered_at, paper_id`,
    [row.subject_key, row.application_id, row.item_id],
  );
}

/** What came back to this window, oldest application first: items to correct, or results to hand out with their papers. */
export async function listWindowReturns(
  services: Services,
  actor: Actor,
  query: { readonly list: 'corrections' | 'results'; readonly after?: string | undefined },
): Promise<ReplyOf<typeof contract>> {
  const unit = actor.kind === 'officer' ? actor.unit.unitId : '';
  const catalog = await services.catalog();
  const today = services.clock.today();
  const [at, id] = decodeCursor(query.after, 2) ?? [null, null];
  const where = query.list === 'corrections' ? correctionsWhere : resultsWhere;
  return services.db.read(scopeOf(actor, ['window']), async (tx) => {
    const rows = await tx.query<ReturnRow>(
      `window-returns-${query.list}`,
      `select ${itemSummaryColumns}, a.number as application_number, a.form->>'phone' as phone from ${itemSummaryFrom}
       join application a on a.subject_key = i.subject_key and a.application_id = i.application_id
       where i.window_unit_id = $1 and ${where} and ($2::timestamptz is null or (i.opened_at, i.item_id) > ($2, $3::uuid))
       order by i.opened_at, i.item_id limit ${pageSize + 1}`,
      [unit, at, id],
    );
    const page = rows.slice(0, pageSize);
    const returns = [];
    for (const row of page)
      returns.push({
        item: toItemSummary(row, catalog, today),
        applicationNumber: row.application_number,
        phone: row.phone,
        papers:
          query.list === 'results'
            ? (await papersOf(tx, row)).map((paper) => ({
                paperId: paper.paper_id,
                title: paperTitles[paper.kind] ?? paper.kind,
                docNumber: paper.doc_number,
                state: paper.state,
              }))
            : [],
      });
    const last = page.at(-1);
    return {
      returns,
      next: rows.length > pageSize && last ? encodeCursor([last.opened_at, last.item_id]) : null,
    };
  });
}
