import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBack, dueDay, type Extension, type Pause } from './due-day.ts';
import { addDays } from './plain-date.ts';
import {
  addWorkingDays,
  announcedCalendar as calendar,
  calendarKnownOn,
  isWorkingDay,
  subtractWorkingDays,
} from './working-days.ts';

const pause = (from: string, to: string | null, why = '等待法院裁定'): Pause => ({ from, to, why, cites: [] });
const extension = (days: number): Extension => ({ days, why: '需要核查', cites: ['ndrc36:16'] });
const textsOf = (...args: Parameters<typeof dueDay>) => dueDay(...args).steps.map((step) => step.text);

describe('the due day', () => {
  /** 起算日、工作日数、中止、延长、到期日。 */
  const golden: readonly [string, number, Pause[], Extension[], string, string][] = [
    ['2026-09-30', 3, [], [], '2026-10-10', '周六调休上班是最后一日'],
    ['2026-09-18', 1, [], [], '2026-09-20', '周日调休上班是最后一日'],
    ['2026-11-23', 7, [], [], '2026-12-02', '没有节假日'],
    ['2026-11-23', 7, [], [extension(10)], '2026-12-16', '延长一次'],
    ['2026-11-23', 7, [pause('2026-11-25', '2026-11-27')], [], '2026-12-07', '中止三个工作日'],
    ['2026-11-23', 7, [pause('2026-11-28', '2026-11-29')], [], '2026-12-02', '只在周末中止，不影响'],
    ['2026-11-23', 7, [pause('2026-11-27', '2026-11-29')], [], '2026-12-03', '中止到周日为止'],
    ['2026-11-23', 7, [pause('2026-11-28', '2026-11-30')], [], '2026-12-03', '中止从周六开始'],
    [
      '2026-11-23',
      7,
      [pause('2026-11-25', '2026-11-27'), pause('2026-11-26', '2026-12-01')],
      [],
      '2026-12-09',
      '两次中止重叠，只算一次',
    ],
    ['2026-11-23', 7, [pause('2026-11-20', '2026-11-23')], [], '2026-12-02', '起算日以前的中止不影响'],
    ['2026-11-23', 7, [pause('2026-12-03', null)], [], '2026-12-02', '到期后才中止，不影响'],
    ['2026-09-24', 3, [pause('2026-10-01', '2026-10-08')], [], '2026-09-30', '到期后的中止不影响'],
    ['2026-09-24', 4, [pause('2026-10-01', '2026-10-08')], [], '2026-10-09', '国庆节里中止'],
    ['2026-11-28', 0, [], [], '2026-11-30', '零日，当天休息'],
    ['2026-11-30', 0, [pause('2026-11-30', '2026-12-01')], [], '2026-12-02', '零日，当天中止'],
    ['2026-11-30', 0, [], [extension(1)], '2026-12-01', '零日再延长一日'],
  ];

  it.each(golden)('%s + %i (%#)', (start, days, pauses, extensions, due) => {
    expect(dueDay(calendar, { start, days, pauses, extensions }).due).toBe(due);
  });

  it('has none yet while a pause lasts', () => {
    const waiting = dueDay(calendar, { start: '2026-11-23', days: 7, pauses: [pause('2026-11-26', null)] });
    expect(waiting.due).toBeNull();
    expect(waiting.steps.map((step) => step.text)).toEqual([
      '2026年11月23日（周一） 起算当日不计入',
      '11月24日至25日 第1至第2个工作日',
      '11月26日（周四） 中止，不计入：等待法院裁定',
    ]);
  });

  it('is another one with each version of 2019 and 2020', () => {
    const due = (known: string, start: string) => dueDay(calendarKnownOn(known), { start, days: 3 }).due;
    expect([due('2019-03-21', '2019-04-26'), due('2019-03-22', '2019-04-26')]).toEqual(['2019-05-02', '2019-04-30']);
    expect([due('2020-01-26', '2020-01-22'), due('2020-01-27', '2020-01-22')]).toEqual(['2020-02-01', '2020-02-04']);
  });

  it('is provisional only for days that matter: paused ones do not, edited ones are certain', () => {
    const edits = [{ date: '2027-01-11', kind: 'work' as const, why: '示例文件' }];
    const period = { start: '2026-12-30', days: 2, pauses: [pause('2027-01-01', '2027-01-10')] };
    expect(dueDay({ ...calendar, edits }, period)).toMatchObject({ due: '2027-01-11', provisional: false });
    expect(dueDay(calendar, period)).toMatchObject({ due: '2027-01-11', provisional: true });
  });

  it('stops at the first day of a pause that has not ended, whatever else covers it', () => {
    for (const pauses of [
      [pause('2026-11-25', '2026-11-27'), pause('2026-11-26', null)],
      [pause('2026-11-26', null), pause('2026-11-25', '2026-11-27')],
    ]) {
      const { due, days } = dueDay(calendar, { start: '2026-11-23', days: 7, pauses });
      expect([due, days.at(-1)!.date]).toEqual([null, '2026-11-26']);
    }
  });

  it('is provisional only for days that are counted or skipped, not for paused ones', () => {
    expect(dueDay(calendar, { start: '2026-12-30', days: 2 })).toMatchObject({ due: '2027-01-04', provisional: true });
    const paused = { start: '2026-12-28', days: 3, pauses: [pause('2027-01-01', '2027-01-10')] };
    expect(dueDay(calendar, paused)).toMatchObject({ due: '2026-12-31', provisional: false });
  });
});

