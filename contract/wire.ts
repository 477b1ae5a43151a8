import { type Static, type TSchema, Type } from 'typebox';

/** Building blocks of the wire. `title` is the Chinese name that error messages use. */
export const uuid = (title: string) =>
  Type.String({ title, pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
export const plainDate = (title: string) =>
  Type.String({ title, pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD，Asia/Shanghai' });
export const instant = (title: string) => Type.String({ title, description: 'ISO 8601' });
export const text = (title: string, maxLength: number, minLength = 0) => Type.String({ title, minLength, maxLength });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const oneOf = <const T extends readonly string[]>(title: string, values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values], title });
/** Reply schema of endpoints that answer with a file or a redirect. */
export const noJson = Type.Unknown();

export const matterKey = Type.String({ title: '事项', pattern: '^[a-z][a-z0-9-]{2,40}$' });
export const subjectParams = Type.Object({ subjectKey: uuid('主体') });
export const itemParams = Type.Object({ subjectKey: uuid('主体'), itemId: uuid('办件') });

export const Reason = Type.Object({
  code: Type.String({ title: '理由代码', maxLength: 60 }),
  text: text('理由', 1000, 1),
  cite: Type.Optional(nullable(Type.String())),
});

/** A sentence with the law it rests on; `cite` is a citation id such as ndrc36:14, `citeText` how it reads. */
export const CitedText = Type.Object({
  text: Type.String(),
  cites: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
});
export type CitedText = Static<typeof CitedText>;

/** Every error of the API: RFC 9457 problem+json. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  cite: Type.Optional(Type.Array(Type.Object({ id: Type.String(), text: Type.String() }))),
  fields: Type.Optional(Type.Array(Type.Object({ field: Type.String(), text: Type.String() }))),
  more: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  correlation: Type.Optional(Type.String()),
});
export type Problem = Static<typeof Problem>;
