import { type Static, Type } from 'typebox';
import { changeKinds } from '#domain/catalog/changes/catalog-change.ts';
import { CatalogContent } from './catalog-contents.ts';
import { endpoint, officeCallers } from './endpoint.ts';
import { instant, nullable, oneOf, plainDate, text, uuid } from './wire.ts';

export const changeStates = ['filed', 'approved', 'rejected', 'withdrawn'] as const;

const DiffLine = Type.Object({
  label: Type.String(),
  before: nullable(Type.String()),
  after: nullable(Type.String()),
});

/** How many would fare better, worse or the same, with examples; counted by the same engine that answers people. */
export const TrialCount = Type.Object({
  total: Type.Integer(),
  better: Type.Integer(),
  worse: Type.Integer(),
  unchanged: Type.Integer(),
});
export const Trial = Type.Object({
  on: plainDate('推演日'),
  records: TrialCount,
  items: TrialCount,
  byMatter: Type.Array(
    Type.Object({ matterKey: Type.String(), name: Type.String(), records: TrialCount, items: TrialCount }),
  ),
  examples: Type.Array(
    Type.Object({
      of: oneOf('对象', ['record', 'item'] as const),
      number: Type.String({ title: '文号或办件号' }),
      matterName: Type.String(),
      change: oneOf('变化', ['better', 'worse'] as const),
      before: Type.String(),
      after: Type.String(),
    }),
  ),
  openItems: Type.Integer({ title: '继续按原版本办理的在办件' }),
  drafts: Type.Integer({ title: '提交时要重新检查的草稿' }),
  deadlines: Type.Integer({ title: '要重新计算的期限' }),
  guide: Type.Array(DiffLine, { title: '指引的变化' }),
  seconds: Type.Number(),
});
export type Trial = Static<typeof Trial>;

export const CatalogChange = Type.Object({
  changeId: uuid('报备'),
  kind: oneOf('类别', changeKinds),
  target: Type.String(),
  /** What is changed, in Chinese: name of the matter, the question, the field … */
  title: Type.String(),
  effectiveOn: plainDate('生效日'),
  basis: Type.String(),
  urgentReason: nullable(Type.String()),
  state: oneOf('状态', changeStates),
  inForce: Type.Boolean({ title: '是否已生效' }),
  diff: Type.Array(DiffLine),
  filedOn: plainDate('报备日'),
  filedBy: Type.String(),
  filedAt: instant('报备时间'),
  decidedBy: nullable(Type.String()),
  decidedAt: nullable(instant('审核时间')),
  note: nullable(Type.String()),
  trial: nullable(Trial),
  mayDecide: Type.Boolean(),
  whyNot: nullable(Type.String()),
});
export type CatalogChange = Static<typeof CatalogChange>;

/** A proposal; `content` by kind (CatalogContent), read field by field with a Chinese sentence for each fault. */
export const Proposal = Type.Object({
  kind: oneOf('类别', changeKinds),
  target: text('变更对象', 120, 1),
  effectiveOn: plainDate('生效日'),
  basis: text('依据', 500, 5),
  urgentReason: Type.Optional(nullable(text('提前生效的法定理由', 500))),
  content: Object.assign(Type.Object({}, { additionalProperties: true, title: '内容' }), {
    toJSON: () => CatalogContent,
  }),
});
export type Proposal = Static<typeof Proposal>;

const keepers = ['catalog-keeper'] as const;
const readers = ['catalog-keeper', 'supervisor', 'operator'] as const;
const params = Type.Object({ changeId: uuid('报备') });

export const fileCatalogChange = endpoint({
  name: 'fileCatalogChange',
  module: 'catalog',
  method: 'POST',
  path: '/api/v1/catalog-changes',
  summary: '报备目录变更：事项、确认、分类标准、放假安排、单位（事项须提前一个月）',
  by: [...keepers],
  status: 201,
  body: Proposal,
  reply: CatalogChange,
});
export const previewCatalogChange = endpoint({
  name: 'previewCatalogChange',
  module: 'catalog',
  method: 'POST',
  path: '/api/v1/catalog-changes/preview',
  summary: '报备前预览：是否符合规定、与现行内容有哪些不同（不保存）',
  by: [...keepers],
  body: Proposal,
  reply: Type.Object({ title: Type.String(), diff: Type.Array(DiffLine) }),
});
export const listCatalogChanges = endpoint({
  name: 'listCatalogChanges',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/catalog-changes',
  summary: '目录变更的全部报备记录',
  by: [...readers],
  query: Type.Object({
    kind: Type.Optional(oneOf('类别', changeKinds)),
    state: Type.Optional(oneOf('状态', changeStates)),
    target: Type.Optional(text('变更对象', 120)),
    cursor: Type.Optional(text('分页', 80)),
  }),
  reply: Type.Object({ changes: Type.Array(CatalogChange), next: nullable(Type.String()) }),
});
export const getCatalogChange = endpoint({
  name: 'getCatalogChange',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/catalog-changes/:changeId',
  summary: '一项报备：内容、差异、影响推演、审核情况',
  by: [...readers],
  params,
  reply: CatalogChange,
});
export const decideCatalogChange = endpoint({
  name: 'decideCatalogChange',
  module: 'catalog',
  method: 'POST',
  path: '/api/v1/catalog-changes/:changeId/decision',
  summary: '审核一项报备（不能是报备人本人）',
  by: [...keepers],
  params,
  body: Type.Object({
    approve: Type.Boolean({ title: '是否同意' }),
    note: Type.Optional(text('审核意见', 500)),
  }),
  reply: CatalogChange,
});
export const withdrawCatalogChange = endpoint({
  name: 'withdrawCatalogChange',
  module: 'catalog',
  method: 'POST',
  path: '/api/v1/catalog-changes/:changeId/withdrawal',
  summary: '报备人撤回尚未审核的报备',
  by: [...keepers],
  params,
  body: Type.Object({ reason: text('撤回原因', 500, 2) }),
  reply: CatalogChange,
});

const anyone = ['guest', 'applicant', ...officeCallers] as const;
export const Announcement = Type.Object({
  changeId: uuid('报备'),
  kind: oneOf('类别', changeKinds),
  target: Type.String(),
  title: Type.String(),
  effectiveOn: plainDate('生效日'),
  basis: Type.String(),
  announcedAt: instant('公布时间'),
  inForce: Type.Boolean(),
  diff: Type.Array(DiffLine),
});
export const listAnnouncements = endpoint({
  name: 'listAnnouncements',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/announcements',
  summary: '已公布的目录变更：改了什么、从哪天起、依据是什么',
  by: [...anyone],
  reply: Type.Object({ announcements: Type.Array(Announcement) }),
});
export const listMatterVersions = endpoint({
  name: 'listMatterVersions',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/matters/:matterKey/versions',
  summary: '一个事项的全部版本：从哪天到哪天、谁报备、与前一版有哪些不同',
  by: [...anyone],
  params: Type.Object({ matterKey: Type.String({ title: '事项', pattern: '^[a-z][a-z0-9-]{2,40}$' }) }),
  reply: Type.Object({
    versions: Type.Array(
      Type.Object({
        version: Type.Integer(),
        name: Type.String(),
        validFrom: plainDate('生效日'),
        validTo: nullable(plainDate('失效日')),
        changeId: nullable(Type.String()),
        basis: nullable(Type.String()),
        filedBy: nullable(Type.String()),
        diff: Type.Array(DiffLine),
      }),
    ),
  }),
});
