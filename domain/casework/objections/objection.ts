import type { ObjectionDoor } from '#law/objection-roads.ts';
import type { ObjectionGround } from '#law/objections.ts';
import type { Extension } from '../../due-day.ts';
import type { Holder } from '../../item/item.ts';
import type { Hands, ReturnedProposal } from '../../item/proposal.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { RecordChange } from './record-corrections.ts';

/** A clock of an objection, in working days; the day of the event that starts it is not counted. */
export interface ObjectionClock {
  readonly kind: 'push' | 'acceptance' | 'check' | 'correction';
  readonly start: PlainDate;
  /** Working days, those of the extensions included. */
  readonly days: number;
  readonly due: PlainDate;
  readonly provisional: boolean;
  readonly cites: readonly string[];
  readonly doneOn?: PlainDate;
  readonly extensions?: readonly Extension[];
}

interface StateFacts {
  readonly waitsOn: 'platform' | 'authority' | 'nobody';
  readonly clock: ObjectionClock['kind'] | 'none';
  readonly closed: boolean;
  /** Words for the offices. */
  readonly office: string;
  /** Words for the applicant: what is happening now. */
  readonly public: string;
}

/** Every state of an objection: whose move it is, which clock runs, how it is called. */
export const objectionStates = {
  lodged: {
    waitsOn: 'platform',
    clock: 'push',
    closed: false,
    office: '待“信用中国”推送',
    public: '已提交，正在经“信用中国”推送给认定单位',
  },
  pushed: {
    waitsOn: 'authority',
    clock: 'acceptance',
    closed: false,
    office: '待决定是否受理',
    public: '认定单位已收到，等待决定是否受理',
  },
  checking: {
    waitsOn: 'authority',
    clock: 'check',
    closed: false,
    office: '核查中',
    public: '已受理，认定单位正在核查',
  },
  correcting: {
    waitsOn: 'platform',
    clock: 'correction',
    closed: false,
    office: '已答复，等各平台更正',
    public: '异议成立，正在通知各平台更正',
  },
  corrected: { waitsOn: 'nobody', clock: 'none', closed: true, office: '已更正', public: '异议成立，已经更正' },
  rejected: {
    waitsOn: 'nobody',
    clock: 'none',
    closed: true,
    office: '异议不成立',
    public: '异议不成立，理由和其他途径见答复书',
  },
  declined: {
    waitsOn: 'nobody',
    clock: 'none',
    closed: true,
    office: '不予受理',
    public: '未受理，理由见通知书',
  },
  withdrawn: { waitsOn: 'nobody', clock: 'none', closed: true, office: '已撤回', public: '您已撤回这件异议' },
} as const satisfies Record<string, StateFacts>;

export type ObjectionState = keyof typeof objectionStates;
export const allObjectionStates = Object.keys(objectionStates) as ObjectionState[];

/** What is wrong, as the applicant puts it: a named value of the record, what it says, what it should say. */
export interface ClaimedFault {
  readonly field: string;
  readonly says: string;
  readonly shouldSay: string;
}

/** Limits that hold for an objection: those of the law when it was lodged, so that nothing moves under it. */
export interface ObjectionLimits {
  readonly push: number | null;
  readonly accept: number | null;
  readonly check: number | null;
  readonly correct: number | null;
  readonly mayExtend: boolean;
  readonly cites: readonly string[];
  /** Ids of the questions the texts leave open. */
  readonly open: readonly string[];
}

export const objectionOutcomes = ['upheld', 'partly-upheld', 'rejected'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** One thing found when checking, with what showed it. */
export interface ObjectionFinding {
  readonly text: string;
  readonly evidence: string;
}

export interface ObjectionAnswered {
  readonly outcome: ObjectionOutcome;
  readonly findings: readonly ObjectionFinding[];
  /** Values of the record that are changed, with what they said before; empty where none are. */
  readonly changes: readonly RecordChange[];
  readonly on: PlainDate;
}

/** What an answer says: the same that is given to the act and that is proposed. */
export interface AnswerGiven {
  readonly outcome: ObjectionOutcome;
  readonly findings: readonly ObjectionFinding[];
  readonly corrections: readonly { readonly field: string; readonly value: string }[];
}

/** Acts on an objection that can go through 承办 → 审核 → 签发, with what each says. */
export type ProposedObjectionAct =
  | {
      readonly act: 'decline';
      readonly content: { readonly reasons: readonly { readonly code: string; readonly text: string }[] };
    }
  | { readonly act: 'answer'; readonly content: AnswerGiven };

/** What waits for review or signature; state and clocks of the objection are not touched by it. */
export type ObjectionProposal = ProposedObjectionAct & Hands;

/** The objection as folded from its ledger. */
export interface Objection {
  readonly subjectKey: string;
  readonly objectionId: string;
  readonly number: string;
  readonly recordId: string;
  /** The item whose decision is objected to; null where the record itself is. */
  readonly itemId: string | null;
  readonly ground: ObjectionGround;
  readonly matterKey: string;
  readonly unitId: string;
  readonly regionCode: string;
  readonly windowUnitId: string | null;
  readonly door: ObjectionDoor;
  readonly limits: ObjectionLimits;
  readonly claims: readonly ClaimedFault[];
  readonly reasons: string;
  readonly request: string;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly attachmentIds: readonly string[];
  readonly state: ObjectionState;
  readonly version: number;
  readonly clocks: Readonly<Partial<Record<ObjectionClock['kind'], ObjectionClock>>>;
  readonly openedOn: PlainDate;
  readonly acceptedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly receiptNo: string | null;
  readonly answer: ObjectionAnswered | null;
  /** Systems that have still to take over the correction. */
  readonly correcting: readonly string[];
  /** Who has it in hand (承办人): whoever acted on it first; absent while nobody has. */
  readonly holder?: Holder;
  readonly proposal?: ObjectionProposal;
  /** A proposal that came back, until the objection moves on. */
  readonly returned?: Omit<ReturnedProposal, 'proposal'> & { readonly proposal: ObjectionProposal };
}

/** What an objection is about, as one thing that can be objected to once at a time. */
export function objectedThing(it: Pick<Objection, 'ground' | 'itemId'>): string {
  return it.itemId === null ? it.ground : `decision:${it.itemId}`;
}

/** How a ground is called on screens and papers. */
export const groundWords: Readonly<Record<ObjectionGround, string>> = {
  content: '公示内容有误',
  period: '公示期限不符合规定',
  listing: '不应当列入',
  declined: '不予受理',
  refused: '不予修复',
};
