import { type Static, Type } from 'typebox';
import { verdictWords } from '#domain/record/assess-case.ts';
import { dateKinds, explanationParts } from '#domain/record/explained-dates.ts';
import { acts } from '#domain/record/ways-out.ts';
import { recordClasses } from '#law/classes.ts';
import { assessCase } from './assess-case.ts';
import { AssessmentVerdict } from './assessments.ts';
import { endpoint, officeCallers } from './endpoint.ts';
import { itemParams, nullable, oneOf, plainDate, uuid } from './wire.ts';

const Citation = Type.Object({ id: Type.String(), text: Type.String() });
/** V the clause was read; everything else only informs (law/dated.ts). */
const sure = Type.String({ title: '把握', description: 'V 见条文 · F 见片段 · S 转引 · M 记忆 · D 推断' });

/** A date with the ordered steps of its computation; the last step names the date itself. */
export const ExplainedDate = Type.Object({
  kind: oneOf('日期', dateKinds),
  label: Type.String(),
  date: plainDate('日期'),
  steps: Type.Array(
    Type.Object({
      part: oneOf('步骤', explanationParts),
      text: Type.String(),
      day: nullable(plainDate('日期')),
      cite: Citation,
      sure,
    }),
  ),
});
export type ExplainedDate = Static<typeof ExplainedDate>;

const thenFrom = nullable(plainDate('届时最早可申请日'));

/** One thing to do, with what the assessment says once it is done; null where that is for somebody else to say. */
export const WayOut = Type.Object({
  act: oneOf('做什么', acts),
  text: Type.String(),
  day: nullable(plainDate('哪一天')),
  thenVerdict: nullable(oneOf('届时的结论', verdictWords)),
  thenFrom,
  cites: Type.Array(Citation),
  branches: Type.Array(
    Type.Object({
      class: oneOf('分类', recordClasses),
      text: Type.String(),
      thenVerdict: oneOf('届时的结论', verdictWords),
      thenFrom,
    }),
    { description: '由认定单位分类的，三类各会怎样' },
  ),
});
export type WayOut = Static<typeof WayOut>;

/** A verdict with how each of its dates came about and what the subject can do: `next` first. */
export const Explanation = Type.Object({
  verdict: AssessmentVerdict,
  dates: Type.Array(ExplainedDate),
  next: WayOut,
  others: Type.Array(WayOut),
  /** The day a wait is over, for a reminder; null where nothing is waited for. */
  opensOn: nullable(plainDate('可以提醒的日子')),
});
export type Explanation = Static<typeof Explanation>;

export const explainCase = endpoint({
  name: 'explainCase',
  module: 'record',
  method: 'POST',
  path: '/api/v1/explanations',
  summary: '测算一条失信信息，说明每个日期怎么算出来、现在能做什么',
  by: ['guest', 'applicant', ...officeCallers],
  body: assessCase.body,
  reply: Explanation,
});

export const explainRecord = endpoint({
  name: 'explainRecord',
  module: 'record',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/records/:recordId/explanation',
  summary: '一条失信信息的结论、每个日期的推算和现在能做什么',
  by: ['applicant', 'officer', 'window-clerk', 'supervisor'],
  params: Type.Object({ subjectKey: uuid('主体'), recordId: uuid('失信信息') }),
  query: Type.Object({ on: Type.Optional(plainDate('日期')) }),
  reply: Explanation,
});

/** One clock of an item, day by day and in readable lines. `due` null: paused, so there is no day yet. */
export const ExplainedClock = Type.Object({
  kind: Type.String(),
  label: Type.String(),
  start: plainDate('起算日'),
  days: Type.Integer({ description: '工作日，含延长' }),
  due: nullable(plainDate('到期日')),
  provisional: Type.Boolean(),
  doneOn: nullable(plainDate('完成日')),
  cites: Type.Array(Citation),
  steps: Type.Array(
    Type.Object({
      kind: Type.String({ description: 'start|counted|rest|paused|extended …' }),
      from: plainDate('从'),
      to: plainDate('到'),
      text: Type.String(),
      notice: nullable(Type.String({ description: '放假安排' })),
      cites: Type.Array(Citation),
      provisional: Type.Boolean(),
    }),
  ),
});
export type ExplainedClock = Static<typeof ExplainedClock>;

export const explainDeadlines = endpoint({
  name: 'explainDeadlines',
  module: 'item',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/deadlines',
  summary: '办件的每个期限怎么算出来：起算、计入、不计、延长',
  by: ['applicant', 'officer', 'window-clerk', 'supervisor'],
  params: itemParams,
  reply: Type.Object({ clocks: Type.Array(ExplainedClock) }),
});
