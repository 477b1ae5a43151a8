import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chineseNumber, citationLink, formatCitation, headingOf, parseCitation } from './cite.ts';
import { generalClassOfKind, marketClassing, penaltyKinds } from './classes.ts';
import { commitment, commitmentCite } from './commitment.ts';
import { type Dated, dated, mayRefuse, type Sureness } from './dated.ts';
import { allRules, lawInForce } from './law-in-force.ts';
import { listRules } from './list-waits.ts';
import { matterKeys } from './matter-keys.ts';
import { isMatterKey, matters, mattersInOrder } from './matters.ts';
import { openQuestions } from './open-questions.ts';
import { generalPeriods, marketPeriods } from './periods.ts';
import { findPoint } from './points.ts';
import { remediesOf } from './remedies.ts';
import { type SourceId, sources } from './sources.ts';
import { timeLimits } from './time-limits.ts';

const textOf = (id: string) => readFileSync(new URL(`./texts/${id}.md`, import.meta.url), 'utf8');

/** Every citation id anywhere in law/, with where it stands. */
const cited: readonly (readonly [cite: string, sure: Sureness | undefined])[] = [
  ...allRules().flatMap((rule) => rule.cite.map((cite) => [cite, undefined] as const)),
  ...mattersInOrder.flatMap((matter) => [
    [matter.authority.cite, matter.authority.sure] as const,
    ...[...matter.conditions, ...matter.materials, ...matter.exclusions, ...matter.excludes].map(
      (one) => [one.cite, one.sure] as const,
    ),
  ]),
  ...matterKeys.flatMap((key) => remediesOf(key).map((remedy) => [remedy.cite, remedy.sure] as const)),
  ...Object.values(generalClassOfKind.rows[0]!.value).map((one) => [one!.cite, 'V'] as const),
  ...Object.values(listRules).flatMap((rule) =>
    rule.rows.flatMap((row) => [...row.value.waits, ...row.value.ends].map((term) => [term.cite, term.sure] as const)),
  ),
  ...openQuestions.flatMap((question) => question.cite.map((cite) => [cite, undefined] as const)),
  [commitmentCite, 'V'],
];

describe('citations', () => {
  it('every one resolves to a heading of a summary', () => {
    for (const [id] of cited) {
      const citation = parseCitation(id);
      expect(citation, id).toBeDefined();
      const heading = headingOf(citation!);
      if (citation!.article !== null) expect(heading, id).toBeDefined();
      if (heading) expect(textOf(citation!.sourceId).split('\n'), id).toContain(`## ${heading}`);
    }
    expect(cited.length).toBeGreaterThan(150);
  });

  it('those in the assessing code resolve too', () => {
    const folder = new URL('../domain/record/', import.meta.url);
    const files = readdirSync(folder).filter((file) => /^(assess|explain).*(?<!test)\.ts$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const code = readFileSync(new URL(file, folder), 'utf8');
      const ids = [...code.matchAll(/'([a-z][a-z0-9-]*:[a-z0-9.()-]+)'/g)].map((match) => match[1]!);
      for (const id of ids) {
        if (findPoint(id)) continue;
        const citation = parseCitation(id);
        expect(citation, `${file} ${id}`).toBeDefined();
        expect(textOf(citation!.sourceId).split('\n'), `${file} ${id}`).toContain(`## ${headingOf(citation!)}`);
      }
    }
  });

  it('what is called sure from a text of which only openings were seen names its article', () => {
    for (const [id, sure] of cited) if (sure === 'V') expect(parseCitation(id)?.article, id).not.toBeNull();
  });

  it('every source has a summary that begins with its title', () => {
    for (const id of Object.keys(sources) as SourceId[]) {
      expect(existsSync(new URL(`./texts/${id}.md`, import.meta.url)), id).toBe(true);
      expect(textOf(id).startsWith('# ')).toBe(true);
    }
  });

  it('reads as Chinese papers cite', () => {
    expect(formatCitation('ndrc36:14')).toBe('《信用修复管理办法》（国家发展改革委令第36号）第十四条');
    expect(formatCitation('samr107:8(1)')).toBe(
      '《市场监督管理信用修复管理办法》（市场监管总局令第107号）第八条第（一）项',
    );
    expect(formatCitation('ndrc36:12.3')).toContain('第十二条第三款');
    expect(formatCitation('plan4:annex3')).toContain('附件3');
    expect(formatCitation('gbf22-2025:2')).toContain('第二项');
    expect(formatCitation('ndrc58')).toContain('国家发展改革委令第58号）');
    expect(formatCitation('nowhere:1')).toBe('nowhere:1');
    expect(citationLink('ndrc36:14(3)')).toBe('/law/ndrc36#第十四条');
    expect([10, 11, 20, 21, 100, 106, 110, 115].map(chineseNumber)).toEqual([
      '十',
      '十一',
      '二十',
      '二十一',
      '一百',
      '一百零六',
      '一百一十',
      '一百一十五',
    ]);
  });
});

