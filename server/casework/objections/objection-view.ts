import type { ObjectionSummary } from '#contract/objection-views.ts';
import { groundWords, type Objection, objectionStates } from '#domain/casework/objections/objection.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { dueStanding } from '#domain/item/clocks.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { workingDaysBetween } from '#domain/working-days.ts';
import type { RuleInForce } from '#law/dated.ts';
import { type Objection as ObjectionRule, sayObjection } from '#law/objections.ts';
import { openQuestions } from '#law/open-questions.ts';
import { citations } from '../../platform/citations.ts';
import { objectionSignOff } from './objection-chain-view.ts';

/** What a list needs of an objection and its record; joins carry subject_key. */
export const objectionSummaryColumns =
  'o.subject_key, o.objection_id, o.subject_name, o.fold, o.opened_at, o.closed_at, r.doc_number';
export const objectionSummaryFrom =
  'objection o join record r on r.subject_key = o.subject_key and r.record_id = o.record_id';

export interface ObjectionSummaryRow {
  readonly subject_key: string;
  readonly objection_id: string;
  readonly subject_name: string;
  readonly fold: Objection;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly doc_number: string;
}

const clockLabels = { push: '“信用中国”推送', acceptance: '决定是否受理', check: '核查', correction: '更正' } as const;

function dueView(it: Objection, catalog: Catalog, today: PlainDate): ObjectionSummary['due'] {
  const kind = objectionStates[it.state].clock;
  const clock = kind === 'none' ? undefined : it.clocks[kind];
  if (!clock) return null;
  const workingDaysLeft = workingDaysBetween(catalog.calendar, today, clock.due);
  return {
    kind: clock.kind,
    label: clockLabels[clock.kind],
    due: clock.due,
    doneOn: clock.doneOn ?? null,
    provisional: clock.provisional,
    workingDaysLeft,
    standing: dueStanding(clock.due, today, workingDaysLeft),
    cites: citations(clock.cites),
    start: clock.start,
    days: clock.days,
  };
}

/** The same for its unit and those who supervise it, who see where the answer stands in the chain of signatures. */
export function toDeskObjection(row: ObjectionSummaryRow, catalog: Catalog, today: PlainDate): ObjectionSummary {
  return {
    ...toObjectionSummary(row, catalog, today),
    signOff: objectionSignOff(row.fold),
    holder: row.fold.holder?.name ?? null,
  };
}

/** An objection as a line of a list. */
export function toObjectionSummary(row: ObjectionSummaryRow, catalog: Catalog, today: PlainDate): ObjectionSummary {
  const it = row.fold;
  return {
    subjectKey: it.subjectKey,
    objectionId: it.objectionId,
    number: it.number,
    subjectName: row.subject_name,
    recordId: it.recordId,
    itemId: it.itemId,
    docNumber: row.doc_number,
    matterName: catalog.matters.find((one) => one.matterKey === it.matterKey)?.name ?? it.matterKey,
    ground: it.ground,
    groundText: groundWords[it.ground],
    unitId: it.unitId,
    unitName: catalog.units.get(it.unitId)?.name ?? it.unitId,
    state: it.state,
    stateText: objectionStates[it.state].office,
    outcome: it.answer?.outcome ?? null,
    openedOn: it.openedOn,
    closedOn: it.closedOn,
    signOff: null,
    version: it.version,
    due: dueView(it, catalog, today),
  };
}

/** Rules of a road as people read them, each with its articles. */
export function rulesView(rules: readonly RuleInForce<ObjectionRule>[]) {
  return rules.map((rule) => ({
    text: `${sayObjection(rule.value)}。${rule.note ?? ''}`,
    cites: citations(rule.cite),
  }));
}

/** Questions the texts leave open, and what is done until somebody answers. */
export function questionsView(ids: readonly string[]) {
  return openQuestions
    .filter((one) => ids.includes(one.id))
    .map((one) => ({ question: `${one.question}（可以答复的：${one.who}）`, until: one.until }));
}
