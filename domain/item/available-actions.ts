import { formatChinese, type PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkStep, isStep, isStepShown, proposalOpen } from './check-step.ts';
import { checkHolder } from './holding.ts';
import type { Item } from './item.ts';
import { checkMoot, type Moot } from './moot.ts';
import { chainActNames, isChainAct } from './proposal.ts';
import { type ItemState, isClosed, itemStates } from './states.ts';

/** What can be done to an item by a person. */
export type ItemAction =
  | 'accept'
  | 'decline'
  | 'request-correction'
  | 'correct'
  | 'verify'
  | 'extend'
  | 'suspend'
  | 'grant'
  | 'refuse'
  | 'revoke'
  | 'endorse'
  | 'sign'
  | 'return'
  | 'retract'
  | 'ask-opinion'
  | 'withdraw'
  | 'urge'
  | 'rate';

/** Who is asking: the same value on the server and in the browser. */
export type ActingPerson =
  | {
      readonly kind: 'applicant';
      readonly subjectKeys: readonly string[];
      /** By subject: the matters within which somebody stays who was authorised for these alone. Absent: all. */
      readonly limits?: Readonly<Record<string, readonly string[]>>;
    }
  | {
      readonly kind: 'officer';
      readonly unitId: string;
      readonly roles: readonly string[];
      readonly regionPrefix: string;
      /** Which officer; absent only where no chain is asked about. */
      readonly officerId?: string;
      readonly name?: string;
      /** Officers on leave today for whom this one stands in (代办). */
      readonly standsInFor?: readonly string[];
      /** Heads of the unit today, by id; given where a proposal waits for review. */
      readonly heads?: readonly string[];
    };

interface ActionRule {
  /** Words on the button. */
  readonly label: string;
  readonly by: 'applicant' | 'authority' | 'supervisor';
  readonly states: readonly ItemState[];
}

const open: readonly ItemState[] = ['registering', 'lodged', 'correcting', 'accepted', 'handing-over', 'handed-over'];
const grantedStates: readonly ItemState[] = ['granted', 'completed'];
/** Where something can be proposed. */
const chainStates: readonly ItemState[] = ['lodged', 'correcting', 'accepted', ...grantedStates];
/** Acts that go on without the correction, from the day after the one the applicant was given. */
const withoutCorrection: readonly ItemAction[] = ['accept', 'decline'];
const deskStates: readonly ItemState[] = ['lodged', 'accepted'];
const decided: readonly ItemState[] = ['granted', 'completed', 'declined', 'refused', 'revoked', 'left-to-court'];

/** Which act is possible in which state and by whom. The one table behind buttons, grey reasons and refusals. */
export const actionRules: Readonly<Record<ItemAction, ActionRule>> = {
  accept: { label: '受理', by: 'authority', states: ['lodged'] },
  decline: { label: '不予受理', by: 'authority', states: ['lodged'] },
  'request-correction': { label: '一次性告知补正', by: 'authority', states: ['lodged'] },
  correct: { label: '提交补正材料', by: 'applicant', states: ['correcting'] },
  verify: { label: '记录核实情况', by: 'authority', states: ['lodged', 'accepted'] },
  extend: { label: '延长办理期限', by: 'authority', states: ['accepted'] },
  // No rule that was read lets an item be suspended: told, never offered.
  suspend: { label: '中止办理', by: 'authority', states: ['lodged', 'correcting', 'accepted'] },
  grant: { label: '准予修复', by: 'authority', states: ['accepted'] },
  refuse: { label: '不予修复', by: 'authority', states: ['accepted'] },
  revoke: { label: '撤销修复', by: 'authority', states: grantedStates },
  endorse: { label: '审核通过', by: 'authority', states: chainStates },
  sign: { label: '签发', by: 'authority', states: chainStates },
  return: { label: '退回承办人', by: 'authority', states: chainStates },
  retract: { label: '撤回提请', by: 'authority', states: chainStates },
  'ask-opinion': { label: '征求其他单位意见', by: 'authority', states: deskStates },
  withdraw: { label: '撤回申请', by: 'applicant', states: open },
  urge: { label: '催办', by: 'supervisor', states: open },
  rate: { label: '评价', by: 'applicant', states: decided },
};

