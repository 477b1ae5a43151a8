import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { instant, itemParams, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

export const QuestionView = Type.Object({
  questionId: uuid('提问'),
  text: Type.String(),
  askedBy: Type.String(),
  askedAt: instant('提问时间'),
  due: plainDate('承诺在这一天前答复（不是法定期限）'),
  standing: oneOf('状态', ['answered', 'overdue', 'today', 'soon', 'later'] as const),
  workingDaysLeft: Type.Integer(),
  answer: nullable(Type.String()),
  answeredBy: nullable(Type.String()),
  answeredAt: nullable(Type.String()),
});
export type QuestionView = Static<typeof QuestionView>;

/** A question beside the items of its application. */
export const ItemQuestion = Type.Object({ ...QuestionView.properties, itemId: uuid('办件') });
export type ItemQuestion = Static<typeof ItemQuestion>;

/** Length of a question and of an answer, in characters. */
export const questionLength = { least: 4, most: 500 } as const;
export const answerLength = 1000;

export const QuestionList = Type.Object({
  questions: Type.Array(QuestionView),
  answerDays: Type.Integer({ description: '承诺几个工作日内答复' }),
  /** Null where one may ask now. */
  whyNot: nullable(Type.String()),
});
export type QuestionList = Static<typeof QuestionList>;

export const listQuestions = endpoint({
  name: 'listQuestions',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/questions',
  summary: '一个办件的提问和答复',
  by: ['applicant', 'officer', 'window-clerk', 'supervisor'],
  params: itemParams,
  reply: QuestionList,
});
export const askQuestion = endpoint({
  name: 'askQuestion',
  module: 'intake',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/questions',
  summary: '向办理单位提问',
  by: ['applicant', 'window-clerk'],
  params: itemParams,
  status: 201,
  body: Type.Object({
    requestId: uuid('请求号'),
    text: text('问题', questionLength.most, questionLength.least),
  }),
  reply: QuestionList,
  perMinute: 30,
});
export const answerQuestion = endpoint({
  name: 'answerQuestion',
  module: 'intake',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/questions/:questionId/answer',
  summary: '答复申请人的提问（一问一答，答复后不再改）',
  by: ['officer'],
  params: Type.Object({ ...itemParams.properties, questionId: uuid('提问') }),
  body: Type.Object({ text: text('答复', answerLength, 1) }),
  reply: QuestionList,
});
export const listOpenQuestions = endpoint({
  name: 'listOpenQuestions',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/office/questions',
  summary: '本单位还没有答复的提问，先到期的在前',
  by: ['officer'],
  query: Type.Object({ after: Type.Optional(text('续页', 300)) }),
  reply: Type.Object({
    questions: Type.Array(
      Type.Object({
        subjectKey: uuid('主体'),
        itemId: uuid('办件'),
        number: Type.String(),
        subjectName: Type.String(),
        matterName: Type.String(),
        question: QuestionView,
      }),
    ),
    next: nullable(Type.String()),
    open: Type.Integer(),
    overdue: Type.Integer(),
  }),
});
export const countQuestions = endpoint({
  name: 'countQuestions',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/supervision/questions',
  summary: '本地区还没有答复的提问有几条，几条过了承诺的日子',
  by: ['supervisor'],
  reply: Type.Object({ open: Type.Integer(), overdue: Type.Integer(), asOf: Type.String() }),
});
