import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { FormContent } from './intake.ts';
import { CounterDraft } from './window-visit.ts';
import { instant, nullable, plainDate, subjectParams, text, uuid } from './wire.ts';

/** The form as typed so far: half a telephone number is kept like a whole one. */
const DraftForm = Type.Partial(
  Type.Object({
    ...FormContent.properties,
    name: text('主体名称', 200),
    identifier: text('证件号码（统一社会信用代码）', 40),
    address: text('住所（经营场所）', 300),
    phone: text('联系电话', 40),
    facts: text('申请事实和理由', 4000),
    agent: Type.Object({
      name: text('经办人姓名', 60),
      identifier: text('经办人证件号码', 40),
      phone: text('经办人电话', 20),
    }),
  }),
);
export const DraftContent = Type.Object({
  recordIds: Type.Array(uuid('失信信息'), { maxItems: 60 }),
  form: DraftForm,
  extra: Type.Record(Type.String(), Type.Record(Type.String(), Type.String({ maxLength: 1000 }))),
  materials: Type.Record(Type.String(), Type.Record(Type.String(), Type.Array(uuid('附件')))),
  step: Type.Optional(text('步骤', 40)),
  counter: Type.Optional(CounterDraft),
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
