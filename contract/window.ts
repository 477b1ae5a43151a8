import { type Static, Type } from 'typebox';
import { documentKinds, identityWays } from '#domain/intake/window-visit.ts';
import { endpoint } from './endpoint.ts';
import { HandOverView } from './hand-over.ts';
import { ItemSummary } from './item.ts';
import { instant, itemParams, nullable, oneOf, plainDate, subjectParams, text, uuid } from './wire.ts';

const applicationParams = Type.Object({ subjectKey: uuid('主体'), applicationId: uuid('申请') });
const after = Type.Optional(text('续页', 300));
const atDesk = { module: 'intake', by: ['window-clerk'] } as const;
const keys = <T extends string>(of: Readonly<Record<T, string>>) => Object.keys(of) as T[];

const WindowDesk = Type.Object({
  unitName: Type.String(),
  scope: Type.String({ description: '本窗口收哪些事项，一句话' }),
  corrections: Type.Integer(),
  results: Type.Integer(),
  handOvers: Type.Integer({ description: '等本窗口答复的移交' }),
  originals: Type.Integer(),
  originalsOverdue: Type.Integer(),
  drafts: Type.Integer(),
  usualReturnDay: plainDate('今天留存的原件通常最迟哪一天归还'),
});
export const getWindowDesk = endpoint({
  ...atDesk,
  name: 'getWindowDesk',
  method: 'GET',
  path: '/api/v1/office/window/desk',
  summary: '本窗口有多少事等着办',
  reply: WindowDesk,
});
export const listWindowDrafts = endpoint({
  ...atDesk,
  name: 'listWindowDrafts',
  method: 'GET',
  path: '/api/v1/office/window/drafts',
  summary: '本窗口没有办完的来访（全窗口的电脑都能接着办）',
  reply: Type.Object({
    drafts: Type.Array(
      Type.Object({
        draftId: uuid('草稿'),
        subjectKey: uuid('主体'),
        subjectName: Type.String(),
        records: Type.Integer(),
        updatedAt: instant('时间'),
        by: Type.String(),
      }),
    ),
  }),
});

/** A paper of a result, to print and hand out. */
const ResultPaper = Type.Object({
  paperId: uuid('文书'),
  title: Type.String(),
  docNumber: nullable(Type.String()),
  state: Type.String(),
});
const WindowReturn = Type.Object({
  item: ItemSummary,
  applicationNumber: Type.String(),
  phone: Type.String(),
  papers: Type.Array(ResultPaper),
});
export const listWindowReturns = endpoint({
  ...atDesk,
  name: 'listWindowReturns',
  method: 'GET',
  path: '/api/v1/office/window/returns',
  summary: '回到本窗口的事：要补正的、要发放的结果',
  query: Type.Object({ list: oneOf('列表', ['corrections', 'results'] as const), after }),
  reply: Type.Object({ returns: Type.Array(WindowReturn), next: nullable(Type.String()) }),
});

const signatureTaken = Type.Object({
  way: oneOf('签收方式', ['drawn', 'paper'] as const),
  path: Type.Optional(Type.String({ title: '手写签名', maxLength: 60000, pattern: '^[MLQC0-9 ,.\\-]*$' })),
});
/** Who took something away from the counter. Of the document only a masked number is kept. */
const receiver = {
  receivedBy: text('领取人', 60, 1),
  document: Type.Optional(oneOf('证件类型', keys(documentKinds))),
  documentNumber: Type.Optional(text('证件号码', 40)),
  checked: Type.Optional(oneOf('核对方式', keys(identityWays))),
  signature: Type.Optional(signatureTaken),
};
export const HandOutView = Type.Object({
  itemId: Type.String(),
  way: Type.String(),
  wayText: Type.String(),
  receivedBy: Type.String(),
  document: nullable(Type.String({ description: '证件类型和脱敏号码' })),
  note: Type.String(),
  by: Type.String(),
  at: instant('时间'),
});
export const handOutResult = endpoint({
  ...atDesk,
  name: 'handOutResult',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/items/:itemId/hand-out',
  summary: '结果已经发给来访人（谁领的、怎样领的）',
  params: itemParams,
  body: Type.Object({
    way: oneOf('发放方式', ['window', 'mail', 'online', 'told'] as const),
    ...receiver,
    note: text('说明', 500),
  }),
  reply: HandOutView,
});

export const OriginalView = Type.Object({
  originalId: uuid('原件'),
  subjectKey: uuid('主体'),
  applicationId: uuid('申请'),
  applicationNumber: Type.String(),
  subjectName: Type.String(),
  phone: Type.String(),
  name: Type.String(),
  pages: Type.Integer(),
  place: Type.String(),
  windowUnitName: Type.String(),
  keptOn: plainDate('留存日期'),
  keptBy: Type.String(),
  returnBy: plainDate('归还日期'),
  standing: oneOf('情况', ['kept', 'due', 'overdue', 'returned'] as const),
  returned: nullable(
    Type.Object({ at: instant('时间'), to: Type.String(), document: nullable(Type.String()), by: Type.String() }),
  ),
});
export type OriginalView = Static<typeof OriginalView>;
export const listOriginals = endpoint({
  ...atDesk,
  name: 'listOriginals',
  method: 'GET',
  path: '/api/v1/office/window/originals',
  summary: '本窗口留存的原件',
  query: Type.Object({ list: Type.Optional(oneOf('列表', ['kept', 'returned'] as const)), after }),
  reply: Type.Object({ originals: Type.Array(OriginalView), next: nullable(Type.String()) }),
});
export const returnOriginals = endpoint({
  ...atDesk,
  name: 'returnOriginals',
  method: 'POST',
  path: '/api/v1/subjects/:subjectKey/originals/return',
  summary: '原件已经归还（还给谁、签收）',
  params: subjectParams,
  body: Type.Object({
    originalIds: Type.Array(uuid('原件'), { title: '原件', minItems: 1, maxItems: 50 }),
    ...receiver,
  }),
  reply: Type.Object({ returned: Type.Integer({ description: '这一次归还了几份；已经归还的不再计' }) }),
});

/** What the window knows of an application beside the form: shown on the receipt, document numbers masked. */
export const VisitView = Type.Object({
  queryCode: Type.String(),
  clerk: Type.String(),
  persons: Type.Array(
    Type.Object({
      relationText: Type.String(),
      name: Type.String(),
      documentText: Type.String({ description: '证件类型和脱敏号码' }),
      wayText: Type.String(),
      authorisationText: nullable(Type.String()),
    }),
  ),
  originals: Type.Array(OriginalView),
  handOvers: Type.Array(HandOverView),
  handOuts: Type.Array(HandOutView),
});
export type VisitView = Static<typeof VisitView>;
export const getVisit = endpoint({
  ...atDesk,
  name: 'getVisit',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/applications/:applicationId/visit',
  summary: '来访登记、留存的原件、移交和发放情况',
  params: applicationParams,
  reply: VisitView,
});

export const findSubmission = endpoint({
  ...atDesk,
  name: 'findSubmission',
  method: 'GET',
  path: '/api/v1/subjects/:subjectKey/submissions/:requestId',
  summary: '某个请求号的申请收到没有（线路断过以后再问）',
  params: Type.Object({ subjectKey: uuid('主体'), requestId: uuid('请求号') }),
  reply: Type.Object({
    found: nullable(Type.Object({ applicationId: uuid('申请'), number: Type.String(), queryCode: Type.String() })),
  }),
});
