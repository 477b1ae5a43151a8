/** Lists whose own rule decides on removal and names the paper for it; where no such clause was read, a grant is 准予信用修复. */
import { type Dated, dated } from './dated.ts';
import type { LawEntryKey } from './matter-keys.ts';

export interface ListRemoval {
  /** The list as its rule calls it. */
  readonly listName: string;
  /** What is decided, in the rule's word. */
  readonly removal: string;
  /** What the rule joins to the removal. */
  readonly also: string;
  /** Working days within which the name leaves the list. */
  readonly within: number;
  /** What is done on removal, in the order of the clause. */
  readonly done: readonly string[];
}

const wage = dated<ListRemoval>({
  from: '2022-01-01',
  value: {
    listName: '拖欠农民工工资失信联合惩戒对象名单',
    removal: '提前移出',
    also: '同案列入名单的其他当事人一并移出',
    within: 10,
    done: [
      '移出名单，停止在本机关门户网站公开，并告知其他公开名单的网站',
      '向同级信用信息共享平台共享移出信息，联合惩戒措施按规定终止',
    ],
  },
  cite: ['mohrss45:12', 'mohrss45:14', 'mohrss45:17'],
  sure: 'V',
});

/**
 * Only clauses that were read: the rules on work safety and charity speak of removal too, but how it is decided is quoted second-hand
 * (mem11, mca60); tax ends publication (sta54:18) and customs changes a grade (gacc282:30) without deciding on removal.
 */
const removals: Readonly<Partial<Record<LawEntryKey, Dated<ListRemoval>>>> = { 'wage-arrears': wage };

/** The rule under which a grant of this law entry is a removal from its list on a day; undefined where there is none. */
export function listRemovalOf(entry: string, on: string) {
  return removals[entry as LawEntryKey]?.on(on);
}
