import type { Extension } from '../../due-day.ts';
import type { Holder } from '../../item/item.ts';
import type { Chain, ChainPerson, ChainStep, SignOffSteps } from '../../item/proposal.ts';
import type { PlainDate } from '../../plain-date.ts';
import type {
  Objection,
  ObjectionClock,
  ObjectionFinding,
  ObjectionOutcome,
  ProposedObjectionAct,
} from './objection.ts';
import type { RecordChange } from './record-corrections.ts';

/** What stands in an objection from the beginning. */
type Lodged = Pick<
  Objection,
  | 'number'
  | 'recordId'
  | 'itemId'
  | 'ground'
  | 'matterKey'
  | 'unitId'
  | 'regionCode'
  | 'windowUnitId'
  | 'door'
  | 'limits'
  | 'claims'
  | 'reasons'
  | 'request'
  | 'contact'
  | 'attachmentIds'
>;

/** Of an act on an objection that nobody had in hand: whoever did it holds it from then on. */
interface Taken {
  readonly takenBy?: Holder;
}

interface Payloads {
  /** `visit`: of a window, who came and how that was checked; kept in the ledger alone. */
  lodged: Lodged & { readonly clocks: readonly ObjectionClock[]; readonly visit?: unknown };
  /** The unit has it: from 信用中国 with its receipt, or handed in to it directly. */
  pushed: { readonly receiptNo: string | null; readonly clocks: readonly ObjectionClock[] };
  accepted: { readonly clocks: readonly ObjectionClock[]; readonly note: string } & Taken;
  declined: {
    readonly reasons: readonly { code: string; text: string; cite: string }[];
    readonly chain?: Chain;
  } & Taken;
  extended: { readonly extension: Extension; readonly due: PlainDate; readonly provisional: boolean } & Taken;
  answered: {
    readonly outcome: ObjectionOutcome;
    readonly findings: readonly ObjectionFinding[];
    readonly changes: readonly RecordChange[];
    readonly correcting: readonly string[];
    readonly clocks: readonly ObjectionClock[];
    readonly chain?: Chain;
  } & Taken;
  /** 提请审核、签发: nothing is answered yet. */
  proposed: { readonly proposal: ProposedObjectionAct; readonly steps: SignOffSteps; readonly by: ChainPerson } & Taken;
  endorsed: ChainStep;
  returned: { readonly by: ChainPerson; readonly reason: string };
  retracted: { readonly by: ChainPerson };
  /** One system has taken over the correction. */
  'correction-confirmed': { readonly system: string; readonly receiptNo: string };
  withdrawn: { readonly reason: string };
}

export type ObjectionEventType = keyof Payloads;
export type ObjectionEventOf<T extends ObjectionEventType> = {
  readonly type: T;
  readonly on: PlainDate;
  readonly cites: readonly string[];
  readonly payload: Payloads[T];
};
export type ObjectionEvent = { [T in ObjectionEventType]: ObjectionEventOf<T> }[ObjectionEventType];

/** What a ledger row says happened, for people. */
export const objectionEventTitles: Readonly<Record<ObjectionEventType, string>> = {
  lodged: '提出异议',
  pushed: '认定单位收到',
  accepted: '受理',
  declined: '不予受理',
  extended: '延长核查',
  answered: '答复',
  proposed: '提请',
  endorsed: '审核通过',
  returned: '退回承办人',
  retracted: '撤回提请',
  'correction-confirmed': '平台完成更正',
  withdrawn: '撤回',
};

const internalEvents: readonly ObjectionEventType[] = ['proposed', 'endorsed', 'returned', 'retracted'];

/** Whether an entry is kept from applicants and windows: how an answer came about, until it stands. */
export function isInternalEvent(type: ObjectionEventType): boolean {
  return internalEvents.includes(type);
}
