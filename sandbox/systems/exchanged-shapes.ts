import Type from 'typebox';

const Filled = Type.String({ minLength: 1, maxLength: 500 });

/** `YYYY-MM-DD`. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Whom a record is about; `identifier` is a USCC or a citizen id. */
export const Subject = Type.Object({
  name: Filled,
  type: Type.Union([Type.Literal('organisation'), Type.Literal('sole-trader'), Type.Literal('person')]),
  identifier: Type.String({ minLength: 15, maxLength: 18 }),
});

/** A record as the systems exchange it. */
export const ExchangedRecord = Type.Object({ recordId: Filled, documentNo: Filled, matter: Filled, authority: Filled });

/** A material by digest. */
export const Materials = Type.Array(
  Type.Object({
    name: Filled,
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    bytes: Type.Integer({ minimum: 0 }),
  }),
  { maxItems: 200 },
);
