import { type Static, Type } from 'typebox';

/** What became of the record of an open item: withdrawn, ended or repaired otherwise, and what is left to do about the item. */
export const MootView = Type.Object({
  text: Type.String({ description: '发生了什么' }),
  todo: Type.String({ description: '现在怎么办' }),
  reason: Type.String({ description: '不予受理、不予修复可以直接采用的理由；给申请人的为空' }),
  refuses: Type.Boolean({ description: '不能再受理、补正、延长、准予' }),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});
export type MootView = Static<typeof MootView>;
