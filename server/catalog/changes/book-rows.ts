import type { ChangeKind, ProposedChange } from '#domain/catalog/changes/catalog-change.ts';
import { arrangementOf } from '#domain/catalog/changes/plan-calendar.ts';
import { announcedCalendar, type Calendar } from '#domain/working-days.ts';
import type { YearArrangement } from '#law/calendar/arrangement.ts';
import { type ClassStandard, type Confirmation, type LawBook, lawBook } from '#law/law-book.ts';
import type { Tx } from '../../platform/database.ts';
import { type ChangeRow, proposedOf, readApproved } from './change-store.ts';

const bookKinds = ['confirmation', 'class-standard', 'calendar-year', 'calendar-day'] as const satisfies ChangeKind[];

type Approved<K extends ChangeKind> = ProposedChange<K> & { readonly id: string };

/** The law's rows and the calendar as people have entered them: approved filings are the rows. */
export async function readBookRows(tx: Tx): Promise<{ law: LawBook; calendar: Calendar }> {
  const rows = await readApproved(tx, bookKinds);
  const of = <K extends ChangeKind>(kind: K) =>
    rows
      .filter((row: ChangeRow) => row.kind === kind)
      .map((row) => ({ ...proposedOf(row), id: row.change_id }) as Approved<K>);
  const confirmations = of('confirmation').map(
    ({ id, target, effectiveOn, content }): Confirmation => ({
      id,
      point: target,
      value: content.value,
      from: effectiveOn,
      to: content.until ?? null,
      paper: content.paper,
    }),
  );
  const standards = of('class-standard').map(
    ({ id, target, effectiveOn, content }): ClassStandard => ({
      id,
      sector: target,
      from: effectiveOn,
      to: content.until ?? null,
      paper: content.paper,
      fines: content.fines,
      personFines: content.personFines ?? [],
      kinds: content.kinds ?? {},
    }),
  );
  const years = of('calendar-year').map(({ target, content }) => [Number(target), arrangementOf(content)] as const);
  const edits = of('calendar-day').map(({ target, effectiveOn, content }) => ({
    date: target,
    ...content,
    knownOn: effectiveOn,
  }));
  return {
    law: lawBook({ confirmations, standards }),
    calendar: {
      years: { ...announcedCalendar.years, ...Object.fromEntries(years) },
      edits,
      versions: versionsOf(years),
    },
  };
}

/** All arrangements entered of each year, in the order of their approval: a later notice does not make the earlier one forgotten. */
function versionsOf(years: readonly (readonly [number, YearArrangement])[]): NonNullable<Calendar['versions']> {
  return Object.fromEntries(
    years.map(([year]) => [year, years.filter(([other]) => other === year).map(([, version]) => version)] as const),
  );
}
