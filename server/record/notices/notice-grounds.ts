import type { Catalog, Matter, Unit } from '#domain/catalog/catalog.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import type { Verdict } from '#domain/record/assess-case.ts';
import type { SubjectRow } from '../../access/subject-store.ts';
import type { RecordRow } from '../record-view.ts';
import type { NoticeEdition } from './notice-edition.ts';

/** What the notice is made from. */
export interface NoticeGrounds {
  readonly catalog: Catalog;
  readonly matter: Matter;
  readonly record: RecordRow;
  readonly subject: SubjectRow;
  readonly verdict: Verdict;
  /** Who signs and is asked. */
  readonly unit: Unit;
  readonly edition: NoticeEdition;
  readonly applyUrl: string;
  readonly on: PlainDate;
}
