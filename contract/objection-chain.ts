import { Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { ObjectionView } from './objection-views.ts';
import { subjectParams, text, uuid } from './wire.ts';

const seen = { requestId: uuid('请求号'), version: Type.Integer({ title: '看到的版本', minimum: 1 }) };
const step = <const N extends string>(name: N, verb: string, summary: string) =>
  ({
    name,
    module: 'casework',
    method: 'POST',
    path: `/api/v1/subjects/:subjectKey/objections/:objectionId/${verb}`,
    summary,
    params: Type.Object({ ...subjectParams.properties, objectionId: uuid('异议') }),
    reply: ObjectionView,
  }) as const;

export const endorseObjection = endpoint({
  ...step('endorseObjection', 'endorse', '异议的答复审核通过，送负责人签发'),
  by: ['reviewer'],
  body: Type.Object({ ...seen, note: text('审核意见', 500) }),
});
export const signObjection = endpoint({
  ...step('signObjection', 'sign', '签发：按提请的内容答复异议（或者不予受理）'),
  by: ['head'],
  body: Type.Object({ ...seen, note: text('签发意见', 500) }),
});
export const returnObjection = endpoint({
  ...step('returnObjection', 'return', '把异议的提请退回承办人（写明理由）'),
  by: ['reviewer', 'head'],
  body: Type.Object({ ...seen, reason: text('退回的理由', 500, 1) }),
});
export const retractObjection = endpoint({
  ...step('retractObjection', 'retract', '撤回自己对异议的提请'),
  by: ['officer'],
  body: Type.Object({ ...seen }),
});
