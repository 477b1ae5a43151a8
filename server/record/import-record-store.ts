import type { Tx } from '../platform/database.ts';

/** A subject that an import makes. */
export interface ImportedSubjectRow {
  readonly subjectKey: string;
  readonly kind: string;
  readonly name: string;
  readonly identifier: string;
  readonly identifierKind: string;
  readonly legalRep: string | null;
  readonly regionCode: string | null;
  /** 曾用名 the file names. */
  readonly formerNames: readonly string[];
}

/** A record that an import writes. Its keys are filled in where they are found or given; copying each row for it twice costs. */
export interface ImportedRecordRow {
  subjectKey: string;
  recordId: string;
  readonly matterKey: string;
  readonly recordType: string;
  readonly naturalKey: string;
  /** SHA-256 of the row as read, hex. */
  readonly digest: string;
  readonly docNumber: string;
  readonly findingDate: string;
  readonly publishedDate: string | null;
  readonly organName: string;
  readonly organCode: string | null;
  readonly unitId: string | null;
  readonly regionCode: string;
  /** JSON text. */
  readonly facts: string;
  /** Null where the file does not say. */
  readonly dutiesPerformed: boolean | null;
  readonly correctionDate: string | null;
  readonly class: string | null;
}

/** One row from each of the arrays {@link arraysOf} makes. Facts travel as one JSON array: as elements of text[] every quote would be escaped. */
const rowsOfArrays = `rows from (unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[],
  $9::date[], $10::text[], $11::text[], $12::text[], $13::text[], $14::bool[], $15::date[], $16::text[]), jsonb_array_elements($17::jsonb))`;

const insertStatement = `insert into record (subject_key, record_id, matter_key, record_type, natural_key, digest, doc_number, finding_date, published_date,
     organ_name, organ_code, unit_id, region_code, facts, duties_performed, correction_date, class, import_id, created_at, updated_at)
   select u.subject_key, u.record_id, u.matter_key, u.record_type, u.natural_key, u.digest, u.doc_number, u.finding_date, u.published_date,
     u.organ_name, u.organ_code, u.unit_id, u.region_code, u.facts, coalesce(u.duties, false), u.correction_date, u.class, $18, $19, $19
   from ${rowsOfArrays} u(subject_key, record_id, matter_key, record_type, natural_key, digest, doc_number, finding_date, published_date,
     organ_name, organ_code, unit_id, region_code, duties, correction_date, class, facts)`;

/** What the platform knows of a record that the file names again. */
export interface KnownRecord {
  readonly subject_key: string;
  readonly natural_key: string;
  readonly record_id: string;
  readonly digest: string;
}

/** The rest of a known record that has changed, locked. */
export interface ChangedRecord {
  readonly record_id: string;
  readonly facts: Record<string, unknown>;
  readonly repaired_on: string | null;
  readonly held: boolean;
}

/** One member of all rows as an array that needs no quoting: uuids, days, digests, words of ours. */
function plain<T, K extends keyof T>(rows: readonly T[], key: K): string {
  return `{${rows.map((row) => row[key] ?? 'NULL').join(',')}}`;
}

const special = /["\\]/g;

/** One member of all rows as an array of any text. The driver's own way quotes and escapes every element of every array. */
function quoted<T, K extends keyof T>(rows: readonly T[], key: K): string {
  return `{${rows.map((row) => quote(row[key] as string | null)).join(',')}}`;
}

function quote(value: string | null): string {
  if (value === null) return 'NULL';
  return `"${value.search(special) < 0 ? value : value.replace(special, '\\$&')}"`;
}

/** Identifier → subject of those the directory has. */
export async function findSubjectKeys(tx: Tx, identifiers: ReadonlySet<string>): Promise<Map<string, string>> {
  if (identifiers.size === 0) return new Map();
  const rows = await tx.query<{ identifier: string; subject_key: string }>(
    'subject-keys',
    'select identifier, subject_key from subject_identifier where identifier = any($1::text[])',
    [`{${[...identifiers].map(quote).join(',')}}`],
  );
  return new Map(rows.map((row) => [row.identifier, row.subject_key]));
}

/** Names by which subjects are known. */
export async function findSubjectNames(
  tx: Tx,
  subjectKeys: readonly string[],
): Promise<Map<string, { readonly name: string; readonly former: readonly string[] }>> {
  if (subjectKeys.length === 0) return new Map();
  const rows = await tx.query<{ subject_key: string; name: string; former_names: string[] | null }>(
    'subject-names',
    `select subject_key, name, nullif(former_names, '{}') as former_names from subject where subject_key = any($1::uuid[])`,
    [`{${subjectKeys.join(',')}}`],
  );
  return new Map(rows.map((row) => [row.subject_key, { name: row.name, former: row.former_names ?? [] }]));
}

/** Whether an error says that somebody else entered a subject which this transaction was about to make. */
export function isSubjectTaken(error: unknown): boolean {
  const { code, constraint = '' } = error as { code?: unknown; constraint?: string };
  return code === '23505' && /^subject(_identifier)?_pk/.test(constraint);
}

/**
 * Enters new subjects, sorted by identifier so that two imports at once wait for each other instead of deadlocking. Throws an error
 * of {@link isSubjectTaken} when somebody else entered one of them meanwhile: the transaction must then begin anew. A race is rare,
 * and the database's own way of passing over what exists looks every identifier up once more.
 */
export async function insertSubjects(tx: Tx, subjects: readonly ImportedSubjectRow[], at: Date): Promise<void> {
  if (subjects.length === 0) return;
  const rows = subjects.toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1));
  await tx.change(
    'subject-identifiers-insert',
    `insert into subject_identifier (identifier, kind, subject_key) select * from unnest($1::text[], $2::text[], $3::uuid[])`,
    [quoted(rows, 'identifier'), plain(rows, 'identifierKind'), plain(rows, 'subjectKey')],
  );
  // Rows of a table with an ever-growing first key go in fastest in that key's order.
  const byKey = subjects.toSorted((a, b) => (a.subjectKey < b.subjectKey ? -1 : 1));
  await tx.change(
    'subjects-insert',
    `insert into subject (subject_key, kind, name, identifier, legal_rep, region_code, created_at, updated_at)
     select u.*, $7, $7 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) u`,
    [
      plain(byKey, 'subjectKey'),
      plain(byKey, 'kind'),
      quoted(byKey, 'name'),
      quoted(byKey, 'identifier'),
      quoted(byKey, 'legalRep'),
      plain(byKey, 'regionCode'),
      at,
    ],
  );
  // Few files name any: the rest pay nothing for them.
  for (const { subjectKey, formerNames } of byKey)
    if (formerNames.length > 0)
      await tx.change('subject-former-names', 'update subject set former_names = $2 where subject_key = $1', [
        subjectKey,
        formerNames,
      ]);
}

