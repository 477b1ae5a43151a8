/**
 * The law as it is looked up: what the texts say (periods, classes, limits … beside this file) and what offices have added under them:
 * written confirmations of points the texts leave open, and the class standards that 36号 art 11 leaves to the authority of a field.
 * Both are rows that people enter; the book only finds the one in force on a day.
 */
import type { PenaltyKind, RecordClass } from './classes.ts';
import type { PointValue } from './points.ts';

/** The paper that a row rests on. */
export interface OfficePaper {
  readonly title: string;
  /** 文号; null where the paper bears none. */
  readonly number: string | null;
  /** Day it was issued, `YYYY-MM-DD`. */
  readonly issuedOn: string;
  /** The office that answers for it. */
  readonly office: string;
}

interface BookRow {
  readonly id: string;
  readonly from: string;
  /** Last day in force; null while there is no end. */
  readonly to: string | null;
  readonly paper: OfficePaper;
}

/** An office's written answer to a point of law/points.ts. */
export interface Confirmation extends BookRow {
  readonly point: string;
  readonly value: PointValue;
}

/** One band of a standard for fines: amounts above `over` up to and including `upTo` yuan; null: without end. */
export interface FineBand {
  readonly class: RecordClass;
  readonly over: number;
  readonly upTo: number | null;
}

/** How the authority of a field classifies its penalties (36号 arts 8(3), 9(1), 10(1), 11). */
export interface ClassStandard extends BookRow {
  readonly sector: string;
  readonly fines: readonly FineBand[];
  /** Bands for natural persons where they differ; empty: the same as `fines`. */
  readonly personFines: readonly FineBand[];
  /** Classes of other kinds of penalty in this field; they come before those of 36号 arts 8–10. */
  readonly kinds: Readonly<Partial<Record<PenaltyKind, RecordClass>>>;
}

export interface LawBook {
  readonly confirmations: readonly Confirmation[];
  readonly standards: readonly ClassStandard[];
  /** The confirmation of a point in force on a day; undefined where the point is still open. */
  confirmed(point: string, on: string): Confirmation | undefined;
  /** The standard of a field in force on a day; undefined where its authority has published none. */
  standard(sector: string, on: string): ClassStandard | undefined;
}

function inForce<T extends BookRow>(rows: readonly T[] | undefined, on: string): T | undefined {
  return rows?.findLast((row) => row.from <= on && (row.to === null || on <= row.to));
}

/** Makes a book of rows; of two rows for one point or field the one that begins later holds from its day. */
export function lawBook(rows: {
  readonly confirmations: readonly Confirmation[];
  readonly standards: readonly ClassStandard[];
}): LawBook {
  const byDay = <T extends BookRow>(list: readonly T[]) => list.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [confirmations, standards] = [byDay(rows.confirmations), byDay(rows.standards)];
  const points = Map.groupBy(confirmations, (row) => row.point);
  const sectors = Map.groupBy(standards, (row) => row.sector);
  return {
    confirmations,
    standards,
    confirmed: (point, on) => inForce(points.get(point), on),
    standard: (sector, on) => inForce(sectors.get(sector), on),
  };
}

/** The texts alone: nothing confirmed, no field's standard known. */
export const printedLaw: LawBook = lawBook({ confirmations: [], standards: [] });

/** Citation id of a row people entered: `confirmation:<id>`, `standard:<id>`. */
export function citeRow(row: Confirmation | ClassStandard): string {
  return `${'point' in row ? 'confirmation' : 'standard'}:${row.id}`;
}

/** 《关于……的复函》（赣统函〔2026〕12号，省统计局，2026年12月1日） */
export function namePaper(paper: OfficePaper): string {
  const number = paper.number ? `${paper.number}，` : '';
  const [year, month, day] = paper.issuedOn.split('-').map(Number);
  return `《${paper.title}》（${number}${paper.office}，${year}年${month}月${day}日）`;
}
