import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { ClockView } from './item.ts';
import { ObjectionWay } from './objection-views.ts';
import { objectionLength } from './objections.ts';
import { ProgressPaper } from './progress.ts';
import { CitedText, noJson, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

/** What opens an application without an account: both stand on the receipt. */
const code = { number: text('申请编号', 40, 10), queryCode: text('查询码', 20, 6) };
const at = <const N extends string>(name: N, tail: string, summary: string) =>
  ({
    name,
    module: 'casework',
    method: 'POST',
    path: `/api/v1/public/progress/objections${tail}`,
    summary,
    by: ['guest', 'applicant'],
    perMinute: 30,
  }) as const;

/** One objection as number and code tell of it: no name, no telephone, nothing of what was written. */
export const ObjectionByCode = Type.Object({
  number: Type.String(),
  groundText: Type.String(),
  unitName: Type.String(),
  publicText: Type.String(),
  openedOn: plainDate('提出日期'),
  closedOn: nullable(Type.String()),
  due: nullable(ClockView),
  answer: nullable(
    Type.Object({
      outcome: oneOf('结论', ['upheld', 'partly-upheld', 'rejected'] as const),
      on: Type.String(),
      findings: Type.Array(Type.String()),
    }),
  ),
  remedies: Type.Array(CitedText),
  papers: Type.Array(ProgressPaper),
  timeline: Type.Array(
    Type.Object({ title: Type.String(), text: Type.String(), by: Type.String(), day: Type.String() }),
  ),
});
export type ObjectionByCode = Static<typeof ObjectionByCode>;

export const ObjectionsByCode = Type.Object({
  /** Items of the application that were not accepted or refused, or about which something was said. */
  items: Type.Array(
    Type.Object({
      itemNumber: Type.String(),
      unitName: Type.String(),
      /** null: nothing (more) can be objected to. */
      way: nullable(ObjectionWay),
      objections: Type.Array(ObjectionByCode),
    }),
  ),
});
export type ObjectionsByCode = Static<typeof ObjectionsByCode>;

export const listObjectionsByCode = endpoint({
  ...at('listObjectionsByCode', '', '不登录：对一份申请的不予受理、不予修复能怎样提异议，已经提的到了哪一步'),
  body: Type.Object(code),
  reply: ObjectionsByCode,
});
export const lodgeObjectionByCode = endpoint({
  ...at('lodgeObjectionByCode', '/lodge', '不登录对不予受理、不予修复提出异议'),
  body: Type.Object({
    ...code,
    itemNumber: text('办件编号', 40, 10),
    requestId: uuid('请求号'),
    door: oneOf('向谁提出', ['credit-china', 'unit'] as const),
    reasons: text('事实和理由', objectionLength.reasons),
    contact: Type.Object({ name: text('联系人', 60), phone: text('联系电话', 20) }),
    attachmentIds: Type.Array(uuid('材料'), { maxItems: 20, title: '材料' }),
  }),
  reply: ObjectionsByCode,
});
export const downloadObjectionPaperByCode = endpoint({
  ...at('downloadObjectionPaperByCode', '/paper', '不登录下载异议的一份文书'),
  body: Type.Object({ ...code, paperId: uuid('文书') }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/pdf',
});
