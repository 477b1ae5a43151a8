import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCitation } from '#law/cite.ts';
import { assessWithSteps } from './assess.ts';
import type { CaseInput } from './assess-case.ts';
import { explainDates } from './explain-dates.ts';
import { anyCase } from './testing/any-case.ts';

const fine: CaseInput = {
  id: null,
  matter: 'market-penalty',
  subjectType: 'organisation',
  findingDate: '2026-08-03',
  publishedDate: '2026-08-31',
  penalties: [{ kind: '罚款', amountYuan: 200_000 }],
  procedure: 'ordinary',
  field: 'other',
  dutiesPerformed: true,
  on: '2026-10-10',
};
const textsOf = (input: CaseInput, kind: string) =>
  explainDates(input)
    .find((one) => one.kind === kind)!
    .steps.map((step) => step.text);

describe('the dates of a verdict', () => {
  test('a general market fine: from publication, three months, the month that is too short said', () => {
    const dates = explainDates({ ...fine, publishedDate: '2026-11-30', on: '2026-12-01' });
    expect(dates.map((one) => [one.kind, one.date])).toEqual([
      ['publication-from', '2026-11-30'],
      ['earliest-end', '2027-02-28'],
      ['apply-from', '2027-03-01'],
      ['latest-end', '2027-11-30'],
    ]);
    const steps = dates[1]!.steps;
    expect(steps.map((step) => step.part)).toEqual(['start', 'rule', 'count', 'result']);
    expect(steps[0]!.text).toBe('从公示之日起算：2026年11月30日（周一）（就是网上开始公示的日期），当天不计入。');
    expect(steps[1]!.text).toBe('最短公示期是3个月。');
    expect(steps[2]!.text).toContain('以月末为最后一日');
    expect(steps[2]!.text).toContain('没有跳过的日子');
    expect(steps[3]!.text).toBe('最后一日是2027年2月28日（周日）。');
    expect(steps[0]!.cite).toEqual({
      id: 'samr107:9.2',
      text: '《市场监督管理信用修复管理办法》（市场监管总局令第107号）第九条第二款',
    });
    expect(dates[2]!.steps.at(-1)!.text).toBe('最后一日的第二天，2027年3月1日（周一）起可以申请。');
  });

  test('fraud: the bar is a date of its own, and the later of bar and wait is named', () => {
    const barred = { ...fine, fraudFoundOn: '2026-09-10' };
    const bar = explainDates(barred).find((one) => one.kind === 'bar-end')!;
    expect(bar.date).toBe('2029-09-10');
    expect(bar.steps[0]!.text).toContain('从决定之日起算');
    expect(bar.steps[0]!.cite.id).toBe('samr107:23.2');
    expect(textsOf(barred, 'apply-from').at(-1)).toContain('2029年9月11日');
    const general = {
      ...fine,
      matter: 'other-penalty' as const,
      class: 'general' as const,
      fraudFoundOn: '2026-09-10',
    };
    expect(explainDates(general).find((one) => one.kind === 'bar-end')!.steps[0]!.sure).toBe('D');
  });

  test('two waits side by side: the list’s own is told beside that of 信用中国, with its sureness', () => {
    const charity: CaseInput = {
      ...fine,
      matter: 'charity-serious',
      penalties: [],
      findingDate: '2026-05-06',
      publishedDate: '2026-05-10',
    };
    const dates = explainDates(charity);
    expect(dates.find((one) => one.kind === 'earliest-end')!.date).toBe('2027-05-06');
    const own = dates.find((one) => one.kind === 'wait')!;
    expect([own.date, own.steps[0]!.sure]).toEqual(['2028-05-06', 'S']);
  });

  test('the abnormal list has no wait: the door opens with the correction', () => {
    const abnormal: CaseInput = { ...fine, matter: 'abnormal-operation', penalties: [], correctionDate: '2026-09-20' };
    expect(textsOf(abnormal, 'apply-from')).toEqual([
      '这种情形没有最短公示期，也没有等待期。改正之日是2026年9月20日（周日）。',
      '2026年9月20日（周日）起就可以申请。',
    ]);
  });

  test('any case: every date of the verdict is explained, ends in that date, and cites what is registered', () => {
    fc.assert(
      fc.property(anyCase(), (input) => {
        const answer = assessWithSteps(input);
        const dates = explainDates(input, answer);
        const told = (kind: string) => dates.find((one) => one.kind === kind)?.date ?? null;
        expect(told('publication-from')).toBe(answer.publication.from);
        expect(told('earliest-end')).toBe(answer.publication.earliestEnd);
        expect(told('latest-end')).toBe(answer.publication.latestEnd);
        expect(told('apply-from')).toBe(answer.application.from);
        for (const one of dates) {
          expect(one.steps.at(-1)!.day).toBe(one.date);
          for (const step of one.steps) {
            expect(parseCitation(step.cite.id), step.cite.id).toBeDefined();
            expect(step.text).toMatch(/[。）]$/);
          }
        }
      }),
      { numRuns: 2000 },
    );
  }, 30_000);

  test('any case: no date but the first day stands without the clause that gives it', () => {
    fc.assert(
      fc.property(anyCase('2026-04-01', 400), (input) => {
        for (const one of explainDates(input))
          if (one.kind === 'earliest-end' || one.kind === 'latest-end')
            expect(
              one.steps.some((step) => step.part === 'rule'),
              JSON.stringify(one),
            ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
