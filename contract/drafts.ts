import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { FormContent } from './intake.ts';
import { instant, nullable, plainDate, subjectParams, text, uuid } from './wire.ts';

export const DraftContent = Type.Object({
  recordIds: Type.Array(uuid('失信信息'), { maxItems: 60 }),
  form: Type.Partial(FormContent),
  extra: Type.Record(Type.String(), Type.Record(Type.String(), Type.String({ maxLength: 1000 }))),
  materials: Type.Record(Type.String(), Type.Record(Type.String(), Type.Array(uuid('附件')))),
  step: Type.Optional(text('步骤', 40)),
});
export type DraftContent = Static<typeof DraftContent>;
/** What became of a matter since a draft was begun. */
export const MatterChanged = Type.Object({
  matterKey: Type.String(),
  name: Type.String(),
  from: Type.Integer(),
  to: nullable(Type.Integer()),
  since: nullable(plainDate('起')),
  sentences: Type.Array(Type.String()),
});
export type MatterChanged = Static<typeof MatterChanged>;
export const DraftView = Type.Object({
  draftId: uuid('草稿'),
  version: Type.Integer(),
  updatedAt: instant('时间'),
  content: DraftContent,
  changed: Type.Array(MatterChanged),
});
const draftParams = Type.Object({ subjectKey: uuid('主体'), draftId: uuid('草稿') });
export const saveDraft = endpoint({
  name: 'saveDraft',
  module: 'intake',
  method: 'PUT',
  path: '/api/v1/subjects/:subjectKey/drafts/:draftId',
  summary: '保存草稿（首次保存即建立；版本落后时不覆盖）',
  by: ['applicant', 'window-clerk'],
  params: draftParams,
  body: Type.Object({ version: Type.Integer({ title: '版本', minimum: 0 }), content: DraftContent }),
  reply: DraftView,
});
export const listDrafts = endpoint({
  name: 'listDrafts',
  module: 'intake',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/drafts',
  summary: '未提交的草稿',
  by: ['applicant', 'window-clerk'],
  params: subjectParams,
  reply: Type.Object({ drafts: Type.Array(DraftView) }),
});
export const deleteDraft = endpoint({
  name: 'deleteDraft',
  module: 'intake',
  method: 'DELETE',
  path: '/api/v1/subjects/:subjectKey/drafts/:draftId',
  summary: '删除草稿',
  by: ['applicant', 'window-clerk'],
  params: draftParams,
  reply: Type.Object({ deleted: Type.Boolean() }),
});
