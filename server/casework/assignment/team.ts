import type { BodyOf } from '#contract/endpoint.ts';
import type { enterLeave as leaveContract, setAssignRule as ruleContract, Team } from '#contract/queue.ts';
import { notOfUnit } from '#domain/casework/assign-item.ts';
import { checkLeave } from '#domain/casework/assign-leave.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { addWorkingDays } from '#domain/working-days.ts';
import { findOfficerNames, listOfficers } from '../../access/officer-store.ts';
import { ledgerActor, type Officer } from '../../platform/actor.ts';
import type { Services } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { v7 } from '../../platform/uuid.ts';
import * as store from './assignment-store.ts';

const scopeOf = (officer: Officer) => ({ sees: 'unit', unit: officer.unit.unitId }) as const;

/** Who of a unit has how much in hand, who is away, and how new items are shared out. */
export function getTeam(services: Services, officer: Officer): Promise<Team> {
  return services.db.read(scopeOf(officer), (tx) => readTeamView(tx, services, officer));
}

async function readTeamView(tx: Tx, services: Services, officer: Officer): Promise<Team> {
  const { unitId } = officer.unit;
  const catalog = await services.catalog();
  const today = services.clock.today();
  const soon = addWorkingDays(catalog.calendar, today, 2).date;
  const here = await listOfficers(tx, unitId, today);
  const loads = await store.countLoads(tx, unitId, today, soon);
  const leaves = await store.listLeaves(tx, unitId, today);
  const rules = await store.listAssignRules(tx, unitId);
  const known = new Map(here.map((one) => [one.officerId, one.name]));
  const others = [
    ...loads.flatMap((one) => one.officerId ?? []),
    ...leaves.flatMap((one) => [one.officerId, one.deputyId]),
    ...rules.flatMap((one) => one.officerIds),
  ].filter((id) => !known.has(id));
  const names = await findOfficerNames(tx, [...new Set(others)]);
  const person = (officerId: string) => ({
    officerId,
    name: known.get(officerId) ?? names.get(officerId) ?? '已离岗的人',
  });
  const gone = loads.flatMap((one) => (one.officerId && !known.has(one.officerId) ? [one.officerId] : []));
  const head = officer.roles.includes('head');
  return {
    people: [...here, ...gone.map((officerId) => ({ ...person(officerId), roles: [] }))].map((one) => {
      const load = loads.find(({ officerId }) => officerId === one.officerId);
      return {
        officerId: one.officerId,
        name: one.name,
        roles: [...one.roles],
        here: known.has(one.officerId),
        open: load?.open ?? 0,
        dueSoon: load?.dueSoon ?? 0,
        overdue: load?.overdue ?? 0,
      };
    }),
    unassigned: loads.find((one) => one.officerId === null)?.open ?? 0,
    leaves: leaves.map((one) => ({
      leaveId: one.leaveId,
      officer: person(one.officerId),
      deputy: person(one.deputyId),
      from: one.from,
      until: one.until,
      now: one.from <= today,
      mayEnd: head || one.officerId === officer.officerId,
    })),
    rules: rules.map((one) => ({
      matterKey: one.matterKey,
      matterName: catalog.matters.find(({ matterKey }) => matterKey === one.matterKey)?.name ?? '其他全部事项',
      officers: one.officerIds.map(person),
      setBy: one.setBy,
      setAt: one.setAt,
    })),
    matters: catalog.matters.map(({ matterKey, name }) => ({ matterKey, name })),
  };
}

/** Sets among whom new items of a matter (null: all others) are shared out; nobody named ends the rule. Items in hand stay where they are. */
export async function setAssignRule(
  services: Services,
  officer: Officer,
  { matterKey, officerIds }: BodyOf<typeof ruleContract>,
): Promise<Team | Refusal> {
  const { unitId } = officer.unit;
  const catalog = await services.catalog();
  if (matterKey !== null && !catalog.matters.some((one) => one.matterKey === matterKey))
    return refuse('invalid', 'no-such-matter', '没有这个事项。', {
      fields: [{ field: 'matterKey', text: '请选择事项。' }],
    });
  const [at, by] = [services.clock.now(), ledgerActor(officer)];
  return services.db.transaction(scopeOf(officer), async (tx): Promise<Team | Refusal> => {
    await store.lockTeam(tx, unitId);
    const here = new Set((await listOfficers(tx, unitId, services.clock.today())).map((one) => one.officerId));
    const ids = [...new Set(officerIds)];
    if (ids.some((id) => !here.has(id))) return notOfUnit();
    await store.endAssignRule(tx, { unitId, matterKey, by, at });
    if (ids.length > 0)
      await store.recordAssignRule(tx, { unitId, ruleId: v7(at), rule: { matterKey, officerIds: ids }, by, at });
    return readTeamView(tx, services, officer);
  });
}

/** 登记请假: from its first day the deputy sees and acts on the items, and rules give new ones to the deputy. */
export async function enterLeave(
  services: Services,
  officer: Officer,
  body: BodyOf<typeof leaveContract>,
): Promise<Team | Refusal> {
  const { unitId } = officer.unit;
  const { requestId, officerId, deputyId, from, until } = body;
  const today = services.clock.today();
  const at = services.clock.now();
  return services.db.transaction(scopeOf(officer), async (tx): Promise<Team | Refusal> => {
    await store.lockTeam(tx, unitId);
    if (!(await store.hasLeaveRequest(tx, unitId, requestId))) {
      const leave = { officerId, deputyId, from, until };
      const refusal = checkLeave({
        leave,
        by: officer,
        team: (await listOfficers(tx, unitId, today)).map((one) => one.officerId),
        known: await store.listLeaves(tx, unitId, today),
        today,
      });
      if (refusal) return refusal;
      await store.recordLeave(tx, { unitId, leaveId: v7(at), requestId, leave, by: ledgerActor(officer), at });
    }
    return readTeamView(tx, services, officer);
  });
}

/** Calls a leave off or ends it before its last day; a second time changes nothing. */
export async function endLeave(services: Services, officer: Officer, leaveId: string): Promise<Team | Refusal> {
  const { unitId } = officer.unit;
  return services.db.transaction(scopeOf(officer), async (tx): Promise<Team | Refusal> => {
    await store.lockTeam(tx, unitId);
    const leave = (await store.listLeaves(tx, unitId, services.clock.today())).find((one) => one.leaveId === leaveId);
    if (!leave) return refuse('not-found', 'leave-not-found', '没有找到这段请假，可能已经结束。');
    if (leave.officerId !== officer.officerId && !officer.roles.includes('head'))
      return refuse('forbidden', 'not-the-head', '别人的请假由本人或者负责人结束。');
    await store.endLeaveRow(tx, { unitId, leaveId, by: ledgerActor(officer), at: services.clock.now() });
    return readTeamView(tx, services, officer);
  });
}
