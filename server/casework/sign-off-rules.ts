import type { BodyOf, ReplyOf } from '#contract/endpoint.ts';
import type { listSignOffRules, SignOffRuleView, setSignOffRule } from '#contract/sign-off.ts';
import { everything, ruledActNames, tooFewHands } from '#domain/casework/sign-off-rule.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { chainActNames, chainActs } from '#domain/item/proposal.ts';
import { addDays } from '#domain/plain-date.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { approvalTold, headApprovalOn } from '#law/head-approval.ts';
import { listOfficers, type OfficerName } from '../access/officer-store.ts';
import { ledgerActor, type Officer } from '../platform/actor.ts';
import type { Services } from '../platform/app-context.ts';
import { citations } from '../platform/citations.ts';
import { v7 } from '../platform/uuid.ts';
import { listRules, recordRule, type StoredRule } from './sign-off-store.ts';

/** A unit's order of hands with its history, the matters of its field, and what law says about the head's approval. */
export async function readRules(services: Services, officer: Officer): Promise<ReplyOf<typeof listSignOffRules>> {
  const { unit } = officer;
  const catalog = await services.catalog();
  const today = services.clock.today();
  const matters = mattersOf(catalog, unit.sector);
  const [rules, people] = await services.db.read({ sees: 'unit', unit: unit.unitId }, async (tx) => [
    await listRules(tx, unit.unitId),
    await listOfficers(tx, unit.unitId, today),
  ]);
  return {
    rules: viewsOf(rules, catalog, today),
    matters: matters.map(({ matterKey, name }) => ({ matterKey, name })),
    approvals: matters.flatMap(({ matterKey, name, lawEntry }) =>
      chainActs.flatMap((act) => {
        const told = approvalTold(lawEntry, act, today);
        return told
          ? [
              {
                matterKey,
                matterName: name,
                act,
                actName: chainActNames[act],
                by: told.by,
                cite: citations([told.cite])[0]!,
                holdsHere: headApprovalOn(lawEntry, act, today) !== null,
              },
            ]
          : [];
      }),
    ),
    people: countRoles(people),
    tooFew: { sign: tooFewHands('sign', people), 'review-sign': tooFewHands('review-sign', people) },
  };
}

/** Matters a unit's field decides at this desk; one version each, as today. */
function mattersOf(catalog: Catalog, sector: string) {
  const seen = new Set<string>();
  return catalog.matters.filter((one) => {
    const own = one.decider === 'our-desk' && (one.sector === sector || one.recordType === 'penalty');
    if (!own || seen.has(one.matterKey)) return false;
    seen.add(one.matterKey);
    return true;
  });
}

/** Adds a line to the unit's order; proposals that are on their way keep the hands they began with. */
export async function setRule(
  services: Services,
  officer: Officer,
  body: BodyOf<typeof setSignOffRule>,
): Promise<{ rules: SignOffRuleView[] } | Refusal> {
  const { unit } = officer;
  const catalog = await services.catalog();
  const today = services.clock.today();
  const now = services.clock.now();
  const { matterKey, act, steps } = body;
  if (matterKey !== everything && !catalog.matters.some((one) => one.matterKey === matterKey))
    return refuse('invalid', 'matter-unknown', '没有这个事项。', {
      fields: [{ field: 'matterKey', text: '请选择事项。' }],
    });
  return services.db.transaction({ sees: 'unit', unit: unit.unitId }, async (tx) => {
    const people = await listOfficers(tx, unit.unitId, today);
    const missing = missingPeople(steps, countRoles(people));
    if (missing) return missing;
    const from = body.from === 'today' ? today : addDays(today, 1);
    await recordRule(tx, {
      unitId: unit.unitId,
      ruleId: v7(now),
      requestId: body.requestId,
      rule: { matterKey, act, steps, from },
      actor: ledgerActor(officer),
      at: now,
    });
    return { rules: viewsOf(await listRules(tx, unit.unitId), catalog, today) };
  });
}

const countRoles = (people: readonly OfficerName[]) => ({
  reviewers: people.filter((one) => one.roles.includes('reviewer')).length,
  heads: people.filter((one) => one.roles.includes('head')).length,
});

/** A chain that nobody could finish would stop the unit's work: the hands must be there. */
function missingPeople(
  steps: StoredRule['steps'],
  { reviewers, heads }: { readonly reviewers: number; readonly heads: number },
): Refusal | null {
  // A head reviews as well, but not what they sign.
  if (steps === 'none' || (heads > 0 && (steps === 'sign' || reviewers > 1))) return null;
  return refuse(
    'unmet-condition',
    'hands-missing',
    steps === 'sign'
      ? '本单位没有负责人账号，设了签发就没有人能签。'
      : '先审核、后签发要有一位负责人和另一位审核人；本单位现在不够。',
  );
}

function viewsOf(rules: readonly StoredRule[], catalog: Catalog, today: string): SignOffRuleView[] {
  const inForce = new Set<string>();
  const byDay = [...rules].sort((a, b) =>
    a.from === b.from ? b.at.localeCompare(a.at) : b.from.localeCompare(a.from),
  );
  const standing = new Map<StoredRule, SignOffRuleView['standing']>();
  for (const rule of byDay) {
    const place = `${rule.matterKey}|${rule.act}`;
    if (rule.from > today) standing.set(rule, 'coming');
    else standing.set(rule, inForce.has(place) ? 'past' : 'in-force');
    if (rule.from <= today) inForce.add(place);
  }
  return rules.map((rule) => ({
    matterKey: rule.matterKey,
    matterName:
      rule.matterKey === everything
        ? '全部事项'
        : (catalog.matters.find((one) => one.matterKey === rule.matterKey)?.name ?? rule.matterKey),
    act: rule.act,
    actName: rule.act === everything ? '全部办理（受理、补正除外）' : ruledActNames[rule.act],
    steps: rule.steps,
    from: rule.from,
    standing: standing.get(rule)!,
    setBy: rule.setBy,
    setAt: rule.at.split('|')[0]!,
  }));
}
