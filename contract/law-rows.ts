/** What people have entered under the law: confirmations of open points, class standards of fields. */
import { Type } from 'typebox';
import { endpoint, officeCallers } from './endpoint.ts';
import { nullable, oneOf, plainDate } from './wire.ts';

const anyone = ['guest', 'applicant', ...officeCallers] as const;

const OfficePaperView = Type.Object({
  title: Type.String(),
  number: nullable(Type.String()),
  issuedOn: plainDate('文件日期'),
  office: Type.String(),
});
export const listLawPoints = endpoint({
  name: 'listLawPoints',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/law-points',
  summary: '条文没有写明、待有权机关确认的问题，以及已有的确认',
  by: [...anyone],
  query: Type.Object({ on: Type.Optional(plainDate('日期')) }),
  reply: Type.Object({
    on: plainDate('日期'),
    points: Type.Array(
      Type.Object({
        key: Type.String(),
        name: Type.String(),
        question: nullable(Type.String()),
        whoAnswers: Type.String(),
        answer: oneOf('答复形式', ['wait', 'choice'] as const),
        choices: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
        until: Type.String(),
        confirmed: nullable(
          Type.Object({
            text: Type.String(),
            from: plainDate('起'),
            to: nullable(plainDate('止')),
            paper: OfficePaperView,
          }),
        ),
      }),
    ),
  }),
});
export const listClassStandards = endpoint({
  name: 'listClassStandards',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/class-standards',
  summary: '各领域公布的失信信息分类标准（罚款分档等）',
  by: [...anyone],
  query: Type.Object({ on: Type.Optional(plainDate('日期')) }),
  reply: Type.Object({
    on: plainDate('日期'),
    sectors: Type.Array(
      Type.Object({
        sector: Type.String(),
        name: Type.String(),
        standard: nullable(
          Type.Object({
            fines: Type.String(),
            personFines: nullable(Type.String()),
            kinds: Type.Array(Type.Object({ kind: Type.String(), class: Type.String() })),
            from: plainDate('起'),
            to: nullable(plainDate('止')),
            paper: OfficePaperView,
          }),
        ),
      }),
    ),
  }),
});
