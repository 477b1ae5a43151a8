import type { PlainDate } from '../plain-date.ts';
import type { Item } from './item.ts';

/** Words for the offices, instead of those of the state. */
export const lapsedWords = '补正期满，待按现有材料决定';

/** Words for the applicant: nothing follows by itself, and the answer is still taken. */
export const lapsedPublicWords = '补正的日子已过：办理单位可以按现有材料决定，决定以前仍可以补正';

/**
 * Whether the day given for a correction has passed without it: from the day after it is the authority's move again. No clause says
 * what follows, so the state stays and nothing happens by itself.
 */
export function correctionLapsed(item: Pick<Item, 'state' | 'clocks'>, today: PlainDate): boolean {
  const due = item.clocks.correction?.due;
  return item.state === 'correcting' && due !== undefined && today > due;
}
