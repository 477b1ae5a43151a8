/** Which road an objection takes, by the record's law entry and what is objected to. */
import type { RuleInForce, Sureness } from './dated.ts';
import type { LawEntryKey } from './matter-keys.ts';
import { lawEntries } from './matters.ts';
import {
  abnormalObjection,
  courtRequest,
  customsInformation,
  enterpriseInformation,
  generalObjection,
  marketInformation,
  marketListing,
  type Objection,
  type ObjectionGround,
} from './objections.ts';

/** To whom it may be handed here. */
export type ObjectionDoor = 'credit-china' | 'unit';

/** Where a person turns instead, since the text names another receiver or no objection at all. */
export interface ElsewhereWay {
  readonly text: string;
  readonly cite: readonly string[];
  readonly sure: Sureness;
}

export interface ObjectionRoad {
  readonly ground: ObjectionGround;
  /** The first one sets the limits; the others are told beside it. */
  readonly rules: readonly RuleInForce<Objection>[];
  /** Empty where it is not taken in here; `elsewhere` then says why. */
  readonly doors: readonly ObjectionDoor[];
  readonly elsewhere: ElsewhereWay | null;
  /** Ids of open questions that touch it. */
  readonly open: readonly string[];
}

type Road = Omit<ObjectionRoad, 'ground'>;
type RoadOn = (day: string) => Road;

const present = <T>(...found: readonly (T | undefined)[]): T[] => found.filter((one) => one !== undefined);

const general: RoadOn = (day) => ({
  rules: present(generalObjection.on(day)),
  doors: ['credit-china', 'unit'],
  elsewhere: null,
  open: ['Q15', 'Q40'],
});
const customs: RoadOn = (day) => ({
  rules: present(generalObjection.on(day), customsInformation.on(day)),
  doors: ['credit-china', 'unit'],
  elsewhere: null,
  open: ['Q10', 'Q15', 'Q40'],
});
const penaltyInformation: RoadOn = (day) => ({
  rules: present(marketInformation.on(day)),
  doors: ['unit'],
  elsewhere: null,
  open: ['Q39', 'Q40'],
});
const listInformation: RoadOn = (day) => ({
  ...penaltyInformation(day),
  rules: present(enterpriseInformation.on(day)),
});
const abnormalListing: RoadOn = (day) => ({
  rules: present(abnormalObjection.on(day)),
  doors: ['unit'],
  elsewhere: null,
  open: ['Q40'],
});

const elsewhere =
  (text: string, cite: readonly string[], rule: (day: string) => RuleInForce<Objection> | undefined): RoadOn =>
  (day) => ({ rules: present(rule(day)), doors: [], elsewhere: { text, cite, sure: 'V' }, open: [] });

const marketDecision = elsewhere(
  '市场监管领域没有另设对不予受理、不予修复的异议程序。不服的，可以依法申请行政复议或者提起行政诉讼；也可以在作出决定的系统里补齐条件后再次申请。',
  ['samr107:24'],
  () => undefined,
);
const seriousListing = elsewhere(
  '列入严重违法失信名单以后没有异议程序（列入前的陈述、申辩和听证与行政处罚一并进行）。不服的，可以依法申请行政复议或者提起行政诉讼。',
  ['samr44:13', 'samr44:23'],
  (day) => marketListing.on(day),
);
const court = elsewhere(
  '失信被执行人名单由执行法院管理：请向执行法院书面申请纠正，本平台不能代收。法院自收到之日起十五日（自然日）内审查，成立的三个工作日内纠正；驳回的，自送达之日起十日（自然日）内可以向上一级法院申请复议。',
  ['spc17:11', 'spc17:12'],
  (day) => courtRequest.on(day),
);

const ofGeneral = { content: general, period: general, declined: general, refused: general };
const ofCourt = { content: court, period: court, listing: court, declined: court, refused: court };
const decisions = { declined: marketDecision, refused: marketDecision };

const own: Readonly<Partial<Record<LawEntryKey, Readonly<Partial<Record<ObjectionGround, RoadOn>>>>>> = {
  'market-penalty': { content: penaltyInformation, period: penaltyInformation, ...decisions },
  'abnormal-operation': {
    content: listInformation,
    period: listInformation,
    listing: abnormalListing,
    ...decisions,
  },
  'market-serious': { content: listInformation, period: listInformation, listing: seriousListing, ...decisions },
  'customs-discredited': { content: customs, period: general, declined: customs, refused: customs },
};

/**
 * The road of an objection on a day; undefined where the texts know none for this ground and name no other receiver either (being put on
 * a list of the general track: reconsideration and litigation against the listing itself).
 */
export function objectionRoad(entry: LawEntryKey, ground: ObjectionGround, day: string): ObjectionRoad | undefined {
  const roads = own[entry] ?? (lawEntries[entry].track === 'court' ? ofCourt : ofGeneral);
  const road = (roads as Partial<Record<ObjectionGround, RoadOn>>)[ground]?.(day);
  return road && { ground, ...road };
}

/** A ground on which an objection may be turned away without being looked into: only what was read in its clause. */
export interface TurnAway {
  readonly code: 'no-evidence' | 'not-about-this' | 'late';
  readonly text: string;
  readonly cite: string;
  readonly sure: Sureness;
}

/** Grounds of not accepting an objection under a road: none where its texts name none. */
export function turnAways(road: ObjectionRoad): readonly TurnAway[] {
  const rule = road.rules[0];
  const cite = rule?.cite[0];
  if (!rule || !cite || rule.sure !== 'V') return [];
  const about = `所提事项不属于可以提出异议的范围（${rule.value.against}）`;
  return [
    { code: 'not-about-this', text: about, cite, sure: rule.sure },
    // 36号 art 18 and the lists' rules ask for evidence with the objection.
    { code: 'no-evidence', text: '没有提交佐证材料', cite, sure: rule.sure },
    ...(rule.value.lodge === null
      ? []
      : [{ code: 'late', text: '超过可以提出异议的期限', cite, sure: rule.sure } as const]),
  ];
}
