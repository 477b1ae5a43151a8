import type { Desk } from '#domain/casework/deciding.ts';
import { lawEntryOf } from '#domain/catalog/catalog.ts';
import { listRemovalOf } from '#law/list-removal.ts';
import { type NumberedPaper, takeDocNumber } from '../catalog/document-number.ts';
import type { ActContext } from '../item/act-on-item.ts';

/**
 * The next number of the deciding unit's own series. Taken inside the act: a refused act gives it back with the rollback. A grant is
 * numbered as 移出名单决定书 where the list's own rule decides on removal.
 */
export async function unitNumber(desk: Desk, context: ActContext, kind: NumberedPaper): Promise<string> {
  const unit = context.catalog.units.get(desk.item.unitId);
  if (!unit) throw new Error(`item ${desk.item.itemId} belongs to unknown unit ${desk.item.unitId}`);
  const series = kind === 'grant-decision' ? grantSeries(desk, context) : kind;
  return takeDocNumber(context.tx, unit, series, context.today);
}

function grantSeries(desk: Desk, context: ActContext): NumberedPaper {
  const entry = lawEntryOf(context.catalog, desk.item.matterKey);
  return listRemovalOf(entry, context.today) ? 'removal-decision' : 'grant-decision';
}
