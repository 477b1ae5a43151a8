import { type Static, Type } from 'typebox';
import { authorisationWays, documentKinds, identityWays, visitorRelations } from '#domain/intake/window-visit.ts';
import { oneOf, plainDate, text, uuid } from './wire.ts';

const keys = <T extends string>(of: Readonly<Record<T, string>>) => Object.keys(of) as T[];

/** Somebody at the counter and how it was checked who they are. Of the document's number only a masked form is kept. */
export const PersonChecked = Type.Object({
  relation: oneOf('来访人身份', keys(visitorRelations)),
  name: text('来访人姓名', 60),
  document: oneOf('证件类型', keys(documentKinds)),
  documentNumber: text('证件号码', 40),
  way: oneOf('核对方式', keys(identityWays)),
  authorisation: Type.Optional(
    Type.Object({
      way: oneOf('授权凭证', keys(authorisationWays)),
      attachmentIds: Type.Array(uuid('附件'), { maxItems: 20 }),
      note: text('说明', 500),
    }),
  ),
});
export type PersonChecked = Static<typeof PersonChecked>;

export const OriginalKept = Type.Object({
  name: text('原件名称', 100),
  pages: Type.Integer({ title: '页数', minimum: 1, maximum: 9999 }),
  place: text('存放位置', 100),
  returnBy: Type.Optional(plainDate('归还日期')),
});

/** What a window notes beside the joint form. Required of a window, unknown to applicants. */
export const WindowVisit = Type.Object({
  persons: Type.Array(PersonChecked, { title: '来访人', maxItems: 5 }),
  originals: Type.Array(OriginalKept, { title: '留存的原件', maxItems: 50 }),
});
export type WindowVisit = Static<typeof WindowVisit>;

/** The part of a draft that only a counter has: everything as typed, complete or not. */
export const CounterDraft = Type.Object({
  persons: Type.Array(Type.Partial(PersonChecked), { maxItems: 5 }),
  originals: Type.Array(
    Type.Object({
      name: text('原件名称', 100),
      pages: text('页数', 10),
      place: text('存放位置', 100),
      returnBy: Type.Optional(text('归还日期', 10)),
    }),
    {
      maxItems: 50,
    },
  ),
  agreed: Type.Boolean(),
  signature: Type.Object({ way: text('签名方式', 10), name: text('签名人', 60), path: text('签名', 60000) }),
  scans: Type.Array(uuid('附件'), { maxItems: 20 }),
  /** What was uploaded so far: the names and sizes to show again. */
  uploads: Type.Array(
    Type.Object({
      attachmentId: uuid('附件'),
      materialKey: text('材料', 60),
      fileName: text('文件名', 300),
      mediaType: text('类型', 100),
      bytes: Type.Integer(),
      digest: text('摘要', 128),
    }),
    { maxItems: 300 },
  ),
});
export type CounterDraft = Static<typeof CounterDraft>;
