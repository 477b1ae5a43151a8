import { describe, expect, test } from 'vitest';
import { getLawArticle as lawEndpoint } from '#contract/catalog.ts';
import { isRefusal } from '#domain/refusal.ts';
import { sources } from '#law/sources.ts';
import { getLawArticle, sectionOf } from './get-law-article.ts';

describe('a section of a summary', () => {
  const text =
    '# 某办法\n\n引言。\n\n## 第一条\n\n甲。\n\n### 说明\n\n乙。\n\n## 第十条\n\n丙。\n\n## 第十一条（节录）\n\n丁。\n';
  test.each([
    ['第一条', '甲。\n\n### 说明\n\n乙。'],
    ['第十条', '丙。'],
    ['第十一条', '丁。'],
    ['第二条', ''],
  ])('%s', (heading, found) => expect(sectionOf(text, heading)).toBe(found));
});

test('a citation with paragraph and item opens the article it stands in', async () => {
  const found = await getLawArticle('ndrc36:14(2)');
  if (isRefusal(found)) throw new Error(found.text);
  expect(found.citation).toBe('《信用修复管理办法》（国家发展改革委令第36号）第十四条第（二）项');
  expect(found.summary.length).toBeGreaterThan(20);
  expect(found.source).toMatchObject({ id: 'ndrc36', inForce: '2026-04-01', repealed: null });
});

test('places that are no articles are found by their name', async () => {
  const found = await getLawArticle('plan4:2-6');
  if (isRefusal(found)) throw new Error(found.text);
  expect(found.summary).toContain('报备');
});

test('what was not read says so, what does not exist is not found', async () => {
  expect(await getLawArticle('ndrc36:99')).toMatchObject({ code: 'not-summarised' });
  expect(await getLawArticle('nothing:1')).toMatchObject({ code: 'no-such-citation' });
});

test('a citation of a whole text opens all that was summarised of it, and the wire lets it through', async () => {
  const shape = new RegExp((lawEndpoint.params.properties.citation as { pattern?: string }).pattern ?? '^$', 'u');
  for (const id of Object.keys(sources)) {
    expect(id).toMatch(shape);
    const found = await getLawArticle(id);
    if (isRefusal(found)) throw new Error(found.text);
    expect(found.summary.length, id).toBeGreaterThan(20);
  }
  expect('ndrc36:14(2)').toMatch(shape);
  expect('ndrc36:').not.toMatch(shape);
});
