import { type Static, Type } from 'typebox';
import { nullable, oneOf, plainDate } from './wire.ts';

/** One thing the platform looked at itself, with source and day. */
export const CheckView = Type.Object({
  key: Type.String(),
  name: Type.String(),
  result: oneOf('结果', ['ok', 'problem', 'open', 'unavailable'] as const),
  text: Type.String(),
  source: Type.String(),
  asOf: plainDate('哪天查的'),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
  shared: Type.Boolean({ description: '来自共享数据，可以重新查询' }),
  discrepancy: nullable(Type.String({ description: '别处说的和共享数据不一致' })),
  adopt: nullable(
    Type.Object(
      {
        condition: Type.String(),
        result: oneOf('核实结果', ['met', 'not-met', 'open'] as const),
        finding: Type.String(),
      },
      { description: '可以采用为对一项条件的核实' },
    ),
  ),
});
export type CheckView = Static<typeof CheckView>;
