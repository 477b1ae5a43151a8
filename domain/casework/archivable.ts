import type { Item } from '../item/item.ts';
import { isClosed } from '../item/states.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * Why an application cannot be packed for the archive yet: an item of it is open, or a paper is not sealed. A package that grows
 * afterwards is no archive. Null where it can.
 */
export function checkArchivable(
  items: readonly Pick<Item, 'number' | 'state'>[],
  papers: readonly { readonly state: string }[],
): Refusal | null {
  const open = items.filter((item) => !isClosed(item.state));
  if (open.length > 0)
    return refuse(
      'unmet-condition',
      'not-closed',
      `还有没办结的办件：${open.map(({ number }) => number).join('、')}。全部办结后才能归档。`,
    );
  if (papers.some(({ state }) => state !== 'printed'))
    return refuse('conflict', 'papers-not-ready', '还有文书没有出具成（等签章或者没有生成），出具后才能归档。');
  return null;
}
