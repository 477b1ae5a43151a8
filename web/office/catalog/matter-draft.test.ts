import { expect, test } from 'vitest';
import { changedContent, citesFiling, draftOf, freshKey, partsOfEntry } from './matter-draft.ts';

const base = partsOfEntry('serious-list');
const draft = draftOf(base, '2026-12-23', 'ecology');

test('a draft that changes nothing files nothing', () => {
  expect(changedContent(draft, base)).toEqual({});
});

test('only what differs is filed, a list as a whole', () => {
  const material = {
    key: 'own-3',
    name: '治理验收报告',
    why: '证明污染已经治理',
    required: true,
    source: 'applicant',
    cites: ['ndrc36:15(1)'],
  } as const;
  const materials = [...base.materials, material];
  const changed = { ...draft, name: ' 某领域名单（示例） ', materials, limits: { ...base.limits, accept: 2 } };
  expect(changedContent(changed, base)).toEqual({ name: '某领域名单（示例）', materials, limits: { accept: 2 } });
});

test('whatever cites the paper filed with the change takes the paper along', () => {
  const conditions = [...base.conditions, { key: 'own-4', text: '治理完毕', cites: ['filing'] }];
  const paper = { title: '某办法（示例）', number: '', issuedOn: '2026-11-16', office: '某单位' };
  const changed = { ...draft, conditions, paper };
  expect(citesFiling(draft)).toBe(false);
  expect(citesFiling(changed)).toBe(true);
  expect(changedContent(changed, base)).toEqual({ conditions, paper: { ...paper, number: null } });
});

test('choices are one a line, empty lines are none; a new part has a key of its own', () => {
  const field = { key: 'own-1', label: '地块', type: 'choice', required: true, why: '按地块登记' } as const;
  const extraFields = [{ ...field, choices: ['甲 ', '', '乙'] }];
  expect(changedContent({ ...draft, extraFields }, base)).toEqual({
    extraFields: [{ ...field, choices: ['甲', '乙'] }],
  });
  expect([freshKey([]), freshKey([{ key: 'a' }, { key: 'own-3' }])]).toEqual(['own-1', 'own-4']);
});
