import { type Static, Type } from 'typebox';
import { endpoint, officeCallers } from './endpoint.ts';
import { matterKey, nullable, oneOf, plainDate, text } from './wire.ts';

export const UnitView = Type.Object({
  unitId: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  sector: Type.String(),
  level: Type.String(),
  regionCode: Type.String(),
  phone: nullable(Type.String()),
  address: nullable(Type.String()),
});
export type UnitView = Static<typeof UnitView>;
export const RegionView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  level: Type.String(),
  parent: nullable(Type.String()),
  placeholder: Type.Boolean(),
});

export const MaterialView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  why: Type.String(),
  required: Type.Boolean(),
  source: oneOf('来源', ['shared', 'authority', 'applicant'] as const),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});
export type MaterialView = Static<typeof MaterialView>;
export const ExtraFieldView = Type.Object({
  key: Type.String(),
  label: Type.String(),
  type: oneOf('类型', ['text', 'date', 'number', 'choice'] as const),
  required: Type.Boolean(),
  why: Type.String(),
  choices: Type.Optional(Type.Array(Type.String())),
});
export const ConditionView = Type.Object({
  key: Type.String(),
  text: Type.String(),
  sure: Type.Boolean(),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});

export const MatterView = Type.Object({
  matterKey: Type.String(),
  version: Type.Integer(),
  name: Type.String(),
  position: Type.Integer(),
  plain: Type.String({ description: '一句大白话' }),
  recordType: Type.String(),
  track: Type.String(),
  sector: Type.String(),
  authority: Type.String(),
  levels: Type.Array(Type.String()),
  subjectTypes: Type.Array(Type.String()),
  receiver: oneOf('接收', ['credit-china', 'market-platform', 'court'] as const),
  decider: oneOf('决定', ['our-desk', 'outside'] as const),
  conditions: Type.Array(ConditionView),
  materials: Type.Array(MaterialView),
  extraFields: Type.Array(ExtraFieldView),
  limits: Type.Object({
    accept: nullable(Type.Integer()),
    decide: nullable(Type.Integer()),
    extend: nullable(Type.Integer()),
    total: nullable(Type.Integer()),
    effects: nullable(Type.Integer()),
  }),
  validFrom: plainDate('生效日'),
  validTo: nullable(plainDate('失效日')),
});
export type MatterView = Static<typeof MatterView>;

const anyone = ['guest', 'applicant', ...officeCallers] as const;

export const listMatters = endpoint({
  name: 'listMatters',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/matters',
  summary: '某日有效的修复事项目录',
  by: [...anyone],
  query: Type.Object({ on: Type.Optional(plainDate('日期')) }),
  reply: Type.Object({ on: plainDate('日期'), matters: Type.Array(MatterView) }),
  published: true,
});
export const getMatter = endpoint({
  name: 'getMatter',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/matters/:matterKey',
  summary: '一个修复事项',
  by: [...anyone],
  params: Type.Object({ matterKey }),
  query: Type.Object({ on: Type.Optional(plainDate('日期')) }),
  reply: MatterView,
  published: true,
});
export const listRegions = endpoint({
  name: 'listRegions',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/regions',
  summary: '全省地区',
  by: [...anyone],
  reply: Type.Object({ regions: Type.Array(RegionView) }),
  published: true,
});
export const listUnits = endpoint({
  name: 'listUnits',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/units',
  summary: '办理单位和窗口',
  by: [...anyone],
  query: Type.Object({
    region: Type.Optional(Type.String({ title: '地区', pattern: '^\\d{6}$' })),
    sector: Type.Optional(text('领域', 40)),
    kind: Type.Optional(oneOf('类别', ['authority', 'window', 'lead'] as const)),
  }),
  reply: Type.Object({ units: Type.Array(UnitView) }),
  published: true,
});
export const routeItem = endpoint({
  name: 'routeItem',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/routing',
  summary: '某事项、某决定机关、某地区由哪个单位办理',
  by: [...anyone],
  query: Type.Object({
    matter: matterKey,
    organ: Type.Optional(text('决定机关', 200)),
    region: Type.Optional(Type.String({ title: '地区', pattern: '^\\d{6}$' })),
  }),
  reply: Type.Object({ unit: UnitView, why: Type.String() }),
});
export const LawArticle = Type.Object({
  id: Type.String(),
  citation: Type.String(),
  source: Type.Object({
    id: Type.String(),
    title: Type.String(),
    number: nullable(Type.String()),
    issuer: Type.String(),
    inForce: nullable(Type.String()),
    repealed: nullable(Type.String()),
  }),
  summary: Type.String(),
});
export const getLawArticle = endpoint({
  name: 'getLawArticle',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/law/:citation',
  summary: '一条引用的条文摘要',
  by: [...anyone],
  params: Type.Object({
    citation: Type.String({ title: '引用', pattern: '^[a-z0-9-]+(:[0-9A-Za-z.()（）一-龥-]+)?$' }),
  }),
  reply: LawArticle,
});
