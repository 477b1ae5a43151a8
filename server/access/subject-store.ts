import { normaliseCode } from '#domain/uscc.ts';
import { insertRows, type Tx } from '../platform/database.ts';
import { v7 } from '../platform/uuid.ts';

export interface SubjectRow {
  readonly subject_key: string;
  readonly kind: 'organisation' | 'sole-trader' | 'person';
  readonly name: string;
  readonly identifier: string;
  readonly former_names: string[];
  readonly address: string | null;
  readonly phone: string | null;
  readonly legal_rep: string | null;
  readonly registry_organ: string | null;
  readonly region_code: string | null;
}

export interface NewSubject {
  readonly kind: SubjectRow['kind'];
  readonly name: string;
  readonly identifier: string;
  readonly identifierKind: string;
  readonly legalRep?: string | null;
  readonly phone?: string | null;
}

const columns =
  'subject_key, kind, name, identifier, former_names, address, phone, legal_rep, registry_organ, region_code';

/** The key of an identifier: a statement of its own, so that the directory may live elsewhere (design §8.2). */
export async function findSubjectKey(tx: Tx, identifier: string): Promise<string | undefined> {
  const rows = await tx.query<{ subject_key: string }>(
    'subject-key',
    'select subject_key from subject_identifier where identifier = $1',
    [identifier],
  );
  return rows[0]?.subject_key;
}

export async function findSubject(tx: Tx, subjectKey: string): Promise<SubjectRow | undefined> {
  const rows = await tx.query<SubjectRow>('subject', `select ${columns} from subject where subject_key = $1`, [
    subjectKey,
  ]);
  return rows[0];
}

/** Keeps what the registers said about a subject: address, legal representative, registering organ. */
export async function changeRegistration(tx: Tx, it: SubjectRow, now: Date): Promise<void> {
  await tx.change(
    'subject-registration',
    'update subject set address = $2, legal_rep = $3, registry_organ = $4, updated_at = $5 where subject_key = $1',
    [it.subject_key, it.address, it.legal_rep, it.registry_organ, now],
  );
}

/** Finds the subject of an identifier or makes it. Two at once: the directory lets one win, the other takes over its key. */
export async function ensureSubject(tx: Tx, it: NewSubject, now: Date): Promise<SubjectRow> {
  const known = await findSubjectKey(tx, it.identifier);
  if (known) {
    const row = await findSubject(tx, known);
    if (row) return row;
  }
  const key = known ?? v7(now);
  const given = await tx.query<{ subject_key: string }>(
    'give-subject-key',
    `insert into subject_identifier (identifier, kind, subject_key) values ($1, $2, $3)
     on conflict (identifier) do update set kind = excluded.kind returning subject_key`,
    [it.identifier, it.identifierKind, key],
  );
  const subjectKey = given[0]!.subject_key;
  await insertRows(
    tx,
    'subject',
    ['subject_key', 'kind', 'name', 'identifier', 'legal_rep', 'phone', 'created_at', 'updated_at'],
    [[subjectKey, it.kind, it.name, it.identifier, it.legalRep ?? null, it.phone ?? null, now, now]],
    'on conflict (subject_key) do nothing',
  );
  return (await findSubject(tx, subjectKey))!;
}

/** Subjects by exact identifier, or by name: exact and prefix matches first come. At most 20. */
export async function searchSubjects(tx: Tx, text: string): Promise<SubjectRow[]> {
  const key = await findSubjectKey(tx, normaliseCode(text));
  if (key) {
    const row = await findSubject(tx, key);
    return row ? [row] : [];
  }
  const pattern = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  return tx.query<SubjectRow>(
    'subject-search',
    `select ${columns} from subject where name like $1 or former_names @> array[$2::text] order by name, subject_key limit 20`,
    [pattern, text],
  );
}
