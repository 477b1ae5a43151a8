import type { Unit } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { Tx } from '../platform/database.ts';

// Stands in catalog: numbers are given in the name of a unit of the catalogue, to record, casework and notice alike.

/** The word of each numbered paper behind 信修; papers of the applicant bear the application's number instead. */
export const documentWords = {
  'acceptance-notice': '受',
  'decline-notice': '不受',
  'correction-notice': '补',
  'extension-notice': '延',
  'grant-decision': '准',
  'refusal-decision': '不准',
  'forwarding-note': '转',
  'withdrawal-note': '撤',
  'repair-notice': '告',
  'removal-decision': '移',
  // Not 撤, which is the withdrawal's: two papers of one number could not be told apart.
  'revocation-decision': '撤销',
  'objection-answer': '异',
  'general-notice': '通',
} as const;

/** A kind of paper that has a series of its own in every unit and year. */
export type NumberedPaper = keyof typeof documentWords;

/**
 * The next document number of a unit, e.g. `洪应急信修准〔2026〕12号`. Numbers have no gaps: one taken in a transaction that rolls back
 * is given again. The series' row stays locked until the transaction ends, so this is the last statement of an act.
 */
export async function takeDocNumber(
  tx: Tx,
  unit: Pick<Unit, 'unitId' | 'shortName'>,
  kind: NumberedPaper,
  today: PlainDate,
): Promise<string> {
  const year = today.slice(0, 4);
  const rows = await tx.query<{ last: number }>(
    'take-doc-number',
    `insert into number_series (unit_id, kind, period, last) values ($1, $2, $3, 1)
     on conflict (unit_id, kind, period) do update set last = number_series.last + excluded.last returning last`,
    [unit.unitId, kind, year],
  );
  return `${unit.shortName}信修${documentWords[kind]}〔${year}〕${rows[0]!.last}号`;
}
