import { describe, expect, it } from 'vitest';
import type { DraftContent } from '#contract/drafts.ts';
import { draftDifferences, takeTheirs } from './draft-differences.ts';

const draft = (over: Partial<DraftContent>): DraftContent => ({
  recordIds: ['a', 'b'],
  form: { phone: '13900000001', agent: { name: '示例乙', identifier: '1', phone: '2' } },
  extra: { a: { plate: '赣A00001' } },
  materials: { a: { proof: ['x'] } },
  ...over,
});

describe('two copies of a draft', () => {
  it('are the same whatever the order of keys, and whether nothing was typed or an empty line', () => {
    const other = draft({
      recordIds: ['b', 'a'],
      form: { facts: '', agent: { phone: '2', identifier: '1', name: '示例乙' }, phone: '13900000001' },
      materials: { a: { proof: ['x'], photo: [] } },
    });
    expect(draftDifferences(draft({}), other)).toEqual([]);
  });

  it('differ field by field, each with both sides', () => {
    const other = draft({ form: { phone: '0791-88888888' }, extra: { a: { plate: '赣A00002' } }, recordIds: ['a'] });
    expect(draftDifferences(draft({}), other)).toEqual([
      { path: ['recordIds'], mine: ['a', 'b'], theirs: ['a'] },
      { path: ['form', 'phone'], mine: '13900000001', theirs: '0791-88888888' },
      { path: ['form', 'agent'], mine: { name: '示例乙', identifier: '1', phone: '2' }, theirs: undefined },
      { path: ['extra', 'a', 'plate'], mine: '赣A00001', theirs: '赣A00002' },
    ]);
  });

  it('are joined by what is chosen; nothing else moves', () => {
    const other = draft({
      form: { phone: '0791-88888888' },
      extra: { a: { plate: '赣A00002' }, b: { plate: '新' } },
      materials: {},
    });
    const all = draftDifferences(draft({}), other);
    expect(draftDifferences(takeTheirs(draft({}), all), other)).toEqual([]);
    const one = takeTheirs(
      draft({}),
      all.filter(({ path }) => path.join() === 'form,phone'),
    );
    expect(one).toEqual(draft({ form: { ...draft({}).form, phone: '0791-88888888' } }));
  });
});
