import { expect, it } from 'vitest';
import { scenarioTable } from './scenario-table.ts';

it('prints a table for each of the 14 matters, a row for each sentence, with its articles', () => {
  const lines = scenarioTable().split('\n');
  expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(14);
  const row = lines.find((line) => line.includes('没收违法所得，公示满三个月的最后一日'));
  expect(row).toBe(
    '| 1.19 | 没收违法所得，公示满三个月的最后一日。 | 法人及非法人组织；2026-01-05认定；2026-01-20公示；领域：其他领域；没收违法所得；义务已履行 | 2026-04-20 | **还不能申请**<br>类别：一般<br>可以申请的首日：2026-04-21 | 市场监管总局令第107号第九条第二款 |',
  );
  expect(lines.some((line) => line.includes('《中华人民共和国行政处罚法》第五十一条'))).toBe(true);
  const cells = lines.filter((line) => /^\| \d/.test(line)).map((line) => line.split(' | ').length);
  expect(new Set(cells)).toEqual(new Set([6]));
});
