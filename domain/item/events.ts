import type { PlainDate } from '../plain-date.ts';
import type { Clock, EffectKind, Limits, MissingMaterial, OutsideProgress } from './item.ts';

/** A reason given to the applicant: the code of the editable list and the sentence that is printed. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** What was found for one condition of the matter when deciding. */
export interface ConditionFinding {
  readonly key: string;
  readonly text: string;
  readonly met: boolean;
  readonly evidence: string;
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
  accepted: { clocks: Clock[] };
  declined: { reasons: Reason[]; docNumber: string };
  'correction-requested': { missing: MissingMaterial[]; clocks: Clock[] };
  corrected: { materials: { key: string; attachmentIds: string[]; text?: string }[]; clocks: Clock[] };
  verified: { method: 'shared-data' | 'online' | 'written' | 'on-site'; finding: string };
  extended: { days: number; reason: string; clocks: Clock[] };
  /** The working-day calendar changed while clocks were running. */
  're-dated': {
    clocks: Clock[];
    changes: { kind: Clock['kind']; from: PlainDate; to: PlainDate }[];
    why: string;
    calendarDigest: string;
  };
  granted: { docNumber: string; findings: ConditionFinding[]; note: string; clocks: Clock[]; effects: EffectKind[] };
  refused: { docNumber: string; reasons: Reason[]; findings: ConditionFinding[] };
  withdrawn: { reason: string };
  /** Another window follows the application up from now on; the names as they were. */
  'window-changed': { from: string; fromName: string; to: string; toName: string; reason: string };
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
