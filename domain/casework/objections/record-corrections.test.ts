import { describe, expect, it } from 'vitest';
import type { CorrectableRecord } from './correctable-record.ts';
import { correctRecord, namedFacts, valueFault } from './record-corrections.ts';

const today = '2026-11-23';
const record: CorrectableRecord = {
  docNumber: '示例〔2026〕1号',
  organName: '南昌市应急管理局',
  findingDate: '2026-05-06',
  publishedDate: '2026-05-10',
  correctionDate: null,
  dutiesPerformed: false,
  class: null,
  facts: {
    penalties: [
      { kind: '罚款', amountYuan: 20000, bracket: 'ordinary' },
      { kind: '暂扣许可证件', termEnds: '2027-01-01', bracket: 'ordinary' },
    ],
    procedure: 'ordinary',
    act: '示例事由',
    content: '罚款二万元',
    publicUntil: 'long-term',
    extra: { 车牌号: '赣A00000' },
  },
};
const labels = (ground: 'content' | 'period', of = record) => namedFacts(of, ground).map((one) => one.label);
const changed = (wanted: Readonly<Record<string, string>>, of = record) =>
  correctRecord(
    of,
    Object.entries(wanted).map(([field, value]) => ({ field, value })),
  );

describe('what of a record can be wrong', () => {
  it('names kinds, amounts, terms, procedure, duties and columns of the file by their own heading', () => {
    expect(labels('content')).toEqual(
      expect.arrayContaining(['处罚种类', '罚款金额（元）', '限制期限届满日', '处罚程序', '义务履行情况', '车牌号']),
    );
    const says = Object.fromEntries(namedFacts(record, 'content').map((one) => [one.field, one.says]));
    expect(says).toMatchObject({
      penaltyKinds: '罚款、暂扣许可证件',
      procedure: '普通程序',
      dutiesPerformed: '未履行',
      publicUntil: '长期',
      'extra:车牌号': '赣A00000',
    });
  });

  it('of the period only what sets how long it is shown', () => {
    expect(labels('period')).toContain('处罚种类');
    for (const other of ['文书号', '违法（列入）事由', '车牌号']) expect(labels('period')).not.toContain(other);
  });

  it('a listing has no kinds of penalty', () => {
    const listing = { ...record, facts: { penalties: [], act: '示例', measuresEnd: '2027-05-06' } };
    expect(labels('content', listing)).not.toContain('处罚种类');
    expect(labels('content', listing)).toContain('名单措施届满日');
  });
});

describe('corrections', () => {
  it('a kind that stays keeps its amount and term, one that goes takes them along', () => {
    const { record: after, changes } = changed({ penaltyKinds: '警告、罚款' });
    expect(after.facts.penalties).toEqual([
      { kind: '警告', bracket: 'ordinary' },
      { kind: '罚款', amountYuan: 20000, bracket: 'ordinary' },
    ]);
    expect(changes).toEqual([
      { field: 'penaltyKinds', label: '处罚种类', before: '罚款、暂扣许可证件', after: '警告、罚款' },
    ]);
  });

  it('kinds are applied before the amount of one of them, in whatever order they come', () => {
    const warned = { ...record, facts: { penalties: [{ kind: '警告' }] } };
    const { record: after, changes } = changed({ fine: '500', penaltyKinds: '警告、罚款' }, warned);
    expect(after.facts.penalties).toEqual([{ kind: '警告' }, { kind: '罚款', amountYuan: 500 }]);
    expect(changes.map((one) => one.label)).toEqual(['处罚种类', '罚款金额（元）']);
  });

  it('an amount of a kind that is not there changes nothing', () => {
    const warned = { ...record, facts: { penalties: [{ kind: '警告' }] } };
    expect(changed({ fine: '500', confiscated: '100' }, warned).changes).toEqual([]);
  });

  it('duties, procedure, field and a column of its own are kept as they are stored elsewhere', () => {
    const { record: after } = changed({
      dutiesPerformed: '已履行',
      procedure: '简易程序',
      field: '食品',
      bracket: '从轻或者减轻',
      'extra:车牌号': '赣B11111',
    });
    expect(after.dutiesPerformed).toBe(true);
    expect(after.facts).toMatchObject({ procedure: 'simple', field: 'food', extra: { 车牌号: '赣B11111' } });
    expect((after.facts.penalties as { bracket: string }[]).map((one) => one.bracket)).toEqual(['lighter', 'lighter']);
  });

  it('names that nobody knows are no field, also those every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'nonsense']) {
      expect(valueFault(name, 'x', today)).toBe('没有这一项。');
      expect(changed({ [name]: 'x' }).changes).toEqual([]);
    }
    expect(changed({ 'extra:没有这一列': 'x' }).changes).toEqual([]);
  });

  it.each([
    ['penaltyKinds', '警告、罚款', null],
    ['penaltyKinds', '警告、罚金', '没有“罚金”这一种，请从列出的里面选。'],
    ['dutiesPerformed', '履行了', '请从“已履行、未履行”里选。'],
    ['termEnds', '2027-05-01', null],
    ['findingDate', '2027-05-01', '日期不能晚于今天。'],
    ['confiscated', '一百', '金额请写数字，最多两位小数。'],
  ])('%s = %s: %s', (field, value, fault) => {
    expect(valueFault(field, value, today)).toBe(fault);
  });
});