describe('the explanation', () => {
  it('folds runs of days, names festival, notice and make-up day', () => {
    const { steps } = dueDay(calendar, { start: '2026-09-24', days: 6 });
    expect(steps.map((step) => step.text)).toEqual([
      '2026年9月24日（周四） 起算当日不计入',
      '9月25日至27日 中秋节放假，3天不计入',
      '9月28日至30日 第1至第3个工作日',
      '10月1日至7日 国庆节放假，7天不计入',
      '10月8日至10日 第4至第6个工作日，其中10月10日（周六）调休上班',
    ]);
    expect(steps[3]!.notice).toBe('《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）');
    expect(steps[4]!.notice).toContain('国办发明电〔2025〕7号');
    expect(steps[2]!.notice).toBeNull();
  });

  it('puts an extension where the period would have ended, and says when the year changes and what is not announced', () => {
    expect(textsOf(calendar, { start: '2026-12-28', days: 2, extensions: [extension(2)] })).toEqual([
      '2026年12月28日（周一） 起算当日不计入',
      '12月29日至30日 第1至第2个工作日',
      '延长2个工作日，共4个工作日：需要核查',
      '12月31日（周四） 第3个工作日',
      '2027年1月1日（周五） 元旦（法定节日；该年放假安排尚未公布），不计入',
      '1月2日至3日 周末休息（放假安排尚未公布），2天不计入',
      '1月4日（周一） 第4个工作日（放假安排尚未公布，暂按周末推算）',
    ]);
  });

  it('writes a pause over New Year as one line with both years, and a period of no days plainly', () => {
    const over = { start: '2026-12-28', days: 2, pauses: [pause('2026-12-30', '2027-01-05', '')] };
    expect(textsOf(calendar, over)).toEqual([
      '2026年12月28日（周一） 起算当日不计入',
      '12月29日（周二） 第1个工作日',
      '12月30日至2027年1月5日 中止7天，不计入',
      '1月6日（周三） 第2个工作日（放假安排尚未公布，暂按周末推算）',
    ]);
    expect(textsOf(calendar, { start: '2026-11-28', days: 0 })).toEqual([
      '2026年11月28日（周六） 起算当日不计入',
      '11月29日（周日） 周末休息，不计入',
      '11月30日（周一） 期限为零日，到这一天',
    ]);
    expect(textsOf(calendar, { start: '2026-11-30', days: 0 })).toEqual([
      '2026年11月30日（周一） 期限为零日，到这一天',
    ]);
  });

  it('tells two pauses that touch apart by their reasons', () => {
    const pauses = [pause('2026-11-25', '2026-11-26', '甲'), pause('2026-11-27', '2026-11-27', '乙')];
    const paused = dueDay(calendar, { start: '2026-11-23', days: 2, pauses }).steps.filter(
      (step) => step.kind === 'paused',
    );
    expect(paused.map((step) => step.text)).toEqual([
      '11月25日至26日 中止2天，不计入：甲',
      '11月27日（周五） 中止，不计入：乙',
    ]);
  });

  it('covers every day once', () => {
    const { days, steps } = dueDay(calendar, {
      start: '2026-09-24',
      days: 20,
      pauses: [pause('2026-10-12', '2026-10-18')],
      extensions: [extension(5)],
    });
    for (const [index, day] of days.entries()) expect(day.date).toBe(addDays('2026-09-24', index));
    const covered = steps.filter((step) => step.kind !== 'extended');
    for (const [index, step] of covered.entries())
      expect(step.from).toBe(index === 0 ? '2026-09-24' : addDays(covered[index - 1]!.to, 1));
  });
});