/** All actions in the order buttons stand. */
export const allItemActions = Object.keys(actionRules) as readonly ItemAction[];

/**
 * Whether this person may do this to this item now; the refusal says why not.
 * Used for the button and its grey reason, and before the act decides. `today` matters only to what opens when the applicant's day has
 * passed; without it that stays closed. `moot`: what became of the record meanwhile.
 */
export function checkAction(
  item: Item,
  action: ItemAction,
  who: ActingPerson,
  today?: PlainDate,
  moot?: Moot | null,
): Refusal | null {
  return (
    checkPerson(item, action, who) ??
    checkState(item, action, today, moot) ??
    checkHand(item, action, who) ??
    checkStepOf(item, action, who)
  );
}

function checkPerson(item: Item, action: ItemAction, who: ActingPerson): Refusal | null {
  const rule = actionRules[action];
  if (rule.by === 'applicant') {
    const own = who.kind === 'applicant' && actsFor(who, item);
    const atWindow = who.kind === 'officer' && who.roles.includes('window-clerk') && who.unitId === item.windowUnitId;
    if (own || (atWindow && action !== 'rate')) return null;
    return refuse('forbidden', 'not-the-applicant', `只有申请人本人（或代收的窗口）可以${rule.label}。`);
  }
  if (who.kind !== 'officer') return refuse('forbidden', 'not-an-officer', `${rule.label}由办理单位的工作人员进行。`);
  if (rule.by === 'supervisor') {
    if (who.roles.includes('supervisor') && item.regionCode.startsWith(who.regionPrefix)) return null;
    return refuse('forbidden', 'not-the-supervisor', '只有本地区的督办人员可以催办。');
  }
  if (item.decider === 'outside' && !takesBackOutside(item, action))
    return refuse(
      'forbidden',
      'decided-outside',
      item.receiver === 'court'
        ? '本事项由执行法院依法决定，这里只转送和显示进度，没有受理或不予受理的操作。'
        : '本事项在市场监管信用修复全国统一平台办理，这里只移送和显示进度。',
      { cite: item.receiver === 'court' ? ['spc17:10'] : ['samr107:14'] },
    );
  if (!who.roles.includes('officer') || who.unitId !== item.unitId)
    return refuse('forbidden', 'not-the-authority', `${rule.label}只能由认定单位的经办人进行。`);
  return null;
}

/** 107号 art 23: what market supervision granted on its own platform it takes back itself; the decision is entered here so that it takes effect. */
function takesBackOutside(item: Item, action: ItemAction): boolean {
  if (item.receiver !== 'market-platform') return false;
  return action === 'revoke' || (isStep(action) && item.proposal?.act === 'revoke');
}

function actsFor(who: Extract<ActingPerson, { kind: 'applicant' }>, item: Item): boolean {
  const limit = who.limits?.[item.subjectKey];
  return who.subjectKeys.includes(item.subjectKey) && (limit === undefined || limit.includes(item.matterKey));
}

