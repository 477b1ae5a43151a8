import type { JointApplicationForm } from '#contract/paper-models.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import type { EventOf, ItemEvent } from '#domain/item/events.ts';
import type { Item } from '#domain/item/item.ts';
import { formatChineseShort, type PlainDate } from '#domain/plain-date.ts';
import { listRemovalOf } from '#law/list-removal.ts';
import { matterOf, unitOf } from './item-file.ts';

type Opinion = NonNullable<JointApplicationForm['opinions']>[number];

/** An item of the application, the number of its record's paper, and what happened to it. */
export interface DecidedItem {
  readonly item: Item;
  readonly recordDocNumber: string;
  readonly events: readonly ItemEvent[];
}

const refusedWords = { refused: '不予信用修复', declined: '不予受理' } as const;

/** 修复决定意见 of the form (附件3): one for each item that has a result, in the order of the items. */
export function jointFormOpinions(catalog: Catalog, items: readonly DecidedItem[]): Opinion[] {
  return items.flatMap((one) => {
    const result = one.events.flatMap((event) => resultOf(catalog, one.item, event)).at(-1);
    if (!result) return [];
    return [{ ...result, organName: unitOf(catalog, one.item.unitId).name, recordDocNumber: one.recordDocNumber }];
  });
}

/** How many have a result, in one sentence for below the opinions. */
export function jointFormStanding(items: number, opinions: number, on: PlainDate): string {
  return `截至${formatChineseShort(on)}：共${items}项，已有结果${opinions}项。`;
}

type Result = Pick<Opinion, 'text' | 'decidedOn' | 'docNumber' | 'sealed'>;

function resultOf(catalog: Catalog, item: Item, event: ItemEvent): Result[] {
  const here = { decidedOn: event.on, sealed: true };
  switch (event.type) {
    case 'granted':
      return [{ ...here, text: grantText(catalog, item, event), docNumber: event.payload.docNumber }];
    case 'refused':
    case 'declined':
      return [{ ...here, text: refusedWords[event.type], docNumber: event.payload.docNumber }];
    case 'revoked':
      return [
        {
          decidedOn: event.on,
          // Taken back in a system of the unit's own: its paper was made and sealed there.
          sealed: event.payload.docNumber !== '',
          text: `撤销${event.payload.grantDocNumber || '准予信用修复的决定'}`,
          ...numbered(event.payload.docNumber),
        },
      ];
    // Decided in the unit's own system: the opinion as it was reported, the seal on the paper made there.
    case 'outside-granted':
      return [{ text: '准予信用修复', decidedOn: event.payload.progress.on, ...numbered(event.payload.docNumber) }];
    case 'outside-closed':
      return event.payload.as === 'left-to-court'
        ? []
        : [{ text: refusedWords[event.payload.as], decidedOn: event.payload.progress.on }];
    default:
      return [];
  }
}

const numbered = (docNumber: string) => (docNumber.trim() === '' ? {} : { docNumber });

function grantText(catalog: Catalog, item: Item, event: EventOf<'granted'>): string {
  const removal = listRemovalOf(matterOf(catalog, item).lawEntry, event.on);
  return removal ? `准予信用修复，${removal.value.removal}${removal.value.listName}` : '准予信用修复';
}
