import { type Static, Type } from 'typebox';
import { oneOf, plainDate } from './wire.ts';

/** One thing the platform looked at itself, with source and day. */
export const CheckView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  result: oneOf('结果', ['ok', 'problem', 'open', 'unavailable'] as const),
  text: Type.String(),
  source: Type.String(),
  asOf: plainDate('哪天查的'),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});
export type CheckView = Static<typeof CheckView>;
