import type { ReplyOf } from '#contract/endpoint.ts';
import type { listPublicRecords as contract } from '#contract/record.ts';
import type { Catalog } from '#domain/catalog/catalog.ts';
import { normaliseName } from '#domain/record/import-doc-number.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { findSubject, findSubjectKey, type SubjectRow } from '../access/subject-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { assessRecord } from './assess-record.ts';
import { statementOf } from './held-back-view.ts';
import { findByExactName, listUnrepaired } from './record-store.ts';

type Reply = ReplyOf<typeof contract>;

/**
 * The public page: what law has on display today of one organisation or sole trader, by its code, its exact name or one it had before. Natural persons
 * are not published (36号第十二条第三款); what was repaired or whose time has run out is not shown.
 */
export async function listPublicRecords(services: Services, q: string): Promise<Reply> {
  const asOf = services.clock.today();
  const catalog = await services.catalog();
  const matterNames = new Map(catalog.matters.map((matter) => [matter.matterKey, matter.name]));
  const found = await services.db.read({ sees: 'public' }, async (tx) => {
    const subjects = await findPublicSubjects(tx, q);
    const records: Reply['records'] = [];
    for (const subject of subjects)
      for (const row of await listUnrepaired(tx, subject.subject_key)) {
        const { publication } = assessRecord(catalog, row, subject.kind, asOf);
        if (!publication.shown) continue;
        records.push({
          matterName: matterNames.get(row.matter_key) ?? row.matter_key,
          docNumber: row.doc_number,
          organName: row.organ_name,
          findingDate: row.finding_date,
          plain: plainRecord({ recordType: row.record_type, facts: row.facts }),
          shownUntil: publication.latestEnd,
        });
      }
    return { subjects, records };
  });
  const [first] = found.subjects;
  return {
    name: first?.name ?? null,
    formerNames: first?.former_names ?? [],
    asOf,
    records: found.records,
    statements: await readStatements(services, catalog, found.subjects, asOf),
  };
}

/** Shielded records are no row of the public's; of them no more is read out than the words shown in their place and the ruling. */
async function readStatements(
  services: Services,
  catalog: Catalog,
  subjects: readonly SubjectRow[],
  asOf: string,
): Promise<Reply['statements']> {
  if (subjects.length === 0) return [];
  const said = await services.db.read({ sees: 'all' }, async (tx) => {
    const statements: Reply['statements'] = [];
    for (const subject of subjects)
      for (const row of await listUnrepaired(tx, subject.subject_key)) {
        const text = statementOf(row, catalog);
        if (text === null || row.held_back_on === null) continue;
        const { latestEnd } = assessRecord(catalog, row, subject.kind, asOf).publication;
        if (latestEnd !== null && latestEnd < asOf) continue;
        statements.push({ text, since: row.held_back_on, ground: row.held_back_ground && { ...row.held_back_ground } });
      }
    return statements;
  });
  return [...new Map(said.map((one) => [one.ground?.number ?? '', one])).values()];
}

async function findPublicSubjects(tx: Tx, q: string): Promise<SubjectRow[]> {
  const key = await findSubjectKey(tx, normaliseCode(q));
  const byCode = key ? await findSubject(tx, key) : undefined;
  const found = byCode ? [byCode] : await findByExactName(tx, normaliseName(q));
  return found.filter((subject) => subject.kind !== 'person');
}
