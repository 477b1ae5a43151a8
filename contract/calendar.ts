import { type Static, Type } from 'typebox';
import { endpoint, officeCallers } from './endpoint.ts';
import { nullable, oneOf, plainDate } from './wire.ts';

const anyone = ['guest', 'applicant', ...officeCallers] as const;
const cites = Type.Array(Type.Object({ id: Type.String(), text: Type.String() }));

export const countWorkingDays = endpoint({
  name: 'countWorkingDays',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/working-days',
  summary: '推算工作日并说明每一天',
  by: [...anyone],
  query: Type.Object({ from: plainDate('起算日'), add: Type.Integer({ title: '工作日数', minimum: 0, maximum: 250 }) }),
  reply: Type.Object({
    from: plainDate('起算日'),
    add: Type.Integer(),
    date: plainDate('到期日'),
    provisional: Type.Boolean(),
    steps: Type.Array(
      Type.Object({ date: Type.String(), kind: Type.String(), why: Type.String(), n: Type.Optional(Type.Integer()) }),
    ),
  }),
});

export const dayUnits = ['working-days', 'natural-days', 'months'] as const;
/** How far a count may go, by unit. */
export const longestCounts = { 'working-days': 250, 'natural-days': 1000, months: 60 } as const;

const kinds = ['start', 'counted', 'rest', 'paused', 'moved', 'end'] as const;

/** One line of an explanation. */
export const CountStepView = Type.Object({
  kind: oneOf('种类', [...kinds, 'extended'] as const),
  from: plainDate('自'),
  to: plainDate('至'),
  text: Type.String(),
  notice: nullable(Type.String({ description: '放假安排的文件' })),
  cites,
  provisional: Type.Boolean(),
});
export type CountStepView = Static<typeof CountStepView>;
export const CountedDayView = Type.Object({
  date: plainDate('日期'),
  kind: oneOf('种类', kinds),
  day: oneOf('这一天', ['ordinary', 'make-up', 'weekend', 'festival', 'edited'] as const),
  why: Type.String(),
  n: nullable(Type.Integer({ description: '第几日' })),
});
export type CountedDayView = Static<typeof CountedDayView>;
export const DayCountView = Type.Object({
  from: plainDate('起算日'),
  count: Type.Integer(),
  unit: oneOf('单位', dayUnits),
  direction: oneOf('方向', ['forward', 'back'] as const),
  asOf: nullable(plainDate('按哪一天所知')),
  date: nullable(plainDate('结果；暂停中还没有')),
  last: nullable(plainDate('顺延以前的最后一日')),
  provisional: Type.Boolean(),
  text: Type.String({ description: '一句话的结果' }),
  notes: Type.Array(Type.String()),
  steps: Type.Array(CountStepView),
  days: Type.Array(CountedDayView),
});
export type DayCountView = Static<typeof DayCountView>;

export const countDays = endpoint({
  name: 'countDays',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/day-counts',
  summary: '推算期限：工作日、自然日或月，可以往前算，可以有中止和延长，每一步都有说明和出处',
  by: [...anyone],
  query: Type.Object({
    from: plainDate('起算日'),
    count: Type.Integer({ title: '数目', minimum: 0, maximum: 1000 }),
    unit: Type.Optional(oneOf('单位', dayUnits)),
    direction: Type.Optional(oneOf('方向', ['forward', 'back'] as const)),
    pauses: Type.Optional(
      Type.String({
        title: '中止',
        maxLength: 240,
        pattern:
          '^\\d{4}-\\d{2}-\\d{2}\\.\\.(\\d{4}-\\d{2}-\\d{2})?(,\\d{4}-\\d{2}-\\d{2}\\.\\.(\\d{4}-\\d{2}-\\d{2})?)*$',
        description: '例：2026-11-25..2026-11-27,2026-12-01..（起止两日都不计入；没有止日是还没有结束）',
      }),
    ),
    extend: Type.Optional(Type.Integer({ title: '延长', minimum: 1, maximum: 120 })),
    asOf: Type.Optional(plainDate('按哪一天所知的放假安排')),
  }),
  reply: DayCountView,
});

const NoticeView = Type.Object({
  title: Type.String(),
  number: nullable(Type.String()),
  issuedOn: plainDate('成文日期'),
  announcedOn: plainDate('公布日期'),
});

export const CalendarYear = Type.Object({
  year: Type.Integer(),
  asOf: nullable(plainDate('按哪一天所知')),
  provisional: Type.Boolean({ description: '该年放假安排尚未公布' }),
  notice: nullable(NoticeView),
  workingDays: Type.Integer(),
  days: Type.Array(
    Type.Object({
      date: plainDate('日期'),
      working: Type.Boolean(),
      kind: oneOf('种类', ['make-up', 'festival', 'edited'] as const),
      why: Type.String(),
      notice: nullable(Type.String()),
    }),
  ),
  versions: Type.Array(
    Type.Object({
      notice: NoticeView,
      numberSure: Type.Boolean(),
      holidays: Type.Array(plainDate('放假')),
      makeupWorkdays: Type.Array(plainDate('调休上班')),
      inForce: Type.Boolean(),
    }),
  ),
  alarm: nullable(Type.Object({ year: Type.Integer(), since: plainDate('自'), text: Type.String() })),
});
export type CalendarYear = Static<typeof CalendarYear>;

export const getCalendarYear = endpoint({
  name: 'getCalendarYear',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/calendar/:year',
  summary: '一年的放假和调休，出自哪个文件，改过几次',
  by: [...anyone],
  params: Type.Object({ year: Type.String({ title: '年份', pattern: '^\\d{4}$' }) }),
  query: Type.Object({ asOf: Type.Optional(plainDate('按哪一天所知的放假安排')) }),
  reply: CalendarYear,
});
