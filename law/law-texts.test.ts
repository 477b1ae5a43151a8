import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chineseNumber, headingOf, parseCitation } from './cite.ts';
import { mayRefuse, type Sureness } from './dated.ts';
import { allRules, lawInForce } from './law-in-force.ts';
import { listRules } from './list-waits.ts';
import type { LawEntryKey } from './matter-keys.ts';
import { lawEntries } from './matters.ts';
import { openQuestions, openQuestionsFor } from './open-questions.ts';
import { remediesOf } from './remedies.ts';
import type { Source } from './source.ts';
import { type SourceId, sources } from './sources.ts';
import { creditChinaEntries, marketEntries } from './tracks.ts';

const entryKeys = Object.keys(lawEntries) as LawEntryKey[];
const textOf = (id: string) => readFileSync(new URL(`./texts/${id}.md`, import.meta.url), 'utf8');
const introOf = (id: string) => textOf(id).split(/^## /m)[0]!;

/** The body under each heading of a summary. */
function sectionsOf(id: string): Map<string, string> {
  const [, ...parts] = textOf(id).split(/^## /m);
  return new Map(
    parts.map((part) => {
      const [heading, ...body] = part.split('\n');
      return [heading!, body.join('\n').trim()];
    }),
  );
}

/** Everything that is cited with how surely it is claimed to be known: rules, matters, lists, remedies. */
const claims: readonly (readonly [cite: string, sure: Sureness])[] = [
  ...allRules().flatMap((row) => row.cite.map((cite) => [cite, row.sure] as const)),
  ...Object.values(lawEntries).flatMap((matter) =>
    [matter.authority, ...matter.conditions, ...matter.materials, ...matter.exclusions, ...matter.excludes].map(
      (one) => [one.cite, one.sure] as const,
    ),
  ),
  ...entryKeys.flatMap((key) => remediesOf(key).map((one) => [one.cite, one.sure] as const)),
  ...Object.values(listRules).flatMap((rule) =>
    rule.rows.flatMap((row) => [...row.value.waits, ...row.value.ends].map((one) => [one.cite, one.sure] as const)),
  ),
];

/** Citation ids written in the assessing code. */
const citedInCode = readdirSync(new URL('../domain/record/', import.meta.url))
  .filter((file) => /^(assess|explain).*(?<!test)\.ts$/.test(file))
  .flatMap((file) => {
    const code = readFileSync(new URL(`../domain/record/${file}`, import.meta.url), 'utf8');
    return [...code.matchAll(/'([a-z][a-z0-9-]*:[a-z0-9.()-]+)'/g)].map((match) => match[1]!);
  })
  .filter((id) => parseCitation(id) !== undefined);

describe('summaries', () => {
  it.each<[SourceId, number]>([
    ['ndrc36', 30],
    ['samr107', 31],
    ['samr45', 19],
    ['samr44', 26],
    ['samr68r', 19],
    ['samr69r', 23],
    ['samr70r', 20],
    ['sta54', 27],
    ['spc17', 13],
    ['gacc282', 48],
    ['mohrss45', 20],
    ['gbf22-2025', 10],
  ])('%s tells each of its %i articles, in order, in sentences of its own', (id, count) => {
    const unit = (sources[id] as Source).unit ?? '条';
    const sections = sectionsOf(id);
    expect([...sections.keys()]).toEqual(
      Array.from({ length: count }, (_, index) => `第${chineseNumber(index + 1)}${unit}`),
    );
    for (const [heading, body] of sections) {
      expect(body, `${id} ${heading}`).toMatch(/[\p{Script=Han}\d]{5}.*。/u);
      expect(body.length, `${id} ${heading}`).toBeGreaterThan(12);
    }
    expect(new Set(sections.values()).size).toBe(count);
  });

  it('say of themselves that they are no text of law, and how far the text was read', () => {
    for (const id of Object.keys(sources) as SourceId[]) {
      expect(introOf(id), id).toContain('本平台自编摘要，逐条概括，不代替原文。');
      const { read } = sources[id];
      const open = /未见|没有见到|转引|片段|只在/;
      if (read !== 'V') expect(introOf(id), id).toMatch(open);
    }
  });

  it('hold the paragraph and the item that a citation names', () => {
    for (const id of new Set([...claims.map(([cite]) => cite), ...citedInCode])) {
      const { sourceId, paragraph, item, ...rest } = parseCitation(id)!;
      const heading = headingOf({ sourceId, paragraph, item, ...rest });
      const body = heading === undefined ? undefined : sectionsOf(sourceId).get(heading);
      if (paragraph !== null) expect(body, id).toContain(`第${chineseNumber(paragraph)}款：`);
      if (item !== null)
        expect(body, id).toMatch(new RegExp(`（([一二三四五六七八九十]）（)*${chineseNumber(item)}）`));
    }
  });
});

describe('sureness', () => {
  it('what is called read was read: a V names a clause whose summary does not call itself second-hand', () => {
    for (const [cite, sure] of claims) {
      if (!mayRefuse(sure)) continue;
      const citation = parseCitation(cite)!;
      const heading = headingOf(citation);
      // A row made of parts marks each; its V is that of 信用中国's own term beside a text named as a whole.
      if (heading === undefined) {
        expect(citation.source.read, cite).not.toBe('V');
        continue;
      }
      expect(sectionsOf(citation.sourceId).get(heading), cite).not.toMatch(
        /（[^（）]*(转引|只见片段|只见开头|未见)[^（）]*）/,
      );
    }
  });

  it('a row that is called read and names a text as a whole marks its unread parts in its sentence', () => {
    for (const row of allRules()) {
      const whole = row.cite.filter((cite) => parseCitation(cite)!.article === null);
      if (mayRefuse(row.sure) && whole.length > 0) expect(row.text, row.name).toMatch(/（[FSM]）/);
    }
  });

  it('nothing unsure refuses: no required paper, and no subject turned away', () => {
    for (const matter of Object.values(lawEntries)) {
      for (const one of matter.materials) if (one.required) expect(one.sure, `${matter.key} ${one.key}`).toBe('V');
      for (const one of matter.excludes)
        if (!matter.subjectTypes.includes(one.subjectType)) expect(one.sure, matter.key).toBe('V');
    }
  });

  it('what is inferred says so', () => {
    for (const row of allRules()) if (row.sure === 'D') expect(row.note ?? '', row.name).not.toBe('');
  });
});

describe('rules in force', () => {
  const days = [...new Set(allRules().flatMap((row) => [row.from, row.to ?? row.from]))].toSorted();

  it('each rests, on each day on which anything changes, on texts in force that day', () => {
    expect(days.length).toBeGreaterThan(10);
    for (const day of [...days, '2026-11-23'])
      for (const row of lawInForce(day))
        for (const cite of row.cite) {
          const { source } = parseCitation(cite)!;
          expect(source.inForce === null || source.inForce <= day, `${day} ${row.group} ${row.name} ${cite}`).toBe(
            true,
          );
          expect(source.repealed === undefined || source.repealed > day, `${day} ${row.name} ${cite}`).toBe(true);
        }
  });

  it('keep the tracks apart: the court rests on its own rule, market matters on 36号 only where both stand in one row', () => {
    const rowsOf = (entry: LawEntryKey) => lawInForce('2026-11-23', entry);
    const onGeneral = (entry: LawEntryKey) =>
      rowsOf(entry).filter((row) => row.cite.some((cite) => cite.startsWith('ndrc36:')));
    expect(new Set(rowsOf('judgment-defaulter').flatMap((row) => row.cite.map((cite) => cite.split(':')[0])))).toEqual(
      new Set(['spc17']),
    );
    for (const entry of marketEntries)
      expect(new Set(onGeneral(entry).map((row) => row.group)), entry).toEqual(
        new Set(['另有规定的公示期', '其他期限']),
      );
    for (const entry of creditChinaEntries) expect(onGeneral(entry).length, entry).toBeGreaterThan(5);
  });

  const text = (group: string, name: string, on = '2026-11-23') =>
    lawInForce(on).find((row) => row.group === group && row.name === name)?.text ?? '';

  it('tell 36号 and 107号 apart where time is up', () => {
    expect(text('期满自动停止', '一般领域（信用中国）')).toContain('是否解除惩戒、管理措施：未写明');
    expect(text('期满自动停止', '一般领域（信用中国）')).toContain('按行业主管部门的规定');
    expect(text('期满自动停止', '市场监管领域行政处罚')).toContain('是否解除惩戒、管理措施：是');
    expect(text('期满自动停止', '市场监管领域行政处罚', '2025-12-24')).toContain('是否解除惩戒、管理措施：未写明');
    expect(text('期满自动停止', '经营异常名录')).toContain('没有期满自动移出');
    expect(text('期满自动停止', '重大税收违法失信主体（税务机关公布）')).toContain('5个工作日');
    expect(text('期满自动停止', '拖欠农民工工资名单（人社部门公开）')).toContain('10个工作日');
  });

  it('tell who asks for shielding and within how many days', () => {
    const general = text('破产重整、和解', '一般领域（信用中国）');
    const market = text('破产重整、和解', '市场监管领域');
    expect(general).toMatch(/企业或者管理人.*应当在10个工作日/);
    expect(market).toMatch(/^由企业向登记地.*可以在7个工作日/);
    expect(text('破产重整、和解', '一般领域（信用中国）', '2026-03-31')).toBe('');
  });

  it('tell the limits of objections, working days and calendar days apart', () => {
    expect(text('异议和申诉', '一般领域（信用中国）')).toMatch(/推送1个工作日；核查7个工作日/);
    expect(text('异议和申诉', '经营异常名录')).toMatch(
      /提出30日（自然日）；决定是否受理5个工作日；核查20个工作日；更正5个工作日/,
    );
    expect(text('异议和申诉', '失信被执行人名单（申请纠正）')).toMatch(
      /核查15日（自然日）；更正3个工作日.*10日（自然日）/,
    );
    expect(text('异议和申诉', '海关认定前的陈述、申辩')).toMatch(/提出5个工作日；核查20日（自然日）/);
  });

  it('tell what terms do to the maximum, and what fraud reaches', () => {
    expect(text('附期限的处罚', '一般领域（信用中国）')).toContain('最长公示期不因此延长');
    expect(text('附期限的处罚', '市场监管行政处罚')).toContain('公示到期限届满');
    expect(text('弄虚作假', '一般领域')).toContain('只限这一条');
    expect(text('弄虚作假', '市场监管领域')).toContain('全部市场监管领域信息');
    expect(text('弄虚作假', '拖欠农民工工资名单（人社部令第45号）')).toContain('情节严重');
    expect(text('弄虚作假', '市场监管严重违法失信名单（44号）', '2025-12-24')).toContain('情节严重的，撤销');
    expect(text('弄虚作假', '市场监管严重违法失信名单（44号）')).toContain('不再要求情节严重');
  });

  it('withdraw annulled decisions in three working days, wages in ten, 信用中国 without a number', () => {
    expect(text('决定被撤销、变更', '行政处罚（各领域）')).toContain('期限：3个工作日');
    expect(text('决定被撤销、变更', '市场监管行政处罚')).toContain('期限：3个工作日');
    expect(text('决定被撤销、变更', '拖欠农民工工资名单')).toContain('期限：10个工作日');
    expect(text('决定被撤销、变更', '一般领域（信用中国）')).toContain('没有写明日数');
  });

  it('send reconsideration to the body of the authority’s kind', () => {
    const bodyOf = (entry: LawEntryKey) => remediesOf(entry).find((one) => one.key === 'reconsideration')?.text;
    expect(bodyOf('tax-serious')).toContain('上一级主管部门');
    expect(bodyOf('customs-discredited')).toContain('上一级主管部门');
    expect(bodyOf('market-penalty')).toContain('本级人民政府');
    expect(bodyOf('statistics-serious')).toMatch(/本级人民政府.*国家统计局/);
    expect(bodyOf('judgment-defaulter')).toBeUndefined();
    expect(remediesOf('abnormal-operation')[0]).toMatchObject({ key: 'objection', cite: 'samr68r:15' });
    expect(remediesOf('market-serious').map((one) => one.key)).toEqual(['reconsideration', 'litigation']);
  });
});

describe('open questions', () => {
  it('each is a question with who answers and what is done until then', () => {
    const ids = openQuestions.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, index) => `Q${index + 1}`));
    for (const one of openQuestions) {
      expect(one.question, one.id).toMatch(/[？。]$/);
      expect(one.until, one.id).toMatch(/。$/);
      expect(one.until.length, one.id).toBeGreaterThan(7);
      expect(one.who, one.id).toMatch(/省|南昌海关/);
      expect(one.matters.length, one.id).toBeGreaterThan(0);
      for (const cite of one.cite) expect(parseCitation(cite), `${one.id} ${cite}`).toBeDefined();
    }
  });

  it('each text that was not read whole and is still used is asked for', () => {
    const asked = new Set(openQuestions.flatMap((one) => one.cite.map((cite) => parseCitation(cite)!.sourceId)));
    for (const [id, source] of Object.entries<Source>(sources))
      if (source.read !== 'V' && id !== 'gacc251') expect(asked.has(id), id).toBe(true);
  });

  it('each matter knows its own', () => {
    for (const entry of entryKeys) expect(openQuestionsFor(entry).length, entry).toBeGreaterThan(1);
    expect(openQuestionsFor('judgment-defaulter').map((one) => one.id)).toContain('Q30');
    expect(openQuestionsFor('judgment-defaulter').map((one) => one.id)).not.toContain('Q12');
  });
});
