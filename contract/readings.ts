import { type Static, Type } from 'typebox';
import { allReadingPurposes } from '#domain/access/reading-purpose.ts';
import { endpoint } from './endpoint.ts';
import { instant, noJson, nullable, oneOf, plainDate, subjectParams, text, uuid } from './wire.ts';

/** What a reading is about: a subject, what is searched for, or a list that is exported. Exactly one of them. */
const about = {
  subjectKey: Type.Optional(uuid('主体')),
  q: Type.Optional(text('查找内容', 100, 2)),
  list: Type.Optional(oneOf('导出的清单', ['items'] as const)),
};
export const giveReadingPurpose = endpoint({
  name: 'giveReadingPurpose',
  module: 'access',
  method: 'POST',
  path: '/api/v1/reading-purposes',
  summary: '写明为什么查看某个主体的资料或者导出清单；当天同一件事不必重写',
  by: ['window-clerk', 'supervisor', 'operator'],
  status: 201,
  body: Type.Object({
    ...about,
    purpose: oneOf('查看目的', allReadingPurposes),
    note: Type.Optional(text('说明', 300)),
  }),
  reply: Type.Object({ purpose: Type.String(), day: plainDate('有效日期') }),
});

export const ReadingView = Type.Object({
  entryId: uuid('记录'),
  at: instant('时间'),
  who: Type.String(),
  unitName: Type.String(),
  what: Type.String(),
  subjectKey: nullable(Type.String()),
  subjectName: nullable(Type.String()),
  itemId: nullable(Type.String()),
  purpose: nullable(Type.String()),
  note: nullable(Type.String()),
});
export type ReadingView = Static<typeof ReadingView>;
export const listReadings = endpoint({
  name: 'listReadings',
  module: 'access',
  method: 'GET',
  path: '/api/v1/readings',
  summary: '查看记录：谁、什么时候、为什么看了谁的资料（省级督办和数据管理）',
  by: ['supervisor', 'operator'],
  query: Type.Object({
    subject: Type.Optional(text('主体的代码或名称', 100)),
    person: Type.Optional(text('查看人或者单位', 60)),
    day: Type.Optional(plainDate('日期')),
    after: Type.Optional(text('续页', 300)),
  }),
  reply: Type.Object({ readings: Type.Array(ReadingView), keptMonths: Type.Integer(), next: nullable(Type.String()) }),
});

export const listOwnReadings = endpoint({
  name: 'listOwnReadings',
  module: 'access',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/readings',
  summary: '哪个单位、哪一天、为什么看过本主体的资料，最近的在前',
  by: ['applicant'],
  params: subjectParams,
  query: Type.Object({ after: Type.Optional(text('续页', 600)) }),
  reply: Type.Object({
    readings: Type.Array(
      Type.Object({
        day: plainDate('日期'),
        unitName: Type.String(),
        what: Type.String(),
        purpose: Type.String(),
        times: Type.Integer(),
      }),
    ),
    keptMonths: Type.Integer(),
    next: nullable(Type.String()),
  }),
});

export const listLedgerHeads = endpoint({
  name: 'listLedgerHeads',
  module: 'supervision',
  method: 'GET',
  path: '/api/v1/ledger-heads',
  summary: '台账的日封，一行一份（JSON）：封到哪一天、多少条、摘要、签名和公钥，供外部存证',
  by: ['guest', 'applicant', 'officer', 'window-clerk', 'supervisor', 'catalog-keeper', 'operator'],
  perMinute: 30,
  query: Type.Object({ from: Type.Optional(plainDate('起始日期')) }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'text/plain; charset=utf-8',
});
