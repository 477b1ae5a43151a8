import { type Refusal, refuse } from '../refusal.ts';
import { type Hands, waitsFor } from './proposal.ts';

/** The steps of a chain: 审核, 签发, 退回, and taking one's own proposal back. */
export type Step = 'endorse' | 'sign' | 'return' | 'retract';

const stepNames: Readonly<Record<Step, string>> = {
  endorse: '审核',
  sign: '签发',
  return: '退回',
  retract: '撤回',
};

export function isStep(action: string): action is Step {
  return Object.hasOwn(stepNames, action);
}

/** As much of an officer as a step is judged by. */
interface StepPerson {
  readonly roles: readonly string[];
  readonly officerId?: string;
  /** Heads of the unit today, by id; absent where nobody asked. */
  readonly heads?: readonly string[];
}

/** Why the acts of a chain stand still while something is proposed. */
export function proposalOpen(proposal: Hands, actName: string): Refusal {
  const next = waitsFor(proposal) === 'review' ? '审核' : '签发';
  return refuse(
    'conflict',
    'proposal-open',
    `${proposal.by.name}已提请“${actName}”，正在等待${next}。要改办别的，请先撤回提请，或者由${next}人退回。`,
  );
}

/** Steps are shown only where something is proposed, and to those whose step it could be. */
export function isStepShown(
  proposal: Hands | undefined,
  step: Step,
  who: { readonly kind: string } & Partial<StepPerson>,
): boolean {
  const { roles, officerId } = who;
  if (!proposal || !roles) return false;
  const own = proposal.by.id === officerId;
  if (step === 'retract') return own;
  if (step === 'sign') return roles.includes('head');
  if (step === 'endorse') return waitsFor(proposal) === 'review' && roles.includes('reviewer');
  return !own && (roles.includes('head') || roles.includes('reviewer'));
}

/** Who may take which step: nobody reviews or signs what they proposed, nor signs what they reviewed. */
export function checkStep(proposal: Hands | undefined, step: Step, who: StepPerson): Refusal | null {
  if (!proposal) return refuse('conflict', 'no-proposal', '这一件现在没有等待审核或者签发的提请，请刷新后再看。');
  const own = proposal.by.id === who.officerId;
  if (step === 'retract')
    return own
      ? null
      : refuse('forbidden', 'not-your-proposal', `这是${proposal.by.name}提请的，只有本人可以撤回；不同意的，请退回。`);
  if (own) return refuse('forbidden', 'own-proposal', `这是您自己提请的，须由本单位其他人${stepNames[step]}。`);
  if (step === 'endorse') return checkEndorse(proposal, who);
  return step === 'sign' ? checkSign(proposal, who) : checkReturn(proposal, who);
}

function checkEndorse(proposal: Hands, { roles, officerId, heads }: StepPerson): Refusal | null {
  if (!roles.includes('reviewer')) return refuse('forbidden', 'not-the-reviewer', '审核由本单位的审核人进行。');
  if (proposal.steps !== 'review-sign') return refuse('conflict', 'no-review', '这一件不需要审核，直接由负责人签发。');
  if (proposal.reviewed)
    return refuse('conflict', 'already-endorsed', `${proposal.reviewed.by.name}已经审核通过，现在等待签发。`);
  return heads ? checkSignersLeft(proposal, heads, officerId) : null;
}

/** A review after which nobody could sign would leave the item standing while its days run. */
function checkSignersLeft(proposal: Hands, heads: readonly string[], reviewer: string | undefined): Refusal | null {
  const signers = heads.filter((one) => one !== proposal.by.id);
  if (signers.some((one) => one !== reviewer)) return null;
  return signers.length > 0
    ? refuse(
        'unmet-condition',
        'nobody-left-to-sign',
        '您审核后本单位没有别人能签发，请由别人审核；没有别的审核人的，请先退回承办人，再在“审核签发设置”里改为由负责人签发。',
      )
    : refuse(
        'unmet-condition',
        'nobody-left-to-sign',
        `除提请的${proposal.by.name}以外，本单位没有别人能签发；请退回，由别人提请。`,
      );
}

function checkSign(proposal: Hands, { roles, officerId }: StepPerson): Refusal | null {
  if (!roles.includes('head')) return refuse('forbidden', 'not-the-head', '签发由本单位的负责人进行。');
  if (waitsFor(proposal) === 'review') return refuse('conflict', 'not-endorsed', '这一件要先由审核人审核，再签发。');
  return proposal.reviewed?.by.id === officerId
    ? refuse('forbidden', 'reviewed-it', '这是您审核过的，须由本单位另一位负责人签发。')
    : null;
}

/** Who of the unit can take the next step of a proposal, by name. */
export function nextHands(
  proposal: Hands,
  people: readonly { readonly officerId: string; readonly name: string; readonly roles: readonly string[] }[],
): string[] {
  const step = waitsFor(proposal) === 'review' ? 'endorse' : 'sign';
  const heads = people.filter((one) => one.roles.includes('head')).map((one) => one.officerId);
  return people.filter((one) => checkStep(proposal, step, { ...one, heads }) === null).map((one) => one.name);
}

function checkReturn(proposal: Hands, { roles }: StepPerson): Refusal | null {
  if (roles.includes('head')) return null;
  if (waitsFor(proposal) === 'review' && roles.includes('reviewer')) return null;
  return refuse('forbidden', 'not-the-head', '等待审核的由审核人退回，等待签发的由负责人退回。');
}
