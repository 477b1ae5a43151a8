import { describe, expect, it } from 'vitest';
import type { ImportCell } from './import-cell.ts';
import { ORGAN, ORGANISATION, PERSON, readWith, TODAY, TRADER } from './import-test-row.ts';

const SOUND: Readonly<Record<string, ImportCell>> = {
  行政相对人名称: '示例公司（南昌）',
  行政相对人类别: '法人及非法人组织',
  统一社会信用代码: ORGANISATION,
  法定代表人: '示例甲',
  证件类型: '',
  证件号码: '',
  行政处罚决定书文号: '洪市监罚 [2026] 12号',
  违法行为类型: '发布虚假广告',
  违法事实: '虚构获奖情况。',
  处罚依据: '广告法第五十五条',
  处罚类别: '罚款、没收违法所得',
  处罚内容: '罚款2000元，没收违法所得500元。',
  '罚款金额（万元）': '0.2',
  没收金额: '0.05',
  处罚决定日期: '2026/3/9',
  处罚有效期: '2099/12/31',
  处罚机关: '南昌市东湖区市场监督管理局',
  处罚机关统一社会信用代码: ORGAN,
  公示日期: '2026-03-12',
  裁量档次: '从轻处罚',
  领域: '食品',
  处罚程序: '简易程序',
  失信程度: '',
  限制期限截止日: '',
  是否履行完毕: '是',
  纠正日期: '',
};

const read = (change: Readonly<Record<string, ImportCell>> = {}, context = TODAY) => readWith(SOUND, change, context);
const record = (change: Readonly<Record<string, ImportCell>> = {}, context = TODAY) => {
  const reading = read(change, context);
  if (!reading.record) throw new Error(JSON.stringify(reading.faults));
  return reading.record;
};
const faults = (change: Readonly<Record<string, ImportCell>>, context = TODAY) => {
  const reading = read(change, context);
  return reading.record ? [] : reading.faults;
};

