import type { Leave } from '#domain/casework/assign-leave.ts';
import type { AssignRule } from '#domain/casework/assign-rule.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { LedgerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database.ts';

/** A rule of a unit with who set it. */
export interface StoredAssignRule extends AssignRule {
  readonly ruleId: string;
  readonly setBy: string;
  readonly setAt: string;
}

/** Rules of a unit that hold now, those of single matters first. */
export async function listAssignRules(tx: Tx, unitId: string): Promise<StoredAssignRule[]> {
  const rows = await tx.query<{
    rule_id: string;
    matter_key: string | null;
    officer_ids: string[];
    set_by: LedgerActor;
    set_at: string;
  }>(
    'assignment-rules',
    `select rule_id, matter_key, officer_ids, set_by, set_at from assignment_rule
     where unit_id = $1 and ended_at is null order by matter_key nulls last`,
    [unitId],
  );
  return rows.map((row) => ({
    ruleId: row.rule_id,
    matterKey: row.matter_key,
    officerIds: row.officer_ids,
    setBy: row.set_by.name,
    setAt: row.set_at,
  }));
}

/** Ends the rule of a matter (null: of all others) where there is one. */
export async function endAssignRule(
  tx: Tx,
  it: { unitId: string; matterKey: string | null; by: LedgerActor; at: Date },
): Promise<void> {
  await tx.change(
    'assignment-rule-end',
    `update assignment_rule set ended_by = $3, ended_at = $4
     where unit_id = $1 and coalesce(matter_key, '') = coalesce($2, '') and ended_at is null`,
    [it.unitId, it.matterKey, JSON.stringify(it.by), it.at],
  );
}

export async function recordAssignRule(
  tx: Tx,
  it: { unitId: string; ruleId: string; rule: AssignRule; by: LedgerActor; at: Date },
): Promise<void> {
  await tx.change(
    'assignment-rule-record',
    `insert into assignment_rule (unit_id, rule_id, matter_key, officer_ids, set_by, set_at) values ($1, $2, $3, $4, $5, $6)`,
    [it.unitId, it.ruleId, it.rule.matterKey, [...it.rule.officerIds], JSON.stringify(it.by), it.at],
  );
}

/** A leave with its key. */
export interface StoredLeave extends Leave {
  readonly leaveId: string;
}

/** Leaves of a unit that are not over and not called off. */
export async function listLeaves(tx: Tx, unitId: string, today: PlainDate): Promise<StoredLeave[]> {
  const rows = await tx.query<{
    leave_id: string;
    officer_id: string;
    deputy_id: string;
    from_on: string;
    until_on: string;
  }>(
    'officer-leaves',
    `select leave_id, officer_id, deputy_id, from_on, until_on from officer_leave
     where unit_id = $1 and ended_at is null and until_on >= $2 order by from_on, leave_id`,
    [unitId, today],
  );
  return rows.map((row) => ({
    leaveId: row.leave_id,
    officerId: row.officer_id,
    deputyId: row.deputy_id,
    from: row.from_on,
    until: row.until_on,
  }));
}

/** Enters a leave; a repeated request enters none. */
export async function recordLeave(
  tx: Tx,
  it: { unitId: string; leaveId: string; requestId: string; leave: Leave; by: LedgerActor; at: Date },
): Promise<void> {
  const { leave } = it;
  await tx.change(
    'officer-leave-record',
    `insert into officer_leave (unit_id, leave_id, request_id, officer_id, deputy_id, from_on, until_on, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (unit_id, request_id) do nothing`,
    [
      it.unitId,
      it.leaveId,
      it.requestId,
      leave.officerId,
      leave.deputyId,
      leave.from,
      leave.until,
      JSON.stringify(it.by),
      it.at,
    ],
  );
}

export async function hasLeaveRequest(tx: Tx, unitId: string, requestId: string): Promise<boolean> {
  const rows = await tx.query(
    'officer-leave-request',
    'select 1 from officer_leave where unit_id = $1 and request_id = $2',
    [unitId, requestId],
  );
  return rows.length > 0;
}

export async function endLeaveRow(
  tx: Tx,
  it: { unitId: string; leaveId: string; by: LedgerActor; at: Date },
): Promise<void> {
  await tx.change(
    'officer-leave-end',
    'update officer_leave set ended_by = $3, ended_at = $4 where unit_id = $1 and leave_id = $2 and ended_at is null',
    [it.unitId, it.leaveId, JSON.stringify(it.by), it.at],
  );
}

/** One writer of a unit's rules and leaves at a time, so that two do not cross. */
export async function lockTeam(tx: Tx, unitId: string): Promise<void> {
  await tx.query('team-lock', `select pg_advisory_xact_lock(hashtextextended('team:' || $1, 0))`, [unitId]);
}

/** What somebody has in hand; officerId null: what nobody has. */
export interface Load {
  readonly officerId: string | null;
  readonly open: number;
  readonly dueSoon: number;
  readonly overdue: number;
}

/** Open items at the desk by holder, with those due until `soon` and those past due. */
export async function countLoads(tx: Tx, unitId: string, today: PlainDate, soon: PlainDate): Promise<Load[]> {
  const rows = await tx.query<{ assignee: string | null; open: number; due_soon: number; overdue: number }>(
    'team-loads',
    `select assignee, count(*)::int as open,
       count(*) filter (where coalesce(due_on, '9999-12-31'::date) between $2::date and $3::date and state in ('lodged', 'accepted'))::int as due_soon,
       count(*) filter (where coalesce(due_on, '9999-12-31'::date) < $2::date and state in ('lodged', 'accepted', 'granted'))::int as overdue
     from item where unit_id = $1 and closed_at is null and state in ('lodged', 'accepted', 'correcting', 'granted') group by assignee`,
    [unitId, today, soon],
  );
  return rows.map((row) => ({
    officerId: row.assignee,
    open: row.open,
    dueSoon: row.due_soon,
    overdue: row.overdue,
  }));
}

/** How many open items each of the named has in hand: what the rule compares. */
export async function countOpen(tx: Tx, unitId: string, officerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ assignee: string; open: number }>(
    'team-open',
    `select assignee, count(*)::int as open from item
     where unit_id = $1 and assignee = any ($2) and closed_at is null group by assignee`,
    [unitId, officerIds],
  );
  return new Map(rows.map((row) => [row.assignee, row.open]));
}

/** An open item of somebody, by key. */
export interface HeldItem {
  readonly subjectKey: string;
  readonly itemId: string;
  readonly number: string;
  readonly subjectName: string;
}

/** Open items somebody has in hand, nearest due day first. */
export async function listHeld(tx: Tx, unitId: string, officerId: string, limit: number): Promise<HeldItem[]> {
  const rows = await tx.query<{ subject_key: string; item_id: string; number: string; subject_name: string }>(
    'team-held',
    `select subject_key, item_id, number, subject_name from item
     where unit_id = $1 and assignee = $2 and closed_at is null
     order by coalesce(due_on, '9999-12-31'::date), item_id limit $3`,
    [unitId, officerId, limit],
  );
  return rows.map((row) => ({
    subjectKey: row.subject_key,
    itemId: row.item_id,
    number: row.number,
    subjectName: row.subject_name,
  }));
}
