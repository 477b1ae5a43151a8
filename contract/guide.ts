import { type Static, Type } from 'typebox';
import { MaterialView, MatterView, UnitView } from './catalog.ts';
import { endpoint, officeCallers } from './endpoint.ts';
import { CitedText, matterKey, noJson, nullable, oneOf, plainDate } from './wire.ts';

/** Guide and entrances are for everybody, logged in or not. */
export const anyone = ['guest', 'applicant', ...officeCallers] as const;
const region = Type.String({ title: '地区', pattern: '^\\d{6}$' });
/** Key of a portal that shows the guide; an unknown one is served all the same and counted nowhere. */
export const channel = Type.String({ title: '渠道', pattern: '^[a-z][a-z0-9-]{1,40}$' });
export const version = Type.String({ title: '版本', pattern: '^\\d{8}$', description: '首日的八位数字，如 20260401' });
export const digest = Type.String({ title: '摘要', pattern: '^[0-9a-f]{64}$', description: 'SHA-256，十六进制' });

/** Which version a text is of and the days it holds; `to` null while nothing known follows. */
const edition = {
  version,
  from: plainDate('生效日'),
  to: nullable(plainDate('最后一日')),
  digest,
};
export const GuideEdition = Type.Object(edition);
export type GuideEdition = Static<typeof GuideEdition>;

export const GuideQuestion = Type.Object({
  key: Type.String(),
  question: Type.String(),
  answers: Type.Array(CitedText),
});
export type GuideQuestion = Static<typeof GuideQuestion>;
const GuideStep = Type.Object({ title: Type.String(), limit: nullable(Type.String()), ...CitedText.properties });
const GuideDoor = Type.Object({ name: Type.String(), text: Type.String(), link: nullable(Type.String()) });

/** What the guide says of a matter wherever one is. */
const guideParts = {
  plain: Type.Array(GuideQuestion, { description: '大白话七问' }),
  what: Type.Array(CitedText),
  who: Type.Array(CitedText),
  conditions: Type.Array(CitedText),
  periods: Type.Array(CitedText),
  steps: Type.Array(GuideStep),
  limitNotes: Type.Array(CitedText),
  results: Type.Array(CitedText),
  remedies: Type.Array(CitedText),
  doors: Type.Array(GuideDoor),
  fee: CitedText,
  questions: Type.Array(GuideQuestion, { description: '常见问题' }),
  confirmed: Type.Array(CitedText, { description: '有权机关已经书面确认的' }),
  openQuestions: Type.Array(Type.String()),
};

/** The guide of one matter: its version, its text, and whom to ask in the region asked for. */
export const Guide = Type.Object({
  matter: MatterView,
  on: plainDate('日期'),
  ...edition,
  ...guideParts,
  units: Type.Array(UnitView),
  unitNote: nullable(Type.String()),
  windows: Type.Array(UnitView),
});
export type Guide = Static<typeof Guide>;

export const MatterGuideView = Type.Object({
  matterKey: Type.String(),
  position: Type.Integer(),
  name: Type.String(),
  digest,
  ...guideParts,
  materials: Type.Array(MaterialView),
  limits: MatterView.properties.limits,
});
export type MatterGuideView = Static<typeof MatterGuideView>;

/** 《信用修复一件事指引》 of one day. */
export const WholeGuide = Type.Object({
  title: Type.String(),
  ...edition,
  front: Type.Array(Type.Object({ title: Type.String(), lines: Type.Array(CitedText) })),
  matters: Type.Array(MatterGuideView),
  contacts: nullable(
    Type.Object({
      region: Type.Object({ code: Type.String(), name: Type.String() }),
      units: Type.Array(
        Type.Object({ matterKey: Type.String(), units: Type.Array(UnitView), note: nullable(Type.String()) }),
      ),
      windows: Type.Array(UnitView),
    }),
  ),
});
export type WholeGuide = Static<typeof WholeGuide>;

const asked = {
  region: Type.Optional(region),
  on: Type.Optional(plainDate('日期')),
  channel: Type.Optional(channel),
};

export const getWholeGuide = endpoint({
  name: 'getWholeGuide',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/guide',
  summary: '“信用修复一件事”指引全文，供各网站取用',
  by: [...anyone],
  query: Type.Object(asked),
  reply: WholeGuide,
  published: true,
});
export const getGuide = endpoint({
  name: 'getGuide',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/guides/:matterKey',
  summary: '由目录和法规生成的办理指引',
  by: [...anyone],
  params: Type.Object({ matterKey }),
  query: Type.Object(asked),
  reply: Guide,
  published: true,
});
export const getGuidePdf = endpoint({
  name: 'getGuidePdf',
  module: 'notice',
  method: 'GET',
  path: '/api/v1/guide/pdf',
  summary: '指引的印刷版，全文或者一个事项',
  by: [...anyone],
  query: Type.Object({ ...asked, matter: Type.Optional(matterKey) }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'application/pdf',
  published: true,
  perMinute: 30,
});
export const getGuideBlock = endpoint({
  name: 'getGuideBlock',
  module: 'catalog',
  method: 'GET',
  path: '/embed/guide',
  summary: '嵌入各网站的指引小页面',
  by: [...anyone],
  query: Type.Object({
    channel: Type.Optional(channel),
    matter: Type.Optional(matterKey),
    region: Type.Optional(region),
  }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'text/html; charset=utf-8',
  published: true,
});

/** What a version says otherwise than the one before, for one matter; `matterKey` null for the front matter. */
const GuideChange = Type.Object({
  matterKey: nullable(Type.String()),
  name: Type.String(),
  sentences: Type.Array(Type.String()),
});
export type GuideChange = Static<typeof GuideChange>;
export const GuideVersion = Type.Object({
  ...edition,
  state: oneOf('状态', ['past', 'current', 'future'] as const),
  whatChanged: Type.Array(GuideChange),
});
export type GuideVersion = Static<typeof GuideVersion>;

export const listGuideVersions = endpoint({
  name: 'listGuideVersions',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/guide-versions',
  summary: '指引的各个版本、起止日期和改了什么',
  by: [...anyone],
  query: Type.Object({ matter: Type.Optional(matterKey) }),
  reply: Type.Object({ today: plainDate('今天'), versions: Type.Array(GuideVersion) }),
  published: true,
});

export const checkGuideCopy = endpoint({
  name: 'checkGuideCopy',
  module: 'catalog',
  method: 'POST',
  path: '/api/v1/guide-checks',
  summary: '核对手里的指引是不是现行的一版',
  by: [...anyone],
  body: Type.Object({
    digest: Type.Optional(digest),
    version: Type.Optional(version),
    matter: Type.Optional(matterKey),
    channel: Type.Optional(channel),
  }),
  reply: Type.Object({
    status: oneOf('结论', ['current', 'stale'] as const),
    text: Type.String(),
    held: nullable(GuideEdition),
    current: GuideEdition,
    daysStale: nullable(Type.Integer({ description: '从副本失效的次日算起；认不出副本是哪一版时为空' })),
    whatChanged: Type.Array(GuideChange),
  }),
  perMinute: 60,
});
