import type { Trial } from '#contract/catalog-changes.ts';
import { compareMatters } from '#domain/casework/compare-matters.ts';
import { type Catalog, findMatter, type Matter } from '#domain/catalog/catalog.ts';
import { wholeGuide } from '#domain/catalog/guide.ts';
import { guideChanges } from '#domain/catalog/guide-changes.ts';
import { reDate } from '#domain/item/re-date.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { compareVerdicts } from '#domain/record/compare-verdicts.ts';
import type { Database } from '../../platform/database.ts';
import { assessRecord } from '../../record/assess-record.ts';
import { sayVerdict } from './say-verdict.ts';
import { TrialCounts } from './trial-counts.ts';
import { countDrafts, readItems, readRecords, type TriedItem, type TriedRecord } from './trial-store.ts';

const pageRows = 2_000;

/** Two catalogues to be compared, and the day they are asked about. */
export interface TrialInput {
  readonly before: Catalog;
  readonly after: Catalog;
  readonly on: PlainDate;
  /** Only this matter's records and items; null: all. */
  readonly matterKey: string | null;
}

/**
 * Replays the records that are not repaired and every item under other rules: the same engine answers under both, and what people are
 * told is compared. Reads in pages; a million records are some megabytes at a time. `now` gives milliseconds for the duration.
 */
export async function runTrial(db: Database, input: TrialInput, now: () => number): Promise<Trial> {
  const started = now();
  const counts = new TrialCounts((key) => nameOf(input, key));
  await tryRecords(db, input, counts);
  const items = await tryItems(db, input, counts);
  const matterKeys = input.matterKey === null ? changedMatters(input) : [input.matterKey];
  const drafts = await db.read({ sees: 'all' }, (tx) => countDrafts(tx, matterKeys));
  return {
    on: input.on,
    ...counts.total(),
    byMatter: counts.byMatter(),
    examples: counts.examples(),
    openItems: items.open,
    drafts,
    deadlines: items.deadlines,
    guide: guideLines(input),
    seconds: Math.round((now() - started) / 10) / 100,
  };
}

function nameOf({ before, after, on }: TrialInput, key: string): string {
  return (
    (findMatter(after, key, on) ?? findMatter(before, key, on) ?? after.matters.find((one) => one.matterKey === key))
      ?.name ?? key
  );
}

/** Matters whose version on the day differs. */
function changedMatters({ before, after, on }: TrialInput): string[] {
  const keys = new Set([...before.matters, ...after.matters].map((one) => one.matterKey));
  return [...keys].filter((key) => findMatter(before, key, on)?.version !== findMatter(after, key, on)?.version);
}

async function tryRecords(db: Database, { before, after, on, matterKey }: TrialInput, counts: TrialCounts) {
  // A record found after the day asked is not there yet on that day.
  for (let place: readonly [string, string] | null = null; ; ) {
    const at: readonly [string, string] | null = place;
    const rows: TriedRecord[] = await db.read({ sees: 'all' }, (tx) => readRecords(tx, at, pageRows, matterKey));
    for (const row of rows) {
      const day = row.finding_date > on ? row.finding_date : on;
      const [old, next] = [
        assessRecord(before, row, row.subject_kind, day),
        assessRecord(after, row, row.subject_kind, day),
      ];
      const fares = compareVerdicts(old, next);
      counts.add('record', row.matter_key, fares, () => ({
        number: row.doc_number,
        before: sayVerdict(old),
        after: sayVerdict(next),
      }));
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    place = [last.subject_key, last.record_id];
  }
}

async function tryItems(db: Database, { before, after, on, matterKey }: TrialInput, counts: TrialCounts) {
  const compared = new Map<string, ReturnType<typeof compareMatters>>();
  const versions = (catalog: Catalog, key: string): Matter | undefined => findMatter(catalog, key, on);
  const sameCalendar = before.calendar === after.calendar;
  let [open, deadlines] = [0, 0];
  for (let place: readonly [string, string] | null = null; ; ) {
    const at: readonly [string, string] | null = place;
    const rows: TriedItem[] = await db.read({ sees: 'all' }, (tx) => readItems(tx, at, pageRows, matterKey));
    for (const row of rows) {
      const [old, next] = [versions(before, row.matter_key), versions(after, row.matter_key)];
      const fares = compared.get(row.matter_key) ?? compareMatters(old, next);
      compared.set(row.matter_key, fares);
      counts.add('item', row.matter_key, fares, () => ({
        number: row.number,
        before: sayLimits(old),
        after: sayLimits(next),
      }));
      if (row.closed_at === null && old?.version !== next?.version) open += 1;
      const moved = sameCalendar
        ? null
        : reDate(row.fold, { calendar: after.calendar, today: on, why: '', calendarDigest: '' });
      deadlines += moved?.payload.changes.filter(({ from, to }) => from !== to).length ?? 0;
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return { open, deadlines };
    place = [last.subject_key, last.item_id];
  }
}

function sayLimits(matter: Matter | undefined): string {
  if (!matter) return '不在目录中，不能申请';
  const { accept, decide, total } = matter.limits;
  const days = (name: string, value: number | null) => (value === null ? [] : [`${name}${value}个工作日`]);
  const asked = matter.materials.filter((one) => one.required && one.source === 'applicant').length;
  return [...days('受理', accept), ...days('决定', decide), ...days('全程', total), `申请人提供${asked}项材料`].join(
    '，',
  );
}

/** What the guide of the day would say otherwise. */
function guideLines({ before, after, on }: TrialInput): Trial['guide'] {
  return guideChanges(wholeGuide(before, on), wholeGuide(after, on)).flatMap(({ name, sentences }) =>
    sentences.map((sentence) => ({ label: name, before: null, after: sentence })),
  );
}
