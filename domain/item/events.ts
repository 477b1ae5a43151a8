import type { PlainDate } from '../plain-date.ts';
import type { RevocationConsequences, RevocationGround } from '../record/orders/revocation-consequences.ts';
import type { ConditionFinding, MissingMaterial, Reason } from './grounds.ts';
import type { Clock, EffectKind, Holder, Limits, OutsideProgress } from './item.ts';
import type { Chain, ChainPerson, ChainStep, ProposedAct, SignOffSteps } from './proposal.ts';

/** What was checked, how and where, by whom, and what it shows for one condition of the matter. */
export interface Verification {
  readonly method: 'shared-data' | 'online' | 'written' | 'on-site';
  readonly finding: string;
  /** 实地核实: where. */
  readonly place?: string;
  /** 在场人员 beside the officer. */
  readonly people?: readonly string[];
  /** Pictures and papers taken then. */
  readonly attachmentIds?: readonly string[];
  /** Key of the condition it is about; absent where it is about the whole. */
  readonly condition?: string;
  readonly result?: 'met' | 'not-met' | 'open';
}

/** Of an act on an item that nobody had in hand: whoever did it holds it from then on. */
interface Taken {
  readonly takenBy?: Holder;
}

interface EventPayloads {
  submitted: {
    applicationId: string;
    recordId: string;
    number: string;
    matterKey: string;
    matterVersion: number;
    unitId: string;
    regionCode: string;
    windowUnitId: string | null;
    channel: 'online' | 'window';
    receiver: 'credit-china' | 'market-platform' | 'court';
    decider: 'our-desk' | 'outside';
    limits: Limits;
  };
  registered: { system: string; receiptNo: string; receivedOn: PlainDate; clocks: Clock[] };
  'handed-over': { system: string; receiptNo: string; receivedOn: PlainDate };
  accepted: { clocks: Clock[]; chain?: Chain } & Taken;
  declined: { reasons: Reason[]; docNumber: string; chain?: Chain } & Taken;
  'correction-requested': { missing: MissingMaterial[]; clocks: Clock[]; chain?: Chain } & Taken;
  corrected: { materials: { key: string; attachmentIds: string[]; text?: string }[]; clocks: Clock[] };
  verified: Verification;
  extended: { days: number; reason: string; clocks: Clock[]; chain?: Chain } & Taken;
  /** The working-day calendar changed while clocks were running. */
  're-dated': {
    clocks: Clock[];
    changes: { kind: Clock['kind']; from: PlainDate; to: PlainDate }[];
    why: string;
    calendarDigest: string;
  };
  granted: {
    docNumber: string;
    findings: ConditionFinding[];
    note: string;
    clocks: Clock[];
    effects: EffectKind[];
    chain?: Chain;
  } & Taken;
  refused: { docNumber: string; reasons: Reason[]; findings: ConditionFinding[]; note?: string; chain?: Chain } & Taken;
  /** 撤销修复: a grant is taken back, with what follows by the law of that day. */
  revoked: {
    docNumber: string;
    grantedOn: PlainDate;
    grantDocNumber: string;
    ground: RevocationGround;
    /** What was found, and what showed it. */
    finding: string;
    reasons: Reason[];
    /** 陈述、申辩: what the subject said and why it was (not) followed; '' where nothing was noted. */
    heard: string;
    consequences: RevocationConsequences;
    chain?: Chain;
  };
  /** 提请审核、签发: nothing is decided yet. */
  proposed: { proposal: ProposedAct; steps: SignOffSteps; by: ChainPerson } & Taken;
  /** 审核通过. */
  endorsed: ChainStep;
  /** 退回承办人. */
  returned: { by: ChainPerson; reason: string };
  /** The proposer takes the proposal back. */
  retracted: { by: ChainPerson };
  /** 征求意见: another unit is asked; its answer has a day of its own. */
  'opinion-asked': { opinionId: string; unitId: string; unitName: string; question: string; dueOn: PlainDate };
  'opinion-given': { opinionId: string; unitId: string; unitName: string; text: string; by: ChainPerson };
  'opinion-withdrawn': { opinionId: string; unitId: string; unitName: string; reason: string };
  /** No answer came: by its day (it may still come), or before the item was closed, which ends the asking. */
  'opinion-unanswered': {
    opinionId: string;
    unitId: string;
    unitName: string;
    why: 'overdue' | 'closed';
    dueOn: PlainDate;
    reason: string;
  };
  withdrawn: { reason: string };
  /** Another window follows the application up from now on; the names as they were. */
  'window-changed': { from: string; fromName: string; to: string; toName: string; reason: string };
  /** Who has the item in hand changed: by the unit's rule (`leave`: to the deputy of whom the rule names), by the head, by themselves, or because somebody left. */
  assigned: {
    to: Holder | null;
    from: Holder | null;
    why: 'rule' | 'hand' | 'claim' | 'release' | 'leave' | 'departure';
    reason: string;
  };
  'outside-progressed': { progress: OutsideProgress };
  'outside-granted': { progress: OutsideProgress; docNumber: string; clocks: Clock[]; effects: EffectKind[] };
  'outside-closed': { progress: OutsideProgress; as: 'refused' | 'declined' | 'left-to-court'; reasons: Reason[] };
  'effect-confirmed': { effect: EffectKind; system: string; receiptNo: string; confirmedOn: PlainDate };
  completed: { on: PlainDate };
}

/** Type of an event: past participles. */
export type ItemEventType = keyof EventPayloads;

/** Something that happened to an item, as the ledger keeps it. `on` is the day in Asia/Shanghai; `cites` the law it rests on. */
export type ItemEvent = {
  [T in ItemEventType]: {
    readonly type: T;
    readonly on: PlainDate;
    readonly cites: readonly string[];
    readonly payload: Readonly<EventPayloads[T]>;
  };
}[ItemEventType];

/** The event of one type. */
export type EventOf<T extends ItemEventType> = Extract<ItemEvent, { type: T }>;

/** What only the unit and those who supervise it read: how a decision came about, until it stands. */
const internalEvents: readonly ItemEventType[] = [
  'proposed',
  'endorsed',
  'returned',
  'retracted',
  'opinion-asked',
  'opinion-given',
  'opinion-withdrawn',
  'opinion-unanswered',
  'assigned',
];

/** Whether an entry is kept from applicants and windows: deliberations, not acts. */
export function isInternal(type: ItemEventType): boolean {
  return internalEvents.includes(type);
}
