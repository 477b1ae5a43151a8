import type { Static } from 'typebox';
import type { FormContent, Signature, SubmittedItem } from '#contract/intake.ts';
import { regionPath } from '#domain/catalog/catalog.ts';
import type { Item } from '#domain/item/item.ts';
import { insertRows, type Tx } from '../platform/database.ts';
import { type RecordRow, recordColumns } from '../record/record-view.ts';
import type { VisitKept } from './window/visit-record.ts';

export interface ApplicationRow {
  readonly subject_key: string;
  readonly application_id: string;
  readonly number: string;
  readonly channel: 'online' | 'window';
  readonly window_unit_id: string | null;
  readonly form: FormContent;
  readonly items: Static<typeof SubmittedItem>[];
  readonly commitment: { agreed: true; signature: Signature };
  readonly submitted_on: string;
  readonly submitted_at: string;
  readonly submitted_by: { name: string; id: string };
  /** Null in rows from before it was kept. */
  readonly body_digest: string | null;
  /** Null online. */
  readonly visit: VisitKept | null;
}

const applicationColumns =
  'subject_key, application_id, number, channel, window_unit_id, form, items, commitment, submitted_on, submitted_at, submitted_by, body_digest, visit';

export async function findTickedRecords(
  tx: Tx,
  subjectKey: string,
  recordIds: readonly string[],
): Promise<RecordRow[]> {
  return tx.query<RecordRow>(
    'ticked-records',
    `select ${recordColumns} from record r where r.subject_key = $1 and r.record_id = any ($2)`,
    [subjectKey, recordIds],
  );
}

export interface OpenItem {
  readonly record_id: string;
  readonly item_id: string;
  readonly number: string;
  readonly application_id: string;
}

/** Items that are open on these records: run where all items of the subject can be seen, also those taken in at another window. */
export async function findOpenItems(tx: Tx, subjectKey: string, recordIds: readonly string[]): Promise<OpenItem[]> {
  return tx.query<OpenItem>(
    'open-items',
    'select record_id, item_id, number, application_id from item where subject_key = $1 and record_id = any ($2) and closed_at is null',
    [subjectKey, recordIds],
  );
}

export async function findApplicationByRequest(
  tx: Tx,
  subjectKey: string,
  requestId: string,
): Promise<ApplicationRow | undefined> {
  const rows = await tx.query<ApplicationRow>(
    'application-request',
    `select ${applicationColumns} from application where subject_key = $1 and request_id = $2`,
    [subjectKey, requestId],
  );
  return rows[0];
}

export async function findApplication(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
): Promise<ApplicationRow | undefined> {
  const rows = await tx.query<ApplicationRow>(
    'application-find',
    `select ${applicationColumns} from application where subject_key = $1 and application_id = $2`,
    [subjectKey, applicationId],
  );
  return rows[0];
}

export async function listApplicationRows(tx: Tx, subjectKey: string): Promise<ApplicationRow[]> {
  return tx.query<ApplicationRow>(
    'applications-list',
    `select ${applicationColumns} from application where subject_key = $1 order by submitted_at desc limit 100`,
    [subjectKey],
  );
}

export interface NewApplication {
  readonly subjectKey: string;
  readonly applicationId: string;
  readonly number: string;
  readonly requestId: string;
  readonly channel: 'online' | 'window';
  readonly windowUnitId: string | null;
  readonly form: FormContent;
  readonly items: readonly Static<typeof SubmittedItem>[];
  readonly commitment: unknown;
  readonly digest: string;
  readonly visit: unknown;
  readonly on: string;
  readonly at: Date;
  readonly by: unknown;
}

export async function recordApplication(tx: Tx, it: NewApplication, items: readonly Item[]): Promise<void> {
  await insertRows(
    tx,
    'application',
    [
      'subject_key',
      'application_id',
      'number',
      'request_id',
      'channel',
      'window_unit_id',
      'unit_ids',
      'region_path',
      'form',
      'items',
      'commitment',
      'submitted_on',
      'submitted_at',
      'submitted_by',
      'body_digest',
      'visit',
    ],
    [
      [
        it.subjectKey,
        it.applicationId,
        it.number,
        it.requestId,
        it.channel,
        it.windowUnitId,
        unitsOf(items),
        pathsOf(items),
        JSON.stringify(it.form),
        JSON.stringify(it.items),
        JSON.stringify(it.commitment),
        it.on,
        it.at,
        JSON.stringify(it.by),
        it.digest,
        it.visit === null ? null : JSON.stringify(it.visit),
      ],
    ],
  );
}

/** The units of items, each once. */
export const unitsOf = (items: readonly Item[]) => [...new Set(items.map((item) => item.unitId))];
/** The region prefixes that items lie in, each once. */
export const pathsOf = (items: readonly Item[]) => [...new Set(items.flatMap((item) => regionPath(item.regionCode)))];

/** Enters items; `docNumbers` by record, since a desk searches its items by them. */
export async function recordItems(
  tx: Tx,
  items: readonly Item[],
  { subjectName, docNumbers }: { readonly subjectName: string; readonly docNumbers: ReadonlyMap<string, string> },
  at: Date,
): Promise<void> {
  await insertRows(
    tx,
    'item',
    [
      'subject_key',
      'item_id',
      'application_id',
      'record_id',
      'number',
      'matter_key',
      'unit_id',
      'region_code',
      'window_unit_id',
      'channel',
      'subject_name',
      'doc_number',
      'state',
      'version',
      'fold',
      'opened_on',
      'opened_at',
    ],
    items.map((item) => [
      item.subjectKey,
      item.itemId,
      item.applicationId,
      item.recordId,
      item.number,
      item.matterKey,
      item.unitId,
      item.regionCode,
      item.windowUnitId,
      item.channel,
      subjectName,
      docNumbers.get(item.recordId) ?? '',
      item.state,
      item.version,
      JSON.stringify(item),
      item.openedOn,
      at,
    ]),
  );
}

/** Enters the public numbers in their directory. */
export async function enterNumbers(
  tx: Tx,
  subjectKey: string,
  applicationId: string,
  number: string,
  items: readonly Item[],
): Promise<void> {
  await insertRows(
    tx,
    'item_number',
    ['number', 'subject_key', 'application_id', 'item_id'],
    [
      [number, subjectKey, applicationId, null],
      ...items.map((item) => [item.number, subjectKey, applicationId, item.itemId]),
    ],
  );
}

export async function findNumber(
  tx: Tx,
  number: string,
): Promise<{ subject_key: string; application_id: string; item_id: string | null } | undefined> {
  const rows = await tx.query<{ subject_key: string; application_id: string; item_id: string | null }>(
    'number-find',
    'select subject_key, application_id, item_id from item_number where number = $1',
    [number],
  );
  return rows[0];
}
