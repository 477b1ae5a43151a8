import { describe, expect, it } from 'vitest';
import { columnLetter, readHeader } from './import-header.ts';

const rows = (...lines: string[]) => lines.map((line, index) => ({ rowNo: index + 1, cells: line.split('|') }));
const CHINESE =
  '行政相对人名称|行政相对人类别|行政相对人代码_1（统一社会信用代码）|行政处罚决定书文号|违法事实|处罚类别|罚款金额（万元）|处罚决定日期|处罚机关|处罚机关统一社会信用代码';
const CODES = 'CF_XDR_MC|CF_XDR_LB|CF_XDR_SHXYM|CF_WSH|CF_SY|CF_CFLB|CF_NR_FK|CF_JDRQ|CF_CFJG|CF_CFJGDM';

function found(...lines: string[]) {
  const reading = readHeader(rows(...lines));
  if (reading.kind !== 'found') throw new Error(JSON.stringify(reading));
  return reading.header;
}

describe('readHeader', () => {
  it('finds codes and Chinese headings alike', () => {
    expect(found(CODES).at).toEqual(found(CHINESE).at);
    expect(found(CODES).template).toBe('penalty');
    expect(found(CODES.toLowerCase()).at.docNumber).toBe(3);
  });
  it('finds the heading below a title and notes', () => {
    expect(found('行政处罚信息公示表', '填报单位：某某局', CHINESE).rowNos).toEqual([3]);
  });
  it('takes a code row and a Chinese row together, in either order', () => {
    const both = found(CODES, CHINESE);
    expect(both.rowNos).toEqual([1, 2]);
    expect(both.headings.docNumber).toBe('行政处罚决定书文号');
    expect(found('标题', CHINESE, CODES).rowNos).toEqual([2, 3]);
  });
  it('does not take the first row of data for a second heading', () => {
    expect(
      found(CHINESE, '示例公司|法人及非法人组织|91360102MAEXAMP012|文号|事实|罚款|1|2026-01-01|某局|11').rowNos,
    ).toEqual([1]);
  });
  it.each([
    '行政相对人名称*',
    '*行政相对人名称',
    '＊ 行政相对人名称',
    '行政相对人\n名称',
    '行政相对人名称（必填）',
    '行政相对人名称(必填)',
    '行政 相对人 名称：',
    '相对人名称',
    'CF_XDR_MC',
    'CF_XDR',
  ])('knows the spelling %j', (heading) => {
    expect(found(CHINESE.replace('行政相对人名称', heading)).at.name).toBe(0);
  });
  it('knows brackets of either width, and what the unit of a column is', () => {
    expect(found(CHINESE.replace('（统一社会信用代码）', '(统一社会信用代码)')).at.uscc).toBe(2);
    expect(found(CHINESE).units.fine).toBe('万元');
    expect(found(CHINESE.replace('罚款金额（万元）', '罚款金额(元)')).units.fine).toBe('元');
  });
  it('knows the columns of 2015–2017', () => {
    const older = found(
      'CF_WSH|CF_CFMC|CF_CFLB1|CF_SY|CF_XDR_MC|CF_XDR_SHXYM|CF_XDR_GSDJ|CF_FR|CF_JG|CF_JDRQ|CF_XZJG|CF_ZT|SJC',
    );
    expect(older).toMatchObject({ older: true, at: { organName: 10, content: 8, regNo: 6, legalRep: 7 } });
  });
  it('refuses the same column twice, naming both', () => {
    const twice = readHeader(rows(`${CHINESE}|行政处罚决定书文号`));
    expect(twice).toMatchObject({ kind: 'duplicate' });
    expect(twice.kind === 'duplicate' && twice.text).toContain('D列“行政处罚决定书文号”与K列“行政处罚决定书文号”');
    expect(readHeader(rows(`${CHINESE}|处罚文号`)).kind).toBe('duplicate');
    expect(readHeader(rows(`${CHINESE}|批次|批次`)).kind).toBe('duplicate');
    expect(
      readHeader(
        rows(CODES.replace('CF_WSH', 'CF_SY').replace('CF_SY', 'CF_WSH'), CHINESE.replace('违法事实', '处罚依据')),
      ).kind,
    ).toBe('duplicate');
  });
  it('lets a second spelling of a minor column stand', () => {
    expect(found(`${CHINESE}|法定代表人|负责人`).others.map((one) => one.heading)).toEqual(['负责人']);
  });
  it('lists every required column that is missing', () => {
    const reading = readHeader(rows('行政相对人名称|统一社会信用代码|处罚类别|罚款金额|备注'));
    expect(reading).toMatchObject({
      kind: 'missing',
      labels: [
        '行政处罚决定书文号',
        '处罚决定日期',
        '处罚机关',
        '处罚机关统一社会信用代码',
        '违法事实（或违法行为类型、处罚内容）',
      ],
    });
  });
  it('tells the list template, which needs to know the matter', () => {
    const columns = '主体名称|统一社会信用代码|列入原因|列入日期|列入决定机关';
    expect(found(`名单类型|${columns}`).template).toBe('list');
    expect(readHeader(rows(columns))).toMatchObject({ kind: 'missing', template: 'list', labels: ['事项'] });
    expect(readHeader(rows(columns), true).kind).toBe('found');
  });
  it('finds none in notes and empty sheets', () => {
    expect(readHeader(rows('填报说明', '金额单位为万元'))).toEqual({ kind: 'none' });
    expect(readHeader([])).toEqual({ kind: 'none' });
  });
  it('counts columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