/** Records already known under these subjects and natural keys. */
export async function findKnownRecords(
  tx: Tx,
  keys: readonly { readonly subjectKey: string; readonly naturalKey: string }[],
): Promise<KnownRecord[]> {
  if (keys.length === 0) return [];
  return tx.query<KnownRecord>(
    'known-records',
    `select r.subject_key, r.natural_key, r.record_id, r.digest
     from unnest($1::uuid[], $2::text[]) u(subject_key, natural_key)
     join record r on r.subject_key = u.subject_key and r.natural_key = u.natural_key`,
    [plain(keys, 'subjectKey'), quoted(keys, 'naturalKey')],
  );
}

/**
 * Inserts records. False when another import entered one of them meanwhile: the transaction must then begin anew. `ofNewSubjects`
 * says that the subjects were made in this very transaction, so that nobody else can have entered records of theirs.
 */
export async function insertRecords(
  tx: Tx,
  rows: readonly ImportedRecordRow[],
  it: { readonly importId: string | null; readonly at: Date; readonly ofNewSubjects: boolean },
): Promise<boolean> {
  if (rows.length === 0) return true;
  const sorted = rows.toSorted((a, b) => {
    if (a.subjectKey !== b.subjectKey) return a.subjectKey < b.subjectKey ? -1 : 1;
    return a.naturalKey < b.naturalKey ? -1 : 1;
  });
  const changed = await tx.change(
    it.ofNewSubjects ? 'records-insert-new' : 'records-insert',
    `${insertStatement} ${it.ofNewSubjects ? '' : 'on conflict (subject_key, natural_key) do nothing'}`,
    [...arraysOf(sorted), it.importId, it.at],
  );
  return changed === rows.length;
}

/** Facts and standing of records about to change, locked in the order of their keys. */
export async function lockChangedRecords(
  tx: Tx,
  keys: readonly { readonly subjectKey: string; readonly recordId: string }[],
): Promise<Map<string, ChangedRecord>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.query<ChangedRecord>(
    'changed-records',
    `select r.record_id, r.facts, r.repaired_on,
       exists (select from item i where i.subject_key = r.subject_key and i.record_id = r.record_id and i.closed_at is null) as held
     from unnest($1::uuid[], $2::uuid[]) u(subject_key, record_id)
     join record r on r.subject_key = u.subject_key and r.record_id = u.record_id
     order by r.subject_key, r.record_id for update of r`,
    [plain(keys, 'subjectKey'), plain(keys, 'recordId')],
  );
  return new Map(rows.map((row) => [row.record_id, row]));
}

/**
 * Writes what a file says anew about known records. What it is silent about stays; the repair of a record is never
 * touched by an import.
 */
export async function updateRecords(tx: Tx, rows: readonly ImportedRecordRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.change(
    'records-update',
    `update record r set digest = u.digest, doc_number = u.doc_number, finding_date = u.finding_date,
       published_date = coalesce(u.published_date, r.published_date), organ_code = coalesce(u.organ_code, r.organ_code),
       region_code = case when r.unit_id is null then u.region_code else r.region_code end, unit_id = coalesce(r.unit_id, u.unit_id),
       facts = u.facts, duties_performed = coalesce(u.duties, r.duties_performed),
       correction_date = coalesce(u.correction_date, r.correction_date), class = coalesce(u.class, r.class), updated_at = $18,
       look_on = default
     from ${rowsOfArrays} u(subject_key, record_id, matter_key, record_type, natural_key, digest, doc_number, finding_date, published_date,
       organ_name, organ_code, unit_id, region_code, duties, correction_date, class, facts)
     where r.subject_key = u.subject_key and r.record_id = u.record_id`,
    [...arraysOf(rows), at],
  );
}

function arraysOf(rows: readonly ImportedRecordRow[]): string[] {
  return [
    plain(rows, 'subjectKey'),
    plain(rows, 'recordId'),
    plain(rows, 'matterKey'),
    plain(rows, 'recordType'),
    quoted(rows, 'naturalKey'),
    plain(rows, 'digest'),
    quoted(rows, 'docNumber'),
    plain(rows, 'findingDate'),
    plain(rows, 'publishedDate'),
    quoted(rows, 'organName'),
    quoted(rows, 'organCode'),
    plain(rows, 'unitId'),
    plain(rows, 'regionCode'),
    plain(rows, 'dutiesPerformed'),
    plain(rows, 'correctionDate'),
    plain(rows, 'class'),
    `[${rows.map((row) => row.facts).join(',')}]`,
  ];
}
