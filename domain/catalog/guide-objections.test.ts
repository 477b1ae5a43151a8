import { expect, test } from 'vitest';
import { printedLaw } from '#law/law-book.ts';
import { objectionQuestions } from './guide-objections.ts';
import { firstVersions } from './matter-from-law.ts';

const day = { on: '2026-11-23', law: printedLaw };
const linesOf = (matterKey: string) =>
  objectionQuestions(firstVersions().find((one) => one.matterKey === matterKey)!, day).flatMap((one) => one.answers);

test('general track: 1 working day to push, 7 to check, with the clause (36号第十八条), and how it is done here', () => {
  const lines = linesOf('work-safety');
  expect(lines[0]?.text).toContain('推送1个工作日');
  expect(lines[0]?.text).toContain('核查7个工作日');
  expect(lines[0]?.cites).toContain('ndrc36:18');
  expect(lines.at(-1)?.text).toContain('不登录凭申请编号和查询码也可以');
});

test('an abnormal listing has its own days (68号第十五条), a court’s list another receiver and nothing to do here (法释第十一条)', () => {
  const listing = linesOf('abnormal-operation').find((one) => one.cites.includes('samr68r:15'));
  expect(listing?.text).toContain('提出30日（自然日）');
  const court = linesOf('judgment-defaulter');
  expect(court).toHaveLength(1);
  expect(court[0]).toMatchObject({ cites: ['spc17:11', 'spc17:12'] });
  expect(court[0]?.text).toContain('请向执行法院书面申请纠正');
});

test('every matter says it in sentences that rest on a clause', () => {
  for (const matter of firstVersions())
    for (const { text, cites } of linesOf(matter.matterKey)) {
      expect(cites.length, text).toBeGreaterThan(0);
      expect(text).toMatch(/。$/);
    }
});
