import { type Static, Type } from 'typebox';
import { ActReply } from './casework.ts';
import { endpoint } from './endpoint.ts';
import { itemParams, noJson, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

/** 征求意见, as the unit that asked reads it. */
export const OpinionView = Type.Object({
  opinionId: uuid('意见'),
  unitName: Type.String({ description: '被征求的单位' }),
  question: Type.String(),
  askedBy: Type.String(),
  askedOn: plainDate('哪天征求'),
  dueOn: plainDate('请在哪天前答复'),
  standing: oneOf('情况', ['waiting', 'overdue', 'answered', 'withdrawn'] as const),
  answer: nullable(Type.String()),
  answeredBy: nullable(Type.String()),
  answeredOn: nullable(plainDate('哪天答复')),
  withdrawnReason: nullable(Type.String()),
  endedOn: nullable(plainDate('没有答复就结束的那天')),
});
export type OpinionView = Static<typeof OpinionView>;

/** The same for the unit that is asked: the question, facts of the record, the papers put with it; not the item. */
export const AskedOpinionView = Type.Object({
  subjectKey: uuid('主体'),
  opinionId: uuid('意见'),
  fromUnit: Type.String(),
  question: Type.String(),
  shown: Type.Object({
    subjectName: Type.String(),
    matterName: Type.String(),
    organName: Type.String(),
    docNumber: Type.String(),
    findingDate: plainDate('认定日期'),
    plain: Type.String(),
  }),
  files: Type.Array(Type.Object({ attachmentId: uuid('附件'), fileName: Type.String() })),
  askedOn: plainDate('哪天征求'),
  dueOn: plainDate('请在哪天前答复'),
  standing: oneOf('情况', ['waiting', 'overdue', 'answered', 'withdrawn'] as const),
  answer: nullable(Type.String()),
  withdrawnReason: nullable(Type.String({ description: '为什么不用再答复' })),
  endedOn: nullable(plainDate('没有答复就结束的那天')),
});
export type AskedOpinionView = Static<typeof AskedOpinionView>;

const seen = { requestId: uuid('请求号'), version: Type.Integer({ title: '看到的版本', minimum: 1 }) };
const opinionParams = Type.Object({ subjectKey: uuid('主体'), opinionId: uuid('意见') });

export const listOpinions = endpoint({
  name: 'listOpinions',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/opinions',
  summary: '这一件征求过的意见',
  by: ['officer', 'supervisor'],
  params: itemParams,
  reply: Type.Object({ opinions: Type.Array(OpinionView) }),
});
export const askOpinion = endpoint({
  name: 'askOpinion',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/opinions',
  summary: '向其他单位征求意见，本件期限照常计算',
  by: ['officer'],
  params: itemParams,
  body: Type.Object({
    ...seen,
    unitId: text('单位', 60, 1),
    question: text('要问的', 2000, 1),
    dueOn: plainDate('请在哪天前答复'),
    attachmentIds: Type.Optional(Type.Array(uuid('附件'), { title: '一并给看的材料', maxItems: 20 })),
  }),
  reply: ActReply,
});
export const withdrawOpinion = endpoint({
  name: 'withdrawOpinion',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/opinions/:opinionId/withdraw',
  summary: '不再征求（写明原因）',
  by: ['officer'],
  params: Type.Object({ ...itemParams.properties, opinionId: uuid('意见') }),
  body: Type.Object({ ...seen, reason: text('原因', 500, 1) }),
  reply: ActReply,
});
export const listAskedOpinions = endpoint({
  name: 'listAskedOpinions',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/opinions',
  summary: '其他单位向本单位征求的意见',
  by: ['officer'],
  query: Type.Object({ list: Type.Optional(oneOf('列表', ['open', 'done'] as const)) }),
  reply: Type.Object({ opinions: Type.Array(AskedOpinionView), open: Type.Integer() }),
});
export const giveOpinion = endpoint({
  name: 'giveOpinion',
  module: 'casework',
  method: 'POST',
  path: '/api/v1/office/opinions/:subjectKey/:opinionId/answer',
  summary: '答复其他单位征求的意见',
  by: ['officer'],
  params: opinionParams,
  body: Type.Object({ requestId: uuid('请求号'), text: text('意见', 2000, 1) }),
  reply: Type.Object({ given: Type.Boolean() }),
});
export const readOpinionFile = endpoint({
  name: 'readOpinionFile',
  module: 'casework',
  method: 'GET',
  path: '/api/v1/office/opinions/:subjectKey/:opinionId/files/:attachmentId',
  summary: '查看征求意见时一并给看的材料',
  by: ['officer'],
  params: Type.Object({ ...opinionParams.properties, attachmentId: uuid('附件') }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/octet-stream',
});
