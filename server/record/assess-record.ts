import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { assess } from '#domain/record/assess.ts';
import type { CaseInput, CasePenalty, Verdict } from '#domain/record/assess-case.ts';
import type { SubjectType } from '#law/matter-keys.ts';

/** What the assessment needs of a stored record and its subject. */
export interface AssessableRecord {
  readonly record_id: string;
  readonly matter_key: string;
  readonly unit_id: string | null;
  readonly finding_date: string;
  readonly published_date: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly duties_performed: boolean;
  readonly correction_date: string | null;
  readonly class: 'minor' | 'general' | 'serious' | null;
}

/** The case of a stored record on a day, as the calculator takes it, with the law as the catalogue has it. */
export function caseOf(catalog: Catalog, record: AssessableRecord, subjectType: SubjectType, on: PlainDate): CaseInput {
  const sector = record.unit_id === null ? undefined : catalog.units.get(record.unit_id)?.sector;
  const facts = record.facts as {
    penalties?: CasePenalty[];
    procedure?: 'simple' | 'ordinary';
    field?: CaseInput['field'];
    measuresEnd?: string;
    samePenaltyAgain?: boolean;
    fraudFoundOn?: string;
  };
  // A listing's measures bind like a restriction (107号 第十三条): their end travels as the term of a penalty of no kind of its own.
  const measures =
    facts.measuresEnd && facts.measuresEnd !== 'long-term'
      ? [{ kind: '其他' as const, termEnds: facts.measuresEnd }]
      : [];
  const given = facts.penalties ?? [];
  const penalties: CasePenalty[] =
    given.length === 0
      ? measures
      : given.map((one) => (measures[0] && !one.termEnds ? { ...one, termEnds: measures[0].termEnds } : one));
  return {
    id: record.record_id,
    matter: lawEntryOf(catalog, record.matter_key),
    law: catalog.law,
    ...(sector === undefined ? {} : { sector }),
    subjectType,
    findingDate: record.finding_date,
    publishedDate: record.published_date,
    penalties,
    dutiesPerformed: record.duties_performed,
    on,
    ...(facts.procedure ? { procedure: facts.procedure } : {}),
    ...(facts.field ? { field: facts.field } : {}),
    ...(record.class ? { class: record.class } : {}),
    ...(record.correction_date ? { correctionDate: record.correction_date } : {}),
    ...(facts.samePenaltyAgain ? { samePenaltyAgain: true } : {}),
    ...(facts.fraudFoundOn ? { fraudFoundOn: facts.fraudFoundOn } : {}),
  };
}

/** Whether and when a stored record can be repaired, on a day. */
export function assessRecord(
  catalog: Catalog,
  record: AssessableRecord,
  subjectType: SubjectType,
  on: PlainDate,
): Verdict {
  return assess(caseOf(catalog, record, subjectType, on));
}
