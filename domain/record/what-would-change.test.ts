import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCitation } from '#law/cite.ts';
import { lawBook } from '#law/law-book.ts';
import { addDays } from '../plain-date.ts';
import { assess, assessWithSteps } from './assess.ts';
import type { CaseInput } from './assess-case.ts';
import { anyCase } from './testing/any-case.ts';
import { follow, whatWouldChange } from './what-would-change.ts';
import { nextTurn, openingDay } from './what-would-change-days.ts';

const fine: CaseInput = {
  id: null,
  matter: 'market-penalty',
  subjectType: 'organisation',
  findingDate: '2026-08-03',
  publishedDate: '2026-08-10',
  penalties: [{ kind: '罚款', amountYuan: 200_000 }],
  procedure: 'ordinary',
  field: 'other',
  dutiesPerformed: true,
  on: '2026-10-10',
};
const actsOf = (input: CaseInput) => {
  const { next, others } = whatWouldChange(input);
  return [next, ...others].map((one) => one.act);
};

describe('the one thing to do first', () => {
  test.each([
    ['repairable now: apply', { on: '2026-11-23' }, 'apply', ['wait-for-end'], '现在就申请修复'],
    ['too early: wait until the day', {}, 'wait', ['wait-for-end'], '等到2026年11月11日（周三），就可以申请修复。'],
    [
      'too early and unperformed: perform first, then wait',
      { dutiesPerformed: false },
      'perform-duties',
      ['wait', 'wait-for-end'],
      '缴清罚款，完成决定书要求的整改。今天做到，2026年11月11日（周三）起可以申请修复。',
    ],
    [
      'unperformed: perform',
      { on: '2026-11-23', dutiesPerformed: false },
      'perform-duties',
      ['wait-for-end'],
      '就可以申请修复',
    ],
    [
      'criticised only: ends by itself',
      { penalties: [{ kind: '通报批评' }] },
      'wait-for-end',
      ['object', 'nothing'],
      '2026年11月11日（周三）起公示自动停止',
    ],
    [
      'no class: the authority is asked, every class shown',
      { matter: 'other-penalty', penalties: [{ kind: '罚款' }] },
      'ask-to-classify',
      ['wait-for-end'],
      '请认定单位确定属于轻微、一般还是严重',
    ],
    [
      'barred by fraud: wait for the end of display, which comes first',
      { fraudFoundOn: '2026-09-10' },
      'wait-for-end',
      ['object', 'nothing'],
      '2027年8月11日',
    ],
    [
      'the court: perform, then what to ask it for',
      { matter: 'judgment-defaulter', penalties: [], dutiesPerformed: false },
      'perform-duties',
      ['ask-court', 'object'],
      '履行生效法律文书确定的义务。今天做到，由执行法院依法删除。',
    ],
    [
      'the court, performed: ask for deletion',
      { matter: 'judgment-defaulter', penalties: [] },
      'ask-court',
      ['object'],
      '请执行法院在三个工作日内删除',
    ],
    ['never shown: nothing', { penalties: [{ kind: '警告' }] }, 'nothing', [], '不用做什么'],
  ] as [string, Partial<CaseInput>, string, string[], string][])('%s', (_, over, next, others, text) => {
    const ways = whatWouldChange({ ...fine, ...over });
    expect(ways.next.act).toBe(next);
    expect(ways.others.map((one) => one.act)).toEqual(others);
    expect(ways.next.text).toContain(text);
  });

  test('each class that the authority may set is told with its day', () => {
    const { next } = whatWouldChange({ ...fine, matter: 'other-penalty' });
    expect(next.branches.map((one) => [one.class, one.thenVerdict, one.thenFrom])).toEqual([
      ['minor', 'repairable-now', '2026-08-10'],
      ['general', 'not-yet', '2026-11-04'],
      ['serious', 'not-yet', '2027-08-04'],
    ]);
    expect(next.branches[1]!.text).toBe('如果定为一般失信：2026年11月4日（周三）起可以申请修复。');
  });

  test('wages: who has yet to pay gains the wait from the day of paying', () => {
    const wages: CaseInput = {
      ...fine,
      matter: 'wage-arrears',
      penalties: [],
      findingDate: '2026-05-06',
      publishedDate: '2026-05-06',
      dutiesPerformed: false,
      on: '2027-06-01',
    };
    const { next } = whatWouldChange(wages);
    expect(next.act).toBe('perform-duties');
    expect(next.text).toContain('付清拖欠的工资');
  });

  test('between two waits that differ: confirm now, and the day from which nobody doubts', () => {
    const charity: CaseInput = {
      ...fine,
      matter: 'charity-serious',
      penalties: [],
      findingDate: '2026-05-06',
      on: '2027-06-01',
    };
    const { next, others } = whatWouldChange(charity);
    expect(next.act).toBe('ask-to-confirm');
    expect(others[0]).toMatchObject({ act: 'wait', day: '2028-05-07', thenVerdict: 'repairable-now' });
  });

  test('a commitment not yet made is told, and does not stand in the way', () => {
    expect(actsOf({ ...fine, on: '2026-11-23', commitmentMade: false })).toEqual([
      'apply',
      'make-commitment',
      'wait-for-end',
    ]);
  });
});

