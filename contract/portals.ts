import { type Static, Type } from 'typebox';
import { endpoint } from './endpoint.ts';
import { anyone, channel, digest, GuideEdition, version } from './guide.ts';
import { instant, matterKey, noJson, nullable, oneOf, plainDate } from './wire.ts';

export const getEntryBlock = endpoint({
  name: 'getEntryBlock',
  module: 'catalog',
  method: 'GET',
  path: '/embed/entry',
  summary: '嵌入各网站、各部门的办理入口小页面',
  by: [...anyone],
  query: Type.Object({ channel: Type.Optional(channel), matter: Type.Optional(matterKey) }),
  reply: noJson,
  replyKind: 'file',
  fileType: 'text/html; charset=utf-8',
  published: true,
});

const GuideCopy = Type.Object({
  form: oneOf('形式', ['data', 'block', 'paper', 'reported'] as const),
  matterKey: nullable(Type.String()),
  matterName: nullable(Type.String()),
  version,
  digest,
  isCurrent: Type.Boolean(),
  daysStale: nullable(Type.Integer()),
  fetchedAt: instant('最近一次取用'),
});
export type GuideCopy = Static<typeof GuideCopy>;
export const PortalView = Type.Object({
  channel,
  name: Type.String(),
  kind: oneOf('类别', ['province', 'credit', 'market', 'local', 'department'] as const),
  copies: Type.Array(GuideCopy),
  visits: Type.Object({ today: Type.Integer(), last30Days: Type.Integer() }),
  pages: Type.Array(Type.Object({ name: Type.String(), visits: Type.Integer() })),
  applications: Type.Object({ today: Type.Integer(), last30Days: Type.Integer() }),
  /** Text to paste into the portal's page: the block in a frame, with a link below it. */
  snippet: Type.String(),
  link: Type.String(),
  /** The same for the entry alone, and the address that an app opens in its web view. */
  entrySnippet: Type.String(),
  appLink: Type.String(),
});
export type PortalView = Static<typeof PortalView>;
export const listGuideCopies = endpoint({
  name: 'listGuideCopies',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/guide-copies',
  summary: '各网站手里的指引是哪一版、访问了多少次',
  by: ['catalog-keeper', 'supervisor', 'operator'],
  reply: Type.Object({ today: plainDate('今天'), current: GuideEdition, portals: Type.Array(PortalView) }),
});

export const countVisit = endpoint({
  name: 'countVisit',
  module: 'catalog',
  method: 'POST',
  path: '/api/v1/channel-visits',
  summary: '从某个网站点进来一次，只计数',
  by: [...anyone],
  body: Type.Object({
    channel,
    page: Type.String({ title: '页面', pattern: '^(landing|guide|(guide|apply-for):[a-z][a-z0-9-]{2,40})$' }),
  }),
  reply: Type.Object({ counted: Type.Boolean() }),
  perMinute: 60,
});

const ChannelFigure = Type.Object({
  channel: Type.String({ description: '渠道；direct 为直接打开，window 为窗口' }),
  name: Type.String(),
  visits: Type.Integer({ description: '打开页面的次数；直接打开的不计' }),
  applications: Type.Integer(),
});
export const getChannelFigures = endpoint({
  name: 'getChannelFigures',
  module: 'catalog',
  method: 'GET',
  path: '/api/v1/channel-figures',
  summary: '各入口的访问和申请，只有次数',
  by: ['catalog-keeper', 'supervisor', 'operator'],
  query: Type.Object({ from: Type.Optional(plainDate('从')), to: Type.Optional(plainDate('到')) }),
  reply: Type.Object({
    from: plainDate('从'),
    to: plainDate('到'),
    definition: Type.String(),
    channels: Type.Array(ChannelFigure),
  }),
});
