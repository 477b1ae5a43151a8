import fc from 'fast-check';
import { fineBrackets, penaltyKinds, recordClasses, recordFields } from '#law/classes.ts';
import { matterKeys, subjectTypes } from '#law/matter-keys.ts';
import { addDays } from '../../plain-date.ts';
import type { CaseInput } from '../assess-case.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const day = (start: string, span: number) => fc.integer({ min: 0, max: span }).map((days) => addDays(start, days));

/** Any case that parseCase would let through, over both regimes; `from`: the earliest finding. */
export function anyCase(from = '2022-06-01', span = 1700): fc.Arbitrary<CaseInput> {
  return fc
    .record({
      matter: fc.constantFrom(...matterKeys),
      subjectType: fc.constantFrom(...subjectTypes),
      findingDate: day(from, span),
      publishedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
      penalties: fc.array(
        fc.record({
          kind: fc.constantFrom(...penaltyKinds),
          amountYuan: maybe(fc.integer({ min: 0, max: 200_000 })),
          bracket: maybe(fc.constantFrom(...fineBrackets)),
          termEnds: maybe(day(from, span + 1500)),
        }),
        { maxLength: 2 },
      ),
      procedure: maybe(fc.constantFrom('simple' as const, 'ordinary' as const)),
      field: maybe(fc.constantFrom(...recordFields)),
      class: maybe(fc.constantFrom(...recordClasses)),
      dutiesPerformed: fc.boolean(),
      correctionAfter: maybe(fc.integer({ min: -60, max: 900 })),
      commitmentMade: maybe(fc.boolean()),
      samePenaltyAgain: maybe(fc.boolean()),
      fraudAfter: fc.option(fc.integer({ min: 30, max: 900 }), { nil: undefined, freq: 3 }),
      later: fc.integer({ min: 0, max: 1600 }),
    })
    .map(({ publishedAfter, correctionAfter, fraudAfter, later, ...one }) => ({
      ...one,
      id: null,
      publishedDate: publishedAfter === null ? null : addDays(one.findingDate, publishedAfter),
      ...(correctionAfter === undefined ? {} : { correctionDate: addDays(one.findingDate, correctionAfter) }),
      ...(fraudAfter === undefined ? {} : { fraudFoundOn: addDays(one.findingDate, fraudAfter) }),
      on: addDays(one.findingDate, later),
    }));
}
