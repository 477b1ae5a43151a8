import { type ClassStandard, type Confirmation, type LawBook, lawBook } from '#law/law-book.ts';
import { type Point, points } from '#law/points.ts';

const paper = { title: '示例复函', number: null, issuedOn: '2026-01-05', office: '示例单位' } as const;

/** A book in which offices have answered some of the points, any way they may be answered, and one field has a standard. */
export function randomBook(random: () => number): LawBook {
  const confirmations = points
    .filter(() => random() < 0.3)
    .map(
      (point, index): Confirmation => ({
        id: `c-${index}`,
        point: point.key,
        value: answerTo(point, random),
        from: '2020-01-01',
        to: null,
        paper,
      }),
    );
  return lawBook({ confirmations, standards: random() < 0.5 ? [standard] : [] });
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!;
}

function answerTo(point: Point, random: () => number): Confirmation['value'] {
  if (point.answer === 'choice') return pick(point.choices, random).value;
  const clock = pick(['finding', 'published', 'correction'] as const, random);
  return { months: pick([0, 3, 6, 12, 24, 36, 48], random), clock };
}

const standard: ClassStandard = {
  id: 's-1',
  sector: 'ecology',
  from: '2020-01-01',
  to: null,
  paper,
  fines: [
    { class: 'minor', over: 0, upTo: 1_000 },
    { class: 'general', over: 1_000, upTo: 50_000 },
    { class: 'serious', over: 50_000, upTo: null },
  ],
  personFines: [],
  kinds: { 没收违法所得: 'general' },
};
