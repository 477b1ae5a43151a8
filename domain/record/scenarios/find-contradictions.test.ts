import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess.ts';
import type { CaseInput, Verdict } from '../assess-case.ts';
import { anyCase } from '../testing/any-case.ts';
import { findBrokenPromises } from './find-broken-promises.ts';
import { findContradictions } from './find-contradictions.ts';

describe('over any case', () => {
  it('no answer contradicts itself', () => {
    fc.assert(
      fc.property(anyCase(), (input) => {
        expect(findContradictions(input, assess(input))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('what an answer promises holds on the days and facts it names', () => {
    fc.assert(
      fc.property(anyCase(), (input) => {
        expect(findBrokenPromises(input, assess(input), assess)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});

/** 没收违法所得 published 2026-01-20: not-yet until 2026-04-20. */
const input: CaseInput = {
  id: null,
  matter: 'market-penalty',
  subjectType: 'organisation',
  findingDate: '2026-01-05',
  publishedDate: '2026-01-20',
  penalties: [{ kind: '没收违法所得' }],
  dutiesPerformed: true,
  on: '2026-04-20',
};

describe('the looks themselves can find something', () => {
  const { publication, application, reasons } = assess(input);
  const broken: readonly (readonly [says: string, part: Partial<Verdict>])[] = [
    ['verdict, class and route are known words', { verdict: 'soon' as Verdict['verdict'] }],
    ['verdict, class and route are known words', { class: 'light' as Verdict['class'] }],
    ['every day exists', { publication: { ...publication, from: '2026-02-30' } }],
    ['limits are whole and not negative', { limits: { accept: -1, decide: 7, extend: null } }],
    ['the minimum does not end after the maximum', { publication: { ...publication, earliestEnd: '2030-01-01' } }],
    ['not-yet: applying is possible later, not today', { application: { ...application, from: '2026-04-20' } }],
    ['repairable-now: applying is possible today', { verdict: 'repairable-now' }],
    ['repairable-now, not-yet: it is on display', { publication: { ...publication, shown: false } }],
    ['duties-outstanding: a duty is open', { verdict: 'duties-outstanding' }],
    ['not-published: it is not on display', { verdict: 'not-published' }],
    ['not-published: there is nothing to apply for', { verdict: 'not-published' }],
    ['no-route: no office here can be asked', { verdict: 'no-route' }],
    [
      'barred: the bar has an end in the future or none',
      { verdict: 'barred', application: { route: 'apply', from: null } },
    ],
    ['needs-classification: the class is open', { verdict: 'needs-classification' }],
    ['needs-classification, needs-confirmation: an office is asked', { verdict: 'needs-confirmation' }],
    [
      'ends-automatically: it is on display, ends on a day, and nobody can apply',
      { verdict: 'ends-automatically', application: { route: 'apply', from: null } },
    ],
    [
      'after the maximum it is off display, unless an office must confirm',
      { publication: { ...publication, earliestEnd: null, latestEnd: '2026-04-19' } },
    ],
    ['not-yet: the first day is the day after the minimum', { application: { ...application, from: '2026-04-22' } }],
    ['there is a reason', { reasons: [] }],
    ['every reason is a sentence', { reasons: [{ ...reasons[0]!, text: '还要等' }] }],
    ['every reason cites a place that is summarised', { reasons: [{ ...reasons[0]!, cite: 'samr999:1' }] }],
    [
      'not-yet, barred, no-route, duties-outstanding: who is refused is told an article, not only a text',
      { reasons: [{ ...reasons[0]!, cite: 'samr3-2021' }] },
    ],
  ];

  it.each(broken)('%s', (says, part) => {
    expect(findContradictions(input, { ...assess(input), ...part })).toContain(says);
  });

  it.each([
    ['not-yet: open before the day named', { application: { route: 'apply', from: '2026-04-23' } }],
    ['not-yet: not over on the day named', { application: { route: 'apply', from: '2026-04-21' } }],
  ] as const)('%s', (says, part) => {
    const day = says.includes('before') ? input.on : '2026-04-01';
    const told = { ...assess({ ...input, on: day }), ...part };
    const ask = says.includes('before') ? assess : () => told;
    expect(findBrokenPromises({ ...input, on: day }, told, ask)).toContain(says);
  });

  it('a display that outlasts its last day, a class that changes, a day on which the open closes', () => {
    const told = assess({ ...input, on: '2026-04-21' });
    const onNextDay = (other: Partial<Verdict>) =>
      findBrokenPromises({ ...input, on: '2026-04-21' }, told, () => ({ ...told, ...other }));
    expect(onNextDay({})).toEqual(['repairable-now: on display after the last day named']);
    expect(onNextDay({ verdict: 'not-yet' })).toContain('repairable-now: turns into not-yet overnight');
    expect(onNextDay({ class: 'serious' })).toContain('the class changes overnight');
    expect(onNextDay({ publication: { ...told.publication, shown: false } })).toContain(
      'repairable-now: off display on the last day named',
    );
  });

  it('duties whose performance makes it worse', () => {
    const open = { ...input, dutiesPerformed: false, on: '2026-04-21' };
    const worse = findBrokenPromises(open, { ...assess(open), verdict: 'not-published' }, assess);
    expect(worse).not.toContain('performing makes not-published into repairable-now');
    const told = { ...assess(open), verdict: 'repairable-now' as const };
    expect(findBrokenPromises(open, told, () => ({ ...told, verdict: 'not-yet' }))).toContain(
      'performing makes repairable-now into not-yet',
    );
  });
});