function checkState(item: Item, action: ItemAction, today?: PlainDate, moot?: Moot | null): Refusal | null {
  const rule = actionRules[action];
  const due =
    item.state === 'correcting' && withoutCorrection.includes(action) ? item.clocks.correction?.due : undefined;
  if (due !== undefined && today !== undefined)
    return checkLapse(item, action, moot?.refuses && action === 'decline' ? null : due, today);
  if (!rule.states.includes(item.state)) {
    const now = itemStates[item.state].office;
    return refuse(
      'conflict',
      isClosed(item.state) ? 'already-closed' : 'wrong-state',
      `这一件现在是“${now}”，不能办理“${rule.label}”。`,
      { more: { state: item.state, version: item.version } },
    );
  }
  if (item.proposal && isChainAct(action)) return proposalOpen(item.proposal, chainActNames[item.proposal.act]);
  if (action === 'request-correction' && item.correctionAsked)
    return refuse('unmet-condition', 'correction-once', '补正只能一次性告知全部内容，本件已经告知过一次。', {
      cite: ['ndrc36:16'],
    });
  if (action === 'suspend')
    return refuse(
      'unmet-condition',
      'no-suspension',
      '本事项适用的规定没有写中止办理，期限照常计算。需要核查、不能按期决定的，条文给的办法是延长办理期限；缺材料的，一次性告知补正。',
      { cite: item.limits.cites.decide },
    );
  if (action === 'extend' && item.limits.extend === null)
    return refuse('unmet-condition', 'no-extension', '本事项适用的规定没有延长办理期限的条款。');
  if (action === 'extend' && item.extended)
    return refuse('unmet-condition', 'extended-once', '办理期限只能延长一次，本件已经延长过。', {
      cite: ['ndrc36:16'],
    });
  return checkMoot(action, rule.label, moot, item.proposal?.act);
}

/**
 * 补正: until the day the applicant was given is over the unit waits; then it decides on what is there. No clause says what follows
 * (36号第十六条 is silent, open question Q12), so nothing happens by itself. For materials of what is gone nobody waits (due: null).
 */
function checkLapse(item: Item, action: ItemAction, due: PlainDate | null, today: PlainDate): Refusal | null {
  if (due !== null && today <= due)
    return refuse(
      'unmet-condition',
      'correction-awaited',
      `已经一次性告知申请人在${formatChinese(due)}前补正，到那天为止不能${actionRules[action].label}；过了那天没有补正的，可以按现有材料决定。`,
      { cite: item.limits.cites.accept },
    );
  return item.proposal ? proposalOpen(item.proposal, chainActNames[item.proposal.act]) : null;
}

function checkStepOf(item: Item, action: ItemAction, who: ActingPerson): Refusal | null {
  return isStep(action) && who.kind === 'officer' ? checkStep(item.proposal, action, who) : null;
}

/** The officer's own acts are the holder's; steps of a chain are taken by others. */
function checkHand(item: Item, action: ItemAction, who: ActingPerson): Refusal | null {
  if (actionRules[action].by !== 'authority' || who.kind !== 'officer' || isStep(action)) return null;
  return checkHolder(item, who);
}

/** One action with its state for the person: allowed, or grey with the reason. Actions that are never the person's are left out. */
export interface AvailableAction {
  readonly action: ItemAction;
  readonly label: string;
  readonly allowed: boolean;
  readonly why: string | null;
  /** Law that the reason rests on: citation ids. */
  readonly cites: readonly string[];
}

/** The buttons of an item for a person, on a day. */
export function availableActions(
  item: Item,
  who: ActingPerson,
  today?: PlainDate,
  moot?: Moot | null,
): AvailableAction[] {
  return allItemActions.flatMap((action) => {
    if (isStep(action) && !isStepShown(item.proposal, action, who)) return [];
    // Of no use before there is a grant: not even grey.
    if (action === 'revoke' && !grantedStates.includes(item.state)) return [];
    if (action === 'suspend' && !actionRules.suspend.states.includes(item.state)) return [];
    const notTheirs = checkPerson(item, action, who);
    if (notTheirs && notTheirs.code !== 'decided-outside') return [];
    const { label } = actionRules[action];
    const refusal =
      notTheirs ??
      checkState(item, action, today, moot) ??
      checkHand(item, action, who) ??
      checkStepOf(item, action, who);
    return [
      { action, label, allowed: refusal === null, why: refusal?.text ?? null, cites: [...(refusal?.cite ?? [])] },
    ];
  });
}
