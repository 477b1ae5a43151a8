import type { SignOffRule } from '#domain/casework/sign-off-rule.ts';
import { type ItemSummaryRow, itemSummaryColumns, itemSummaryFrom } from '../item/item-view.ts';
import type { LedgerActor } from '../platform/actor.ts';
import type { Tx } from '../platform/database.ts';

interface RuleRow {
  readonly rule_id: string;
  readonly matter_key: string;
  readonly act: SignOffRule['act'];
  readonly steps: SignOffRule['steps'];
  readonly valid_from: string;
  readonly set_by: LedgerActor;
  readonly set_at: string;
}

/** A line with who set it. */
export interface StoredRule extends SignOffRule {
  readonly setBy: string;
}

/** Every line a unit ever set, the latest first. */
export async function listRules(tx: Tx, unitId: string): Promise<StoredRule[]> {
  const rows = await tx.query<RuleRow>(
    'sign-off-rules',
    `select rule_id, matter_key, act, steps, valid_from, set_by, set_at from sign_off_rule where unit_id = $1
     order by set_at desc, rule_id desc`,
    [unitId],
  );
  return rows.map((row) => ({
    matterKey: row.matter_key,
    act: row.act,
    steps: row.steps,
    from: row.valid_from,
    at: `${row.set_at}|${row.rule_id}`,
    setBy: row.set_by.name,
  }));
}

export interface NewRule {
  readonly unitId: string;
  readonly ruleId: string;
  readonly requestId: string;
  readonly rule: Omit<SignOffRule, 'at'>;
  readonly actor: LedgerActor;
  readonly at: Date;
}

/** Adds a line; a repeated request adds none. */
export async function recordRule(tx: Tx, { unitId, ruleId, requestId, rule, actor, at }: NewRule): Promise<void> {
  await tx.change(
    'sign-off-rule-record',
    `insert into sign_off_rule (unit_id, rule_id, request_id, matter_key, act, steps, valid_from, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (unit_id, request_id) do nothing`,
    [unitId, ruleId, requestId, rule.matterKey, rule.act, rule.steps, rule.from, JSON.stringify(actor), at],
  );
}

/** Items of a unit that stand in a step of their chain, the nearest due day first. */
export async function listStanding(
  tx: Tx,
  unitId: string,
  standing: 'review' | 'sign' | 'returned',
): Promise<ItemSummaryRow[]> {
  return tx.query<ItemSummaryRow>(
    'sign-off-list',
    `select ${itemSummaryColumns} from ${itemSummaryFrom} where i.unit_id = $1 and i.sign_off = $2
     order by i.due_on nulls last, i.item_id limit 200`,
    [unitId, standing],
  );
}

export async function countStanding(tx: Tx, unitId: string): Promise<Record<string, number>> {
  const rows = await tx.query<{ sign_off: string; n: number }>(
    'sign-off-counts',
    'select sign_off, count(*)::int as n from item where unit_id = $1 and sign_off is not null group by sign_off',
    [unitId],
  );
  return Object.fromEntries(rows.map((row) => [row.sign_off, row.n]));
}

/** How many proposals wait for one person: theirs to review or sign, and what came back to them. */
export async function countForPerson(
  tx: Tx,
  unitId: string,
  { officerId, roles }: { readonly officerId: string; readonly roles: readonly string[] },
): Promise<number> {
  const rows = await tx.query<{ n: number }>(
    'sign-off-mine',
    `select count(*)::int as n from item where unit_id = $1 and (
       (sign_off = 'returned' and fold #>> '{returned,proposal,by,id}' = $2)
       or (sign_off = 'review' and $3 and fold #>> '{proposal,by,id}' <> $2)
       or (sign_off = 'sign' and $4 and fold #>> '{proposal,by,id}' <> $2
         and coalesce(fold #>> '{proposal,reviewed,by,id}', '') <> $2))`,
    [unitId, officerId, roles.includes('reviewer'), roles.includes('head')],
  );
  return rows[0]?.n ?? 0;
}
