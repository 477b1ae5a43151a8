import type { LawEntryKey } from '#law/matter-keys.ts';
import type { Item } from '../item/item.ts';
import type { Moot } from '../item/moot.ts';
import { formatChinese, type PlainDate } from '../plain-date.ts';
import type { Verdict } from '../record/assess-case.ts';
import { orderLaw } from '../record/orders/order-law.ts';
import type { HeldBack } from '../record/orders/record-order.ts';

/** As much of the record as is asked. */
export interface MootRecord {
  readonly entry: LawEntryKey;
  readonly heldBack: HeldBack | null;
  readonly repairedOn: PlainDate | null;
  /** What assess() answers about it today. */
  readonly verdict: Verdict;
}

const openStates: readonly Item['state'][] = ['registering', 'lodged', 'correcting', 'accepted'];

/** Where the item can be ended, the act that ends it. */
const endOf = (item: Item) => (item.state === 'accepted' ? '不予修复' : '不予受理');
const withdrawText = '您可以撤回这件申请，也可以等办理单位办结，不用再补交什么。';

/**
 * Whether the record of an open item still has something to repair. An annulled decision leaves nothing (行政处罚法第四十八条, 36号第十九条
 * and the rows of law/annulment); whether a display that ended by itself ends an application as well, no clause says (36号第十二条 lets other
 * restrictions still be repaired), so that is told and refuses nobody.
 */
export function findMoot(item: Item, record: MootRecord, today: PlainDate): Moot | null {
  if (!openStates.includes(item.state)) return null;
  if (record.repairedOn !== null && record.repairedOn <= today) return repaired(item, record.repairedOn);
  const gone = record.heldBack;
  if (gone === 'annulled' || gone === 'deregistered') return withdrawn(item, record, gone, today);
  return record.verdict.verdict === 'not-published' ? ended(item, record) : null;
}

function closing(item: Item, reason: string) {
  return {
    reason,
    todo: `请办结：${endOf(item)}，理由“${reason}”；申请人也可以撤回申请。`,
    applicantTodo: withdrawText,
  };
}

/** 36号 art 3: a repair ends display, sharing and measures; of what has ended there is no second end. */
function repaired(item: Item, on: PlainDate): Moot {
  return {
    why: 'repaired',
    text: `这条信息已于${formatChinese(on)}修复。`,
    ...closing(item, '信息已经修复，无需再修复'),
    cites: ['ndrc36:3'],
    refuses: true,
  };
}

function withdrawn(item: Item, record: MootRecord, why: 'annulled' | 'deregistered', today: PlainDate): Moot {
  const law = orderLaw(why === 'annulled' ? 'annulment' : 'deregistration', record.entry, today);
  const cites = record.verdict.reasons.filter((one) => one.code === why).map((one) => one.cite);
  return {
    why,
    text:
      why === 'annulled'
        ? '这条信息的决定已经被撤销，信息已经撤回。'
        : '主体已经注销，登记地市场监督管理部门已经停止公示这条信息。',
    ...closing(
      item,
      why === 'annulled' ? '决定已经被撤销，信息已经撤回，无需修复' : '主体已经注销，信息已经停止公示，无需修复',
    ),
    // Within how many days lists are withdrawn no clause says; that what is withdrawn shows nothing to end follows from 36号 art 3.
    cites: law?.sure ? (cites.length > 0 ? cites : law.cites) : ['ndrc36:3'],
    refuses: why === 'annulled' || law?.sure === true,
  };
}

function ended(item: Item, { verdict }: MootRecord): Moot {
  const last = verdict.reasons.at(-1);
  return {
    why: 'ended',
    text: `这条信息现在没有公示${last ? `：${last.text}` : '。'}`,
    reason: '信息已经停止公示，无需修复',
    todo: `条文没有写正在办理的申请怎么处理：还有其他限制要解除的，可以接着办；没有的，${endOf(item)}或者由申请人撤回。`,
    applicantTodo: '还受到其他限制的，可以等办理单位的决定；没有的，可以撤回申请。',
    cites: last ? [last.cite] : [],
    refuses: false,
  };
}