describe('a penalty row', () => {
  it('becomes a record with everything in one spelling', () => {
    const { digest, factsText, ...rest } = record();
    expect(rest).toEqual({
      matterKey: 'market-penalty',
      recordType: 'penalty',
      subject: {
        kind: 'organisation',
        name: '示例公司（南昌）',
        identifierKind: 'uscc',
        identifier: ORGANISATION,
        legalRep: '示例甲',
      },
      docNumber: '洪市监罚〔2026〕12号',
      findingDate: '2026-03-09',
      publishedDate: '2026-03-12',
      organName: '南昌市东湖区市场监督管理局',
      organCode: ORGAN,
      facts: {
        penalties: [
          { kind: '罚款', amountYuan: 2000, bracket: 'lighter' },
          { kind: '没收违法所得', amountYuan: 500, bracket: 'lighter' },
        ],
        procedure: 'simple',
        field: 'food',
        act: '发布虚假广告',
        actFacts: '虚构获奖情况。',
        basis: '广告法第五十五条',
        content: '罚款2000元，没收违法所得500元。',
        validUntil: 'long-term',
      },
      dutiesPerformed: true,
      correctionDate: null,
      naturalKey: `market-penalty|洪市监罚〔2026〕12号|南昌市东湖区市场监督管理局|${ORGANISATION}`,
    });
    const { naturalKey: _, ...said } = rest;
    expect(JSON.parse(digest)).toEqual(said);
    expect(digest).toBe(JSON.stringify(JSON.parse(digest)));
    expect(factsText).toBe(JSON.stringify(rest.facts));
  });
  it('has the same key and digest in every spelling of the same content', () => {
    const other = record({
      行政相对人名称: ' 示例公司(南昌) ',
      统一社会信用代码: ORGANISATION.toLowerCase(),
      行政处罚决定书文号: '洪市监罚（2026）12号',
      '罚款金额（万元）': '2,000元',
      处罚决定日期: '20260309',
    });
    expect(other).toEqual(record());
  });
  it('changes the digest but not the key when content changes', () => {
    const changed = record({ 是否履行完毕: '否' });
    expect(changed.naturalKey).toBe(record().naturalKey);
    expect(changed.digest).not.toBe(record().digest);
  });
  it('belongs to market regulation by its organ, or as the upload says', () => {
    expect(record({ 处罚机关: '南昌市应急管理局' }).matterKey).toBe('other-penalty');
    expect(record({ 处罚机关: '江西省药品监督管理局' }).matterKey).toBe('market-penalty');
    expect(record({ 处罚机关: '南昌高新区管委会' }, { ...TODAY, marketRegulator: true }).matterKey).toBe(
      'market-penalty',
    );
  });
  it('is a sole trader’s where the code begins with 92', () => {
    expect(record({ 统一社会信用代码: TRADER, 行政相对人类别: '个体工商户' }).subject.kind).toBe('sole-trader');
    expect(record({ 统一社会信用代码: TRADER, 行政相对人类别: '' }).subject.kind).toBe('sole-trader');
    const tolerated = read({ 统一社会信用代码: TRADER, 行政相对人类别: '自然人' });
    expect(tolerated).toMatchObject({
      record: { subject: { kind: 'sole-trader' } },
      warnings: [{ field: '行政相对人类别' }],
    });
  });
  it('is kept out with the known message where category and code disagree', () => {
    const changes: readonly Record<string, ImportCell>[] = [
      { 统一社会信用代码: TRADER },
      { 行政相对人类别: '个体工商户' },
      { 行政相对人类别: '自然人' },
    ];
    for (const change of changes) expect(faults(change)[0]?.text).toContain('行政相对人代码_1(统一社会信用代码)不正确');
  });
  it('is about a person by the ID number, which has to be whole and right', () => {
    const person = { 行政相对人类别: '自然人', 统一社会信用代码: '', 证件类型: '身份证', 证件号码: PERSON };
    expect(record(person).subject).toEqual({
      kind: 'person',
      name: '示例公司（南昌）',
      identifierKind: 'citizen-id',
      identifier: PERSON,
    });
    expect(record({ ...person, 统一社会信用代码: PERSON, 证件号码: '' }).subject.identifierKind).toBe('citizen-id');
    expect(record({ ...person, 证件类型: '普通护照', 证件号码: 'e1234567' }).subject).toMatchObject({
      identifierKind: 'other-id',
      identifier: 'E1234567',
    });
    expect(faults({ ...person, 证件号码: '360100********0007' })[0]?.text).toContain('遮盖');
    expect(faults({ ...person, 证件号码: '' })).toEqual([{ field: '证件号码', text: '自然人须填证件号码' }]);
    expect(faults({ ...person, 证件号码: '36010019900230000X' })[0]?.text).toContain('出生日期');
  });
  it('lets a wrong check digit pass only with a reason, which is kept', () => {
    const wrong = { 统一社会信用代码: '91350211M0000XUF46' };
    expect(faults(wrong)[0]?.text).toContain('写明理由');
    const reading = read(wrong, { ...TODAY, overrideCheckDigit: '与营业执照一致' });
    expect(reading).toMatchObject({
      record: { checkDigitOverride: '与营业执照一致', subject: { identifier: '91350211M0000XUF46' } },
    });
    expect(reading.warnings[0]?.text).toContain('与营业执照一致');
    expect(record({}, { ...TODAY, overrideCheckDigit: '理由' }).checkDigitOverride).toBeUndefined();
    expect(faults({ 统一社会信用代码: '9135021' }, { ...TODAY, overrideCheckDigit: '理由' })[0]?.text).toContain(
      '18位',
    );
  });
  it('accepts an old registration number with a warning', () => {
    expect(read({ 统一社会信用代码: '360102200012345' })).toMatchObject({
      record: { subject: { identifierKind: 'regno' } },
      warnings: [{ text: expect.stringContaining('旧注册号') }],
    });
    expect(read({ 统一社会信用代码: '', 工商注册号: '360102200012345' })).toMatchObject({
      record: { subject: { identifierKind: 'regno' } },
    });
  });
  it('explains a code that a spreadsheet has turned into a number', () => {
    expect(faults({ 统一社会信用代码: '9.1360102E+17' })[0]?.text).toContain('科学计数');
  });
  it('names all faults of a row at once', () => {
    expect(
      faults({
        行政相对人名称: '',
        行政处罚决定书文号: '',
        处罚决定日期: '2027-01-01',
        处罚类别: '罚金',
        '罚款金额（万元）': 'x',
      }).map((one) => one.field),
    ).toEqual(['行政相对人名称', '行政处罚决定书文号', '处罚决定日期', '处罚类别', '罚款金额（万元）']);
  });
  it('needs a sum for a fine, and doubts yuan in the column of 万元', () => {
    expect(faults({ '罚款金额（万元）': '' })).toEqual([
      { field: '罚款金额（万元）', text: '处罚类别含罚款，须填罚款金额' },
    ]);
    expect(read({ '罚款金额（万元）': '2000' }).warnings[0]?.text).toContain('疑似把元填进了');
    expect(read({ 处罚类别: '警告', 没收金额: '' }).warnings[0]?.text).toContain('不含罚款');
  });
  it('tells a business licence from other licences, and puts the term where it belongs', () => {
    expect(
      record({ 处罚类别: '吊销许可证、执照', 处罚内容: '吊销其营业执照。', '罚款金额（万元）': '', 没收金额: '' }).facts
        .penalties[0]?.kind,
    ).toBe('吊销营业执照');
    const limited = record({ 处罚类别: '罚款；限制从业', 限制期限截止日: '2028-03-08', 没收金额: '' });
    expect(limited.facts.penalties).toEqual([
      { kind: '罚款', amountYuan: 2000, bracket: 'lighter' },
      { kind: '限制从业', bracket: 'lighter', termEnds: '2028-03-08' },
    ]);
  });
  it('reads classes, and leaves 较重 to the authority', () => {
    expect(record({ 失信程度: '一般' }).facts.class).toBe('general');
    expect(record({ 失信程度: '轻微失信' }).facts.class).toBe('minor');
    expect(record({ 失信程度: '严重' }).facts.class).toBe('serious');
    expect(read({ 失信程度: '较重' })).toMatchObject({
      record: { facts: expect.not.objectContaining({ class: 'serious' }) },
      warnings: [{ field: '失信程度' }],
    });
  });
  it.each([
    ['是', true],
    ['已履行', true],
    ['全部履行', true],
    ['否', false],
    ['部分履行', false],
    ['全部未履行', false],
    ['', null],
    ['待查', null],
  ])('reads 是否履行完毕 %s', (text, expected) =>
    expect(record({ 是否履行完毕: text }).dutiesPerformed).toBe(expected),
  );
  it('keeps out cells that begin like formulas in CSV, formulas and error values in workbooks', () => {
    for (const text of ['=HYPERLINK("x")', '+cmd|x', '@SUM(A1)', '-2+3', '＝1+1'])
      expect(faults({ 行政相对人名称: text })[0]?.text, text).toContain('公式符号');
    expect(faults({ 违法事实: { kind: 'formula', text: '1' } }, { ...TODAY, csv: false })[0]?.text).toContain(
      '选择性粘贴',
    );
    expect(faults({ 违法事实: { kind: 'error', text: '#N/A' } }, { ...TODAY, csv: false })[0]?.text).toContain('#N/A');
    expect(record({ 没收金额: '-' }).facts.penalties[1]).not.toHaveProperty('amountYuan');
  });
  it('refuses texts longer than the standard’s columns', () => {
    expect(faults({ 违法事实: '长'.repeat(5001) })).toEqual([
      { field: '违法事实', text: '超过 5000 字（现有 5001 字）' },
    ]);
  });
});
