import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { checkPart } from './check-request.ts';

const query = checkPart(
  Type.Object({ add: Type.Integer({ title: '工作日数', minimum: 0, maximum: 250 }), q: Type.Optional(Type.String()) }),
  'query',
);
const body = checkPart(
  Type.Object({ form: Type.Object({ name: Type.String({ title: '名称' }) }), list: Type.Array(Type.String()) }),
  'body',
);

test('a whole number comes out of the text of a query', () => {
  expect(query.check({ add: '5' })).toEqual({ ok: true, value: { add: 5 } });
});

test.each(['1.5', '5天', 'x', '1,000'])('%s is refused, not cut to a whole number', (add) => {
  expect(query.check({ add })).toMatchObject({ ok: false, refusal: { fields: [{ field: 'add' }] } });
});

test('a text that cannot be stored is named by its place', () => {
  expect(body.check({ form: { name: '某\u0000某' }, list: [] })).toMatchObject({
    ok: false,
    refusal: { fields: [{ field: 'form.name' }] },
  });
  expect(body.check({ form: { name: '某某' }, list: ['好', '\ud800'] })).toMatchObject({
    ok: false,
    refusal: { fields: [{ field: 'list.1' }] },
  });
});
