import type { ReplyOf } from '#contract/endpoint.ts';
import type * as contract from '#contract/law-rows.ts';
import { type Catalog, fieldName } from '#domain/catalog/catalog.ts';
import { sayBands } from '#domain/catalog/changes/plan-class-standard.ts';
import type { PlainDate } from '#domain/plain-date.ts';
import { className } from '#law/classes.ts';
import { points, sayAnswer } from '#law/points.ts';

/** The points the texts leave open, each with the confirmation in force on a day. */
export function listPoints(catalog: Catalog, on: PlainDate): ReplyOf<typeof contract.listLawPoints> {
  return {
    on,
    points: points.map((point) => {
      const row = catalog.law.confirmed(point.key, on);
      return {
        key: point.key,
        name: point.name,
        question: point.question,
        whoAnswers: point.sectors.map((sector) => fieldName(catalog, sector)).join('、'),
        answer: point.answer,
        choices: point.choices.map((one) => ({ ...one })),
        until: point.until,
        confirmed: row
          ? { text: sayAnswer(point, row.value), from: row.from, to: row.to, paper: { ...row.paper } }
          : null,
      };
    }),
  };
}

/** The fields with the class standard in force on a day; those without one are classified case by case. */
export function listStandards(catalog: Catalog, on: PlainDate): ReplyOf<typeof contract.listClassStandards> {
  const outside = ['window', 'gov-service', 'court', 'market', 'drug'];
  const sectors = [...new Set([...catalog.units.values()].map((unit) => unit.sector))].filter(
    (sector) => !outside.includes(sector),
  );
  return {
    on,
    sectors: sectors.map((sector) => {
      const row = catalog.law.standard(sector, on);
      return {
        sector,
        name: fieldName(catalog, sector),
        standard: row
          ? {
              fines: sayBands(row.fines),
              personFines: row.personFines.length > 0 ? sayBands(row.personFines) : null,
              kinds: Object.entries(row.kinds).map(([kind, of]) => ({ kind, class: className[of!] })),
              from: row.from,
              to: row.to,
              paper: { ...row.paper },
            }
          : null,
      };
    }),
  };
}
