import { type Static, Type } from 'typebox';
import { CitedText, nullable, oneOf, plainDate } from './wire.ts';

// What an item shows of a matter that another system decides, and of customs' own grades: shapes alone, the endpoint is getItem.

/** What was sent, received and decided in a system outside, in its order. */
export const OutsideRoad = Type.Object({
  systemName: Type.String(),
  /** Number of the case there; null until it is received. */
  caseNo: nullable(Type.String()),
  /** Who decides, and that this platform does not. */
  note: Type.String(),
  steps: Type.Array(
    Type.Object({
      title: Type.String(),
      text: Type.String(),
      on: nullable(plainDate('日期')),
      receiptNo: nullable(Type.String()),
      state: oneOf('到了哪一步', ['done', 'waiting', 'stopped'] as const),
    }),
  ),
});
export type OutsideRoad = Static<typeof OutsideRoad>;

/** A customs matter: the grade before and after, when it can be asked for, and what a grant means there (海关总署令第282号). */
export const CustomsGradeView = Type.Object({
  route: Type.String(),
  before: nullable(Type.String()),
  now: nullable(Type.String()),
  after: nullable(Type.String()),
  waits: Type.Array(
    Type.Object({ ...CitedText.properties, from: nullable(plainDate('从哪天起可以申请')), open: Type.Boolean() }),
  ),
  means: Type.Array(CitedText),
  byItself: nullable(CitedText),
  notes: Type.Array(CitedText),
});
export type CustomsGradeView = Static<typeof CustomsGradeView>;
