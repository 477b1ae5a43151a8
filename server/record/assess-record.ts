import { type Catalog, lawEntryOf } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { assess } from '#domain/record/assess.ts';
import type { CaseInput, CasePenalty, Verdict } from '#domain/record/assess-case.ts';
import type { HeldBack } from '#domain/record/orders/record-order.ts';
import type { SubjectType } from '#law/matter-keys.ts';
import { marketEntries } from '#law/tracks.ts';

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
  /** What orders about it left (server/record/orders). Absent: none. */
  readonly held_back?: HeldBack | null;
  readonly plan_completed_on?: string | null;
  readonly barred_on?: string | null;
  readonly restarts_on?: string | null;
  readonly market_barred_on?: string | null;
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
  const matter = lawEntryOf(catalog, record.matter_key);
  return {
    id: record.record_id,
    matter,
    law: catalog.law,
    ...(sector === undefined ? {} : { sector }),
    subjectType,
    ...displayedFrom(record, matter),
    penalties,
    dutiesPerformed: record.duties_performed,
    on,
    ...(facts.procedure ? { procedure: facts.procedure } : {}),
    ...(facts.field ? { field: facts.field } : {}),
    ...(record.class ? { class: record.class } : {}),
    ...(record.correction_date ? { correctionDate: record.correction_date } : {}),
    ...(facts.samePenaltyAgain ? { samePenaltyAgain: true } : {}),
    ...fraudOf(record, matter, facts.fraudFoundOn),
    ...(record.held_back ? { heldBack: record.held_back } : {}),
    ...(record.plan_completed_on ? { planCompletedOn: record.plan_completed_on } : {}),
  };
}

/** Counted anew from a revocation: display by 107号 art 23, and the term of the wage list, which counts from the listing, by its own rule. */
function displayedFrom(record: AssessableRecord, matter: CaseInput['matter']) {
  const { finding_date: findingDate, published_date: publishedDate, restarts_on: restarted } = record;
  if (!restarted) return { findingDate, publishedDate };
  return { findingDate: matter === 'wage-arrears' ? restarted : findingDate, publishedDate: restarted };
}

/** The latest finding that bars this record: its own, or (market supervision) one that bars everything of the subject. */
function fraudOf(record: AssessableRecord, matter: CaseInput['matter'], told: string | undefined) {
  const ofSubject = (marketEntries as readonly string[]).includes(matter) ? record.market_barred_on : null;
  const latest = [told, record.barred_on, ofSubject]
    .filter((one) => one != null)
    .sort()
    .at(-1);
  return latest ? { fraudFoundOn: latest } : {};
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