const anyDate = fc.integer({ min: 0, max: 4747 }).map((days) => addDays('2015-01-01', days));
const anyPause = (start: string) =>
  fc
    .tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 25 }), fc.constantFrom('甲', '乙'))
    .map(([after, length, why]) => pause(addDays(start, after), addDays(start, after + length), why));
const anyCase = anyDate.chain((start) =>
  fc.record({
    start: fc.constant(start),
    days: fc.integer({ min: 0, max: 40 }),
    pauses: fc.array(anyPause(start), { maxLength: 4 }),
    extensions: fc.array(fc.integer({ min: 1, max: 15 }).map(extension), { maxLength: 2 }),
  }),
);

/** The same rule in other words: walk on, strike off what does not count, until enough is left. */
function naive({
  start,
  days,
  pauses,
  extensions,
}: {
  start: string;
  days: number;
  pauses: Pause[];
  extensions: Extension[];
}) {
  const paused = new Set<string>();
  for (const { from, to } of pauses) for (let day = from; day <= to!; day = addDays(day, 1)) paused.add(day);
  const counts = (day: string) => isWorkingDay(calendar, day) && !paused.has(day);
  let left = days + extensions.reduce((sum, one) => sum + one.days, 0);
  let day = start;
  if (left === 0) while (!counts(day)) day = addDays(day, 1);
  while (left > 0) {
    day = addDays(day, 1);
    if (counts(day)) left -= 1;
  }
  return day;
}

describe('properties, 2015 to 2027', () => {
  const cases = (check: (one: Parameters<typeof naive>[0]) => void) =>
    fc.assert(fc.property(anyCase, check), { numRuns: 300 });

  it('equals a naive count day by day, and never falls on a rest day or a paused one', () => {
    cases((one) => {
      const { due } = dueDay(calendar, one);
      expect(due).toBe(naive(one));
      expect(isWorkingDay(calendar, due!)).toBe(true);
      expect(one.pauses.some(({ from, to }) => from <= due! && due! <= to!)).toBe(false);
    });
  });

  it('the order of pauses does not matter, nor does splitting one into two that touch', () => {
    cases((one) => {
      const { due, steps } = dueDay(calendar, one);
      expect(dueDay(calendar, { ...one, pauses: [...one.pauses].reverse() })).toMatchObject({ due, steps });
      const halves = one.pauses.flatMap((whole) => {
        const middle = addDays(whole.from, 3);
        if (middle >= whole.to!) return [whole];
        return [
          { ...whole, to: middle },
          { ...whole, from: addDays(middle, 1) },
        ];
      });
      expect(dueDay(calendar, { ...one, pauses: halves }).due).toBe(due);
    });
  });

  it('a pause never makes it earlier; an extension never either, and comes to the same before or after a pause', () => {
    cases((one) => {
      const { due } = dueDay(calendar, one);
      expect(due! >= dueDay(calendar, { ...one, pauses: [] }).due!).toBe(true);
      expect(due! >= dueDay(calendar, { ...one, extensions: [] }).due!).toBe(true);
      const added = one.extensions.reduce((sum, extra) => sum + extra.days, 0);
      expect(dueDay(calendar, { ...one, days: one.days + added, extensions: [] }).due).toBe(due);
      expect(dueDay(calendar, { ...one, extensions: [...one.extensions].reverse() }).due).toBe(due);
    });
  });

  it('counting again gives the same, and without pauses what addWorkingDays gives', () => {
    cases((one) => {
      expect(dueDay(calendar, one)).toEqual(dueDay(calendar, one));
      const plain = addWorkingDays(calendar, one.start, one.days);
      expect(dueDay(calendar, { start: one.start, days: one.days })).toMatchObject({
        due: plain.date,
        provisional: plain.provisional,
      });
    });
  });

  it('counting back is the inverse of counting on', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (start, days) => {
        const back = countBack(calendar, start, days);
        expect(back.date).toBe(subtractWorkingDays(calendar, start, days));
        if (isWorkingDay(calendar, start)) expect(dueDay(calendar, { start: back.date!, days }).due).toBe(start);
      }),
    );
  });
});