describe('law through time', () => {
  it('each rule holds until the next begins: no gap, no overlap', () => {
    const all: Dated<unknown>[] = [
      generalPeriods,
      marketPeriods,
      marketClassing,
      ...Object.values(timeLimits),
      ...Object.values(listRules),
    ];
    for (const { rows } of all)
      for (const [index, row] of rows.entries()) expect(row.to).toBe(rows[index + 1]?.from ?? null);
  });

  it('entries out of order stop the program', () => {
    const entry = (from: string) => ({ from, value: 1, cite: [], sure: 'V' as const });
    expect(() => dated(entry('2026-01-01'), entry('2026-01-01'))).toThrow();
    expect(dated(entry('2025-01-01'), entry('2026-01-01')).on('2025-12-31')?.to).toBe('2026-01-01');
    expect(dated(entry('2025-01-01')).on('2024-12-31')).toBeUndefined();
  });

  it('only what was read in its clause may refuse', () => {
    expect((['V', 'F', 'S', 'M', 'D', '?'] as const).filter(mayRefuse)).toEqual(['V']);
  });

  it('a rule is not cited to a text before that text was in force or after it was repealed', () => {
    for (const rule of allRules())
      for (const cite of rule.cite) {
        const { source } = parseCitation(cite)!;
        expect(rule.to === null || source.inForce === null || source.inForce < rule.to, `${rule.name} ${cite}`).toBe(
          true,
        );
        expect(source.repealed === undefined || source.repealed > rule.from, `${rule.name} ${cite}`).toBe(true);
      }
  });

  it('the law in force changes on its days', () => {
    const limitOf = (on: string, name: string) =>
      lawInForce(on).find((row) => row.group === '办理期限' && row.name === name)?.text;
    expect(limitOf('2025-12-24', '市场监督管理严重违法失信名单')).toContain('决定15个工作日');
    expect(limitOf('2025-12-25', '市场监督管理严重违法失信名单')).toContain('决定7个工作日');
    expect(limitOf('2026-03-31', '安全生产严重失信主体名单')).toContain('受理未规定');
    expect(limitOf('2026-04-01', '安全生产严重失信主体名单')).toContain('受理3个工作日');
  });
});

describe('matters', () => {
  it('stand in the order and words of 附件3', () => {
    expect(mattersInOrder.map((matter) => matter.name)).toEqual([
      '行政处罚信息修复（市场监管领域）',
      '企业经营异常名录移出（恢复正常记载状态）',
      '市场监督管理严重违法失信名单',
      '重大税收违法失信主体名单',
      '失信被执行人名单',
      '海关失信企业',
      '拖欠农民工工资失信联合惩戒对象名单',
      '社会组织严重违法失信名单（慈善捐赠领域）',
      '农资领域严重失信生产经营单位',
      '统计严重失信主体名单',
      '文化和旅游市场严重失信主体',
      '安全生产严重失信主体名单',
      '严重违法失信超限超载运输车辆相关责任主体',
      '行政处罚信息修复（其他领域）',
    ]);
    expect(mattersInOrder.map((matter) => matter.position)).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    );
    expect(isMatterKey('tax-serious')).toBe(true);
    expect(isMatterKey('toString')).toBe(false);
  });

  it('each has conditions, materials, a plain sentence, remedies and limits today', () => {
    for (const matter of mattersInOrder) {
      expect(matter.conditions.length).toBeGreaterThan(0);
      expect(matter.materials.length).toBeGreaterThan(0);
      expect(matter.plain.endsWith('。')).toBe(true);
      expect(remediesOf(matter.key).length).toBeGreaterThan(1);
      expect(timeLimits[matter.key].on('2026-11-23')?.sure).toBe('V');
      const keys = [...matter.conditions, ...matter.materials].map((one) => one.key);
      expect(new Set(matter.conditions.map((one) => one.key)).size, matter.key).toBe(matter.conditions.length);
      expect(keys.length).toBeGreaterThan(1);
      for (const one of matter.excludes)
        if (mayRefuse(one.sure)) expect(matter.subjectTypes).not.toContain(one.subjectType);
    }
  });

  it('the court has no clerk here, market matters go to their platform', () => {
    expect(matters['judgment-defaulter']).toMatchObject({ receiver: 'court', decider: 'outside' });
    expect(matters['market-penalty']).toMatchObject({ receiver: 'market-platform', decider: 'outside' });
    expect(matters['other-penalty']).toMatchObject({ receiver: 'credit-china', decider: 'our-desk' });
  });

  it('the commitment has the five clauses of 附件3', () => {
    expect(commitment.clauses).toHaveLength(5);
    expect(commitment.clauses.map((clause) => clause[0]).join('')).toBe('一二三四五');
  });

  it('no penalty kind is of two classes', () => {
    expect(new Set(penaltyKinds).size).toBe(15);
    const market = marketClassing.rows[0]!.value;
    expect(market.restrictions.filter((kind) => market.noApplication.includes(kind))).toEqual([]);
  });
});
