import { type Refusal, refuse } from '#domain/refusal.ts';
import { normaliseCode } from '#domain/uscc.ts';
import type { Services } from '../platform/app-context.ts';
import { findNumber } from './intake-store.ts';
import type { OpenedByCode } from './open-by-code.ts';

const noItem = () => refuse('not-found', 'item-not-found', '这份申请里没有这一项。');

/** The item of an opened application by its public number; one of another application, even of the same subject, is not there. */
export async function itemByNumber(
  services: Services,
  opened: OpenedByCode,
  itemNumber: string,
): Promise<{ subjectKey: string; itemId: string } | Refusal> {
  const { subjectKey, applicationId } = opened;
  const number = normaliseCode(itemNumber);
  const found = await services.db.read({ sees: 'none' }, (tx) => findNumber(tx, number));
  if (found?.subject_key !== subjectKey || found.application_id !== applicationId || !found.item_id) return noItem();
  return { subjectKey, itemId: found.item_id };
}
