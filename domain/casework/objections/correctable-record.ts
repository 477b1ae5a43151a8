import type { PlainDate } from '../../plain-date.ts';

/** How a value is given and read: several of a list are joined by 、. */
export type FactType = 'text' | 'day' | 'yuan' | 'choice' | 'choices';

/** The parts of a stored record that can be named and changed. */
export interface CorrectableRecord {
  readonly docNumber: string;
  readonly organName: string;
  readonly findingDate: PlainDate;
  readonly publishedDate: PlainDate | null;
  readonly correctionDate: PlainDate | null;
  readonly dutiesPerformed: boolean;
  readonly class: 'minor' | 'general' | 'serious' | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** One value of a record that can be wrong on display. */
export interface CorrectableField {
  readonly label: string;
  readonly type: FactType;
  readonly choices?: readonly string[];
  readonly read: (record: CorrectableRecord) => string;
  readonly write: (record: CorrectableRecord, value: string) => CorrectableRecord;
  /** Absent: every record has it. */
  readonly has?: (record: CorrectableRecord) => boolean;
  /** It is one of those that set how long a record is shown. */
  readonly ofPeriod?: true;
}

/** The record with one of its facts set. */
export const withFact = (record: CorrectableRecord, name: string, value: unknown): CorrectableRecord => ({
  ...record,
  facts: { ...record.facts, [name]: value },
});
