import type { RecordView } from '#contract/record.ts';
import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { automaticEndRow, doesNotEnd } from '#domain/record/orders/automatic-end-law.ts';
import { planStatement } from '#domain/record/orders/order-law.ts';
import { heldBackWords } from '#domain/record/orders/record-order.ts';
import { marketDeregistration } from '#law/deregistration.ts';
import { marketEntries } from '#law/tracks.ts';
import { citations } from '../platform/citations.ts';
import type { RecordRow } from './record-view.ts';

type HeldBackView = NonNullable<RecordView['heldBack']>;

const performed = '重整、和解已经执行完毕，修复以前继续屏蔽';

/** The words 107号 art 22 has shown while a plan runs, with the ruling they rest on; null where none run, or no clause gives words. */
export function statementOf(row: RecordRow, catalog: Catalog): HeldBackView['statement'] {
  const isMarket = (marketEntries as readonly string[]).includes(lawEntryOf(catalog, row.matter_key));
  return isMarket && row.held_back === 'shielded' && row.plan_completed_on === null ? planStatement : null;
}

/** What an order says beside the record: since when it is held back, on which ruling, what is shown meanwhile, and what goes on all the same. */
export function heldBackView(row: RecordRow, catalog: Catalog, on: PlainDate): RecordView['heldBack'] {
  if (row.held_back === null || row.held_back_on === null) return null;
  const isPerformed = row.held_back === 'shielded' && row.plan_completed_on !== null;
  return {
    why: row.held_back,
    text: isPerformed ? performed : heldBackWords[row.held_back],
    since: (isPerformed ? row.plan_completed_on : null) ?? row.held_back_on,
    statement: statementOf(row, catalog),
    ground: row.held_back_ground && { ...row.held_back_ground },
    stays: staysOf(row, catalog, on),
  };
}

/** What the clause that ended display does not end. */
function staysOf(row: RecordRow, catalog: Catalog, on: PlainDate): HeldBackView['stays'] {
  if (row.held_back === 'deregistered') {
    const cites = marketDeregistration.on(on)?.cite ?? [];
    return [{ text: '法定代表人、负责人受到的任职、从业限制不因注销结束', cites: citations(cites) }];
  }
  const law = row.held_back === 'ended' ? automaticEndRow(lawEntryOf(catalog, row.matter_key), on) : undefined;
  return law ? doesNotEnd(law.value).map((text) => ({ text, cites: citations(law.cite) })) : [];
}