describe('any case', () => {
  test('there is a first thing to do, every sentence ends, every article is registered', () => {
    fc.assert(
      fc.property(anyCase(), (input) => {
        const { next, others } = whatWouldChange(input);
        for (const way of [next, ...others]) {
          expect(way.text).toMatch(/。$/);
          expect(way.cites.length).toBeGreaterThan(0);
          for (const cite of way.cites) expect(parseCitation(cite.id), cite.id).toBeDefined();
        }
      }),
      { numRuns: 1500 },
    );
  }, 30_000);

  test('doing what is advised brings what was promised', () => {
    fc.assert(
      fc.property(anyCase(), (input) => {
        const { next, others } = whatWouldChange(input);
        for (const way of [next, ...others]) {
          if (way.thenVerdict === null) continue;
          const then = assess(follow(input, way));
          expect([way.act, then.verdict, then.application.from]).toEqual([way.act, way.thenVerdict, way.thenFrom]);
        }
        for (const branch of next.branches) {
          const then = assess({ ...input, class: branch.class });
          expect([then.verdict, then.application.from]).toEqual([branch.thenVerdict, branch.thenFrom]);
        }
      }),
      { numRuns: 1500 },
    );
  }, 30_000);

  test('the acts keep their names: apply only where it is possible, waiting leaves waiting, the end ends display', () => {
    fc.assert(
      fc.property(anyCase(), (input) => {
        const now = assess(input).verdict;
        const { next, others } = whatWouldChange(input);
        for (const way of [next, ...others]) {
          if (way.act === 'apply') expect(now).toBe('repairable-now');
          if (way.act === 'wait') {
            expect(way.day! > input.on).toBe(true);
            expect(['not-yet', 'barred', 'ends-automatically', 'no-route']).not.toContain(way.thenVerdict);
            // The day before it was not so.
            if (next.act === 'wait') {
              const eve = assess({ ...input, on: addDays(way.day!, -1) });
              expect(eve.verdict).not.toBe(way.thenVerdict);
            }
          }
          if (way.act === 'wait-for-end') {
            expect(['not-published', 'barred']).toContain(way.thenVerdict);
            expect(assess({ ...input, on: way.day! }).publication.shown).toBe(false);
            expect(assess({ ...input, on: addDays(way.day!, -1) }).publication.shown).toBe(true);
          }
          if (way.act === 'perform-duties' && way.thenVerdict === 'not-yet')
            expect(assess({ ...follow(input, way), on: way.thenFrom! }).verdict).not.toBe('not-yet');
        }
      }),
      { numRuns: 1500 },
    );
  }, 30_000);

  test('no turn is overlooked: until the day named, each day has the verdict of today', () => {
    fc.assert(
      fc.property(anyCase('2023-01-01', 1500), (input) => {
        const turn = nextTurn(input);
        const now = assess(input).verdict;
        const last = turn?.day ?? addDays(input.on, 1500);
        for (let day = addDays(input.on, 1); day < last; day = addDays(day, 1))
          expect(assess({ ...input, on: day }).verdict, day).toBe(now);
        if (turn) expect(assess({ ...input, on: turn.day }).verdict).not.toBe(now);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  test('what an office confirmed to begin later is a turn too, with its own months', () => {
    const law = lawBook({
      confirmations: [
        {
          id: 'c1',
          point: 'wait:charity-serious',
          value: { months: 9, clock: 'finding' },
          from: '2026-12-01',
          to: null,
          paper: { title: '示例复函', number: null, issuedOn: '2026-11-20', office: '示例厅' },
        },
      ],
      standards: [],
    });
    const charity: CaseInput = {
      ...fine,
      matter: 'charity-serious',
      penalties: [],
      findingDate: '2026-05-06',
      law,
    };
    const turn = nextTurn(charity)!;
    expect(turn.day).toBe('2027-02-07');
    for (let day = charity.on; day < turn.day; day = addDays(day, 1))
      expect(assess({ ...charity, on: day }).verdict, day).toBe('not-yet');
  });

  test('the opening of a wait is the first day that is not one', () => {
    fc.assert(
      fc.property(anyCase(), (input) => {
        const opening = openingDay(input);
        const waiting = ['not-yet', 'barred', 'ends-automatically'];
        if (!waiting.includes(assessWithSteps(input).verdict)) expect(opening).toBeNull();
        else if (opening) expect(waiting).toContain(assess({ ...input, on: addDays(opening.day, -1) }).verdict);
      }),
      { numRuns: 1000 },
    );
  });
});
