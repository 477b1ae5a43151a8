import type { ReplyOf } from '#contract/endpoint.ts';
import type { listPublicRecords as contract } from '#contract/record.ts';
import { normaliseName } from '#domain/record/import-doc-number.ts';
import { plainRecord } from '#domain/record/plain-record.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { findSubject, findSubjectKey, type SubjectRow } from '../access/subject-store.ts';
import type { Services } from '../platform/app-context.ts';
import type { Tx } from '../platform/database.ts';
import { assessRecord } from './assess-record.ts';
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
  return services.db.read({ sees: 'public' }, async (tx): Promise<Reply> => {
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
    return { name: subjects[0]?.name ?? null, formerNames: subjects[0]?.former_names ?? [], asOf, records };
  });
}

async function findPublicSubjects(tx: Tx, q: string): Promise<SubjectRow[]> {
  const key = await findSubjectKey(tx, normaliseCode(q));
  const byCode = key ? await findSubject(tx, key) : undefined;
  const found = byCode ? [byCode] : await findByExactName(tx, normaliseName(q));
  return found.filter((subject) => subject.kind !== 'person');
}
