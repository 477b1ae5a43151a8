import { headApprovalOn } from '#law/head-approval.ts';
import { chainActNames, chainActs, isChainAct, type SignOffSteps } from '../item/proposal.ts';
import type { PlainDate } from '../plain-date.ts';

/** Acts that a unit's order of hands covers: those on items, and what ends an objection. */
export const ruledActs = [...chainActs, 'decline-objection', 'answer-objection'] as const;
export type RuledAct = (typeof ruledActs)[number];

/** What they are called. */
export const ruledActNames: Readonly<Record<RuledAct, string>> = {
  ...chainActNames,
  'decline-objection': '异议不予受理',
  'answer-objection': '答复异议',
};

/** One line a unit's head set: which acts of which matter go through which hands, from which day. Later lines replace earlier ones of the same place. */
export interface SignOffRule {
  readonly matterKey: string;
  readonly act: RuledAct | '*';
  /** `none`: one person decides. */
  readonly steps: SignOffSteps | 'none';
  readonly from: PlainDate;
  /** Order in which lines of one place and day were set. */
  readonly at: string;
}

/** Every matter, or every act that ends or prolongs the road. */
export const everything = '*';

/** Acts that only a line naming them covers: they bind nobody for good, so that `*` does not slow them down. */
const onlyWhenNamed: readonly RuledAct[] = ['accept', 'request-correction'];

/** What holds for one act of one matter on a day, and why. */
export interface SignOffNow {
  readonly steps: SignOffSteps | 'none';
  /** The unit's line that says so; null where it is the law, or nothing. */
  readonly rule: SignOffRule | null;
  /** Citations where law asks the head's approval (107号第十四、十六、十七条). */
  readonly cites: readonly string[];
}

/**
 * Through whose hands an act goes: the unit's most particular line in force (matter and act, then matter, then act, then all; among
 * equals the latest), and never less than the law of the matter asks.
 */
export function signOffFor(
  rules: readonly SignOffRule[],
  it: { readonly matterKey: string; readonly lawEntry: string; readonly act: RuledAct; readonly today: PlainDate },
): SignOffNow {
  const rule = ruleFor(rules, it);
  // No clause was found that asks the head's approval before an objection is answered.
  const approval = isChainAct(it.act) ? headApprovalOn(it.lawEntry, it.act, it.today) : null;
  const steps = rule?.steps ?? 'none';
  if (!approval) return { steps, rule, cites: [] };
  return { steps: steps === 'none' ? 'sign' : steps, rule: steps === 'none' ? null : rule, cites: approval };
}

function ruleFor(
  rules: readonly SignOffRule[],
  { matterKey, act, today }: { readonly matterKey: string; readonly act: RuledAct; readonly today: PlainDate },
): SignOffRule | null {
  const acts: readonly SignOffRule['act'][] = onlyWhenNamed.includes(act) ? [act] : [act, everything];
  for (const matter of [matterKey, everything])
    for (const one of acts) {
      const lines = rules.filter((rule) => rule.matterKey === matter && rule.act === one && rule.from <= today);
      const last = lines.reduce<SignOffRule | null>((best, rule) => (best && after(best, rule) ? best : rule), null);
      if (last) return last;
    }
  return null;
}

/** The line whose day came last; of two of one day the one set later. */
function after(a: SignOffRule, b: SignOffRule): boolean {
  return a.from === b.from ? a.at > b.at : a.from > b.from;
}

/** Somebody of the unit, as far as an order of hands asks. */
export interface HandThere {
  readonly name: string;
  readonly roles: readonly string[];
}

/** What a unit with these people runs into when it sets an order of hands; by name, empty where there are enough. */
export function tooFewHands(steps: SignOffSteps | 'none', people: readonly HandThere[]): string[] {
  if (steps === 'none') return [];
  const heads = people.filter((one) => one.roles.includes('head'));
  const [head] = heads;
  if (!head) return ['本单位没有负责人账号，设了签发就没有人能签。'];
  const lone =
    heads.length === 1
      ? [
          `负责人只有${head.name}一位：${head.name}提请的没有别人能签发，${head.name}不在时也没有人签${steps === 'sign' ? '' : `；${head.name}审核了就没有别人能签发，平台不让${head.name}审核`}。`,
        ]
      : [];
  return steps === 'sign' ? lone : [...lone, ...fewReviewers(people, heads)];
}

/** A head reviews as well, but not what they sign. */
function fewReviewers(people: readonly HandThere[], heads: readonly HandThere[]): string[] {
  const reviewers = people.filter((one) => one.roles.includes('reviewer'));
  const free = heads.length === 1 ? reviewers.filter((one) => one !== heads[0]) : reviewers;
  const [only] = free;
  if (!only) return ['先审核、后签发要有一位负责人和另一位审核人，现在没有别的审核人。'];
  return free.length === 1 ? [`能审核的只有${only.name}一位：${only.name}提请的没有别人能审核。`] : [];
}
