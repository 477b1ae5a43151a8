import type { ClockView, ItemSummary } from '#contract/item.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { dueStanding } from '#domain/item/clocks.ts';
import { correctionLapsed, lapsedPublicWords, lapsedWords } from '#domain/item/correction-lapsed.ts';
import type { Clock, Item } from '#domain/item/item.ts';
import { chainActNames, signOffStanding } from '#domain/item/proposal.ts';
import { stateSince } from '#domain/item/state-since.ts';
import { itemStates } from '#domain/item/states.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { workingDaysBetween } from '#domain/working-days.ts';
import { citations } from '../platform/citations.ts';

/** What a list needs of an item and its record; joins carry subject_key (design §8.3). Use with `toItemSummary`. */
export const itemSummaryColumns = `i.subject_key, i.item_id, i.application_id, i.record_id, i.number, i.matter_key, i.unit_id, i.region_code,
  i.subject_name, i.state, i.version, i.due_clock, i.outcome, i.fold, i.opened_on, i.opened_at, i.closed_at,
  r.doc_number, r.organ_name, r.finding_date, r.record_type, r.facts`;
export const itemSummaryFrom = 'item i join record r on r.subject_key = i.subject_key and r.record_id = i.record_id';

/** A row of `select ${itemSummaryColumns} from ${itemSummaryFrom}`. */
export interface ItemSummaryRow {
  readonly subject_key: string;
  readonly item_id: string;
  readonly application_id: string;
  readonly record_id: string;
  readonly number: string;
  readonly matter_key: string;
  readonly unit_id: string;
  readonly region_code: string;
  readonly subject_name: string;
  readonly state: Item['state'];
  readonly version: number;
  readonly due_clock: Clock['kind'] | null;
  readonly outcome: string | null;
  readonly fold: Item;
  readonly opened_on: string;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly doc_number: string;
  readonly organ_name: string;
  readonly finding_date: string;
  readonly record_type: string;
  readonly facts: Record<string, unknown>;
}

/** What a clock is called. */
export const clockLabels: Readonly<Record<Clock['kind'], string>> = {
  total: '全程办理',
  acceptance: '受理',
  decision: '审核决定',
  correction: '补正',
  effects: '停止公示',
};

/** One clock as people see it, with how many working days are left today. */
export function toClockView(clock: Clock, catalog: Catalog, today: PlainDate): ClockView {
  const left = workingDaysBetween(catalog.calendar, today, clock.due);
  return {
    kind: clock.kind,
    label: clockLabels[clock.kind],
    start: clock.start,
    days: clock.days,
    due: clock.due,
    provisional: clock.provisional,
    doneOn: clock.doneOn ?? null,
    pausedSince: clock.pauses?.find((one) => one.to === null)?.from ?? null,
    standing: clock.doneOn ? 'done' : dueStanding(clock.due, today, left),
    workingDaysLeft: left,
    cites: citations(clock.cites),
  };
}

function yourTurn(item: Item): string | null {
  if (item.state !== 'correcting') return null;
  return `请补正 ${item.missing.length} 项：${item.missing.map((one) => one.name).join('、')}`;
}

/** The clock that is running in the item's state. */
export function runningClock(item: Item): Clock | undefined {
  const kind = itemStates[item.state].clock;
  return kind === 'none' ? undefined : item.clocks[kind];
}

export function toItemSummary(row: ItemSummaryRow, catalog: Catalog, today: PlainDate): ItemSummary {
  const item = row.fold;
  const state = itemStates[row.state];
  const clock = runningClock(item);
  const lapsed = correctionLapsed(item, today);
  return {
    itemId: row.item_id,
    subjectKey: row.subject_key,
    applicationId: row.application_id,
    recordId: row.record_id,
    number: row.number,
    matterKey: row.matter_key,
    matterName: catalog.matters.find((one) => one.matterKey === row.matter_key)?.name ?? row.matter_key,
    unitId: row.unit_id,
    unitName: catalog.units.get(row.unit_id)?.name ?? row.unit_id,
    unitPhone: catalog.units.get(row.unit_id)?.phone ?? null,
    regionCode: row.region_code,
    subjectName: row.subject_name,
    docNumber: row.doc_number,
    organName: row.organ_name,
    findingDate: row.finding_date,
    plain: plainRecord({ recordType: row.record_type, facts: row.facts }),
    state: row.state,
    version: row.version,
    stateText: lapsed ? lapsedWords : state.office,
    publicText: lapsed
      ? lapsedPublicWords
      : item.outside && !state.closed
        ? `${state.public}（${item.outside.text}）`
        : state.public,
    since: stateSince(item),
    waitsOn: lapsed ? 'authority' : state.waitsOn,
    yourTurn: yourTurn(item),
    due: clock ? toClockView(clock, catalog, today) : null,
    outcome: row.outcome,
    openedOn: row.opened_on,
    closedOn: item.closedOn,
    holder: null,
  };
}

const standingWords = { review: '等待审核', sign: '等待签发', returned: '退回' } as const;

/** `准予修复：等待签发`; null where nothing was proposed or came back. */
function signOffText(item: Item): string | null {
  const standing = signOffStanding(item);
  const about = item.proposal ?? item.returned?.proposal;
  return standing && about ? `${chainActNames[about.act]}：${standingWords[standing]}` : null;
}

/** The same for the offices, which see who has the item in hand; applicants deal with the authority. */
export function toDeskSummary(row: ItemSummaryRow, catalog: Catalog, today: PlainDate): ItemSummary {
  const holder = row.fold.holder ?? null;
  return {
    ...toItemSummary(row, catalog, today),
    holder: holder && { officerId: holder.officerId, name: holder.name },
    signOff: signOffText(row.fold),
  };
}
