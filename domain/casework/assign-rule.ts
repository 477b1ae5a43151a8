import type { Holder } from '../item/item.ts';
import type { PlainDate } from '../plain-date.ts';
import { type Leave, leaveOn } from './assign-leave.ts';

/** 分派规则 of a unit: items of a matter (null: of all matters without a rule of their own) go to these officers. */
export interface AssignRule {
  readonly matterKey: string | null;
  readonly officerIds: readonly string[];
}

/** An officer of the unit with how many open items they hold. */
export interface TeamMember extends Holder {
  readonly open: number;
}

/** The rule that holds for a matter: its own before the general one. */
export function ruleFor(rules: readonly AssignRule[], matterKey: string): AssignRule | undefined {
  return rules.find((one) => one.matterKey === matterKey) ?? rules.find((one) => one.matterKey === null);
}

/** Whom the rule gives an item; `insteadOf`: the officer on leave in whose place the deputy gets it. */
export interface Picked {
  readonly to: Holder;
  readonly insteadOf: Holder | null;
}

interface Candidate {
  readonly member: TeamMember;
  readonly insteadOf: Holder | null;
}

function candidates(
  officerIds: readonly string[],
  team: readonly TeamMember[],
  leaves: readonly Leave[],
  today: PlainDate,
): Candidate[] {
  const byId = new Map(team.map((one) => [one.officerId, one]));
  return officerIds.flatMap((officerId): Candidate[] => {
    const named = byId.get(officerId);
    if (!named) return [];
    const leave = leaveOn(leaves, officerId, today);
    if (!leave) return [{ member: named, insteadOf: null }];
    const deputy = byId.get(leave.deputyId);
    if (!deputy || leaveOn(leaves, deputy.officerId, today)) return [];
    return [{ member: deputy, insteadOf: { officerId: named.officerId, name: named.name } }];
  });
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whom a rule gives the next item: who holds the fewest open ones, ties by name, then id. Who is on leave is passed over for the deputy;
 * who no longer works there, and whose deputy is away as well, is left out. Null: nobody is there, so the item waits to be assigned.
 */
export function pickOfficer(input: {
  readonly rule: AssignRule;
  readonly team: readonly TeamMember[];
  readonly leaves: readonly Leave[];
  readonly today: PlainDate;
}): Picked | null {
  const found = candidates(input.rule.officerIds, input.team, input.leaves, input.today).sort(
    (a, b) =>
      a.member.open - b.member.open ||
      byText(a.member.name, b.member.name) ||
      byText(a.member.officerId, b.member.officerId) ||
      // Named themselves before as a deputy.
      Number(a.insteadOf !== null) - Number(b.insteadOf !== null),
  )[0];
  if (!found) return null;
  const { officerId, name } = found.member;
  return { to: { officerId, name }, insteadOf: found.insteadOf };
}

/** Shares items out among several, one after the other to who then holds the fewest; gives item → officer in the order of `items`. */
export function shareOut<T>(items: readonly T[], team: readonly TeamMember[]): { item: T; to: Holder | null }[] {
  const load = team.map((one) => ({ ...one }));
  return items.map((item) => {
    const next = load.sort((a, b) => a.open - b.open || byText(a.name, b.name) || byText(a.officerId, b.officerId))[0];
    if (!next) return { item, to: null };
    next.open += 1;
    return { item, to: { officerId: next.officerId, name: next.name } };
  });
}
