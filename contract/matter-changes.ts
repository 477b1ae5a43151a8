import { Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { instant, matterKey, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

export const MatterChange = Type.Object({
  changeId: uuid('变更'),
  matterKey: Type.String(),
  kind: oneOf('类别', ['new', 'change', 'withdraw'] as const),
  effectiveOn: plainDate('生效日'),
  filedOn: plainDate('报备日'),
  basis: Type.String(),
  urgentReason: nullable(Type.String()),
  state: oneOf('状态', ['filed', 'applied', 'rejected'] as const),
  filedBy: Type.String(),
  content: Type.Record(Type.String(), Type.Unknown()),
  createdAt: instant('时间'),
});
export const fileMatterChange = endpoint({
  name: 'fileMatterChange',
  module: 'catalog',
  method: 'POST',
  path: '/api/v1/matter-changes',
  summary: '报备事项的新增、变更或取消（生效前至少一个月）',
  by: ['catalog-keeper'],
  status: 201,
  body: Type.Object({
    matterKey,
    kind: oneOf('类别', ['new', 'change', 'withdraw'] as const),
    effectiveOn: plainDate('生效日'),
    basis: text('依据', 500, 5),
    urgentReason: Type.Optional(text('提前生效的法定理由', 500)),
    content: Type.Object(
      {
        name: Type.Optional(text('名称', 100, 2)),
        limits: Type.Optional(
          Type.Object({
            accept: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
            decide: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
          }),
        ),
        lawEntry: Type.Optional(text('所依据的法规条目', 60)),
      },
      { title: '内容' },
    ),
  }),
  reply: MatterChange,
});
export const listMatterChanges = endpoint({
  name: 'listMatterChanges',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/matter-changes',
  summary: '事项变更的报备记录',
  by: ['catalog-keeper', 'supervisor'],
  reply: Type.Object({ changes: Type.Array(MatterChange) }),
});
