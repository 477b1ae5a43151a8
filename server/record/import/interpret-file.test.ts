import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { makeUscc } from '#domain/uscc.ts';
import { type ImportOptions, interpretFile, type RowOutcome } from './interpret-file.ts';
import { type TestPart, testFolder, workbookParts, zipOf } from './test-workbook.ts';

const folder = testFolder();
afterAll(() => folder.remove());

const ORGANISATION = makeUscc('91360102MAEXAMP01') ?? '';
const HEADING =
  '行政相对人名称,统一社会信用代码,行政处罚决定书文号,违法事实,处罚类别,处罚决定日期,处罚机关,处罚机关统一社会信用代码';
const organ = makeUscc('11360000MBEXAMP10') ?? '';
const line = (name: string) =>
  `${name},${ORGANISATION},洪市监罚〔2026〕1号,虚假广告,警告,2026-03-09,南昌市东湖区市场监督管理局,${organ}`;

async function run(content: string | Buffer, options: Partial<ImportOptions> = {}, name = 'file.bin') {
  const rows: RowOutcome[] = [];
  let refusal: Refusal | undefined;
  for await (const piece of interpretFile(folder.put(name, content), { today: '2026-11-23', ...options })) {
    expect(refusal, 'nothing follows a refusal').toBeUndefined();
    if (isRefusal(piece)) refusal = piece;
    else rows.push(...piece);
  }
  return { rows, refusal, names: rows.map((row) => row.ok?.subject.name) };
}

const iconv = (text: string, to: string) => execFileSync('iconv', ['-f', 'UTF-8', '-t', to], { input: text });

describe('CSV', () => {
  const text = `${HEADING}\r\n${line('示例甲公司')}\r\n${line('示例乙公司')}\r\n`;

  it.each<[string, string | Buffer]>([
    ['UTF-8', text],
    ['UTF-8 with BOM', `\ufeff${text}`],
    ['GB18030', iconv(text, 'GB18030')],
    [
      'UTF-16 with BOM, tabs',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replaceAll(',', '\t'), 'utf16le')]),
    ],
    ['semicolons', text.replaceAll(',', ';')],
    ['tabs', text.replaceAll(',', '\t')],
    ['LF', text.replaceAll('\r\n', '\n')],
    [
      'codes behind a tab or a quote mark',
      text.replaceAll(`,${ORGANISATION}`, `,'${ORGANISATION}`).replaceAll(`,${organ}`, `,"\t${organ}"`),
    ],
    ['codes as ="…"', text.replaceAll(`,${ORGANISATION}`, `,"=""${ORGANISATION}"""`)],
  ])('is read in %s', async (_, content) => {
    const { names, refusal, rows } = await run(content);
    expect(refusal).toBeUndefined();
    expect(names).toEqual(['示例甲公司', '示例乙公司']);
    expect(rows.map((row) => row.rowNo)).toEqual([2, 3]);
    expect(rows.every((row) => row.warnings.length === 0)).toBe(true);
  });
  it('counts rows as spreadsheets do: blank lines count, line breaks in a field do not', async () => {
    const { rows } = await run(
      `标题\n${HEADING}\n\n"${line('示例甲公司').replace(',', '\n续",')}\n${line('示例乙公司')}\n,,,\n`,
    );
    expect(rows.map((row) => row.rowNo)).toEqual([4, 5]);
    expect(rows.at(-1)?.progress).toBe(1);
  });
  it('lets good rows land beside bad ones', async () => {
    const { rows } = await run(`${HEADING}\n${line('')}\n${line('示例乙公司')}\n${line('=cmd()')}\n`);
    expect(rows.map((row) => [row.rowNo, row.ok !== undefined, row.faults[0]?.field])).toEqual([
      [2, false, '行政相对人名称'],
      [3, true, undefined],
      [4, false, '行政相对人名称'],
    ]);
  });
  it('is refused at an unclosed quote near the top, before any row', async () => {
    const { rows, refusal } = await run(`${HEADING}\n${line('示例甲公司')}\n"${line('x')}\n${line('y')}\n`);
    expect(rows).toEqual([]);
    expect(refusal).toMatchObject({ code: 'import-csv-quote', text: expect.stringContaining('第 3 行') });
  });
  it('ends with a refusal at an unclosed quote further down', async () => {
    const above = `${line('示例甲公司')}\n`.repeat(4000);
    const { rows, refusal } = await run(`${HEADING}\n${above}"${line('x')}\n${above}`);
    expect(rows.length).toBeGreaterThan(1000);
    expect(refusal).toMatchObject({ code: 'import-csv-quote', text: expect.stringContaining('第 4002 行') });
  });
});

describe('refusals of a file', () => {
  const refused: readonly (readonly [string, string | Buffer, string, string, Partial<ImportOptions>?])[] = [
    ['an empty file', '', 'import-empty', '空的'],
    ['blank lines only', '\n , ,\n', 'import-empty', '没有内容'],
    [
      'an old .xls or a workbook with a password',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'import-old-xls',
      '另存为 .xlsx',
    ],
    ['a PDF', '%PDF-1.7 …', 'import-wrong-type', 'PDF'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'import-wrong-type', '图片'],
    ['an HTML table named .xls', '\n<html><table>', 'import-wrong-type', '网页'],
    ['text in no known encoding', Buffer.from([0x41, 0x2c, 0xff, 0xff, 0x0a]), 'import-encoding', 'GB18030'],
    ['binary content', Buffer.from([0x41, 0x00, 0x42]), 'import-encoding', 'GB18030'],
    ['a file over the limit', `${HEADING}\n${line('x')}\n`, 'import-too-large', '上限', { maxBytes: 100 }],
    ['too many rows', `${HEADING}\n${`${line('x')}\n`.repeat(5)}`, 'import-too-many-rows', '超过 4 行', { maxRows: 4 }],
    ['no heading', 'a,b,c\n1,2,3\n', 'import-no-header', '表头'],
    ['a heading without data', `${HEADING}\n`, 'import-no-rows', '没有数据行'],
    [
      'a column twice',
      `${HEADING},处罚文号\n${line('x')},y\n`,
      'import-duplicate-columns',
      'C列“行政处罚决定书文号”与I列“处罚文号”',
    ],
    [
      'missing columns',
      `${HEADING.replace('处罚决定日期', '备注')}\n${line('x')}\n`,
      'import-missing-columns',
      '处罚决定日期',
    ],
  ];
  it.each(refused.map(([about, content, code, text, options]) => ({ about, content, code, text, options })))(
    '$about',
    async ({ content, code, text, options }) => {
      const { rows, refusal } = await run(content, options);
      expect(rows).toEqual([]);
      expect(refusal).toMatchObject({ kind: 'invalid', code, text: expect.stringContaining(text) });
    },
  );
  it('are decided by content, not by name', async () => {
    expect((await run('%PDF-1.7', {}, 'a.xlsx')).refusal?.code).toBe('import-wrong-type');
    expect((await run(`${HEADING}\n${line('示例甲公司')}\n`, {}, 'a.xlsx')).names).toEqual(['示例甲公司']);
  });
});

describe('workbooks', () => {
  const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
  const heading = row(1, HEADING.split(',').map(inline).join(''));
  const data = (number: number, name: string) => row(number, line(name).split(',').map(inline).join(''));
  const sheet = (...rows: string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  const sound = sheet(heading, data(2, '示例甲公司'));
  const book = (sheetXml: string, more: readonly TestPart[] = []) => zipOf(workbookParts(sheetXml, more));

  it('are read with prefixes, inline texts, gaps in row numbers', async () => {
    const { names, rows } = await run(
      book(sheet(heading, data(7, '示例甲公司')).replaceAll('<row', '<x:row').replaceAll('</row', '</x:row')),
    );
    expect(names).toEqual(['示例甲公司']);
    expect(rows[0]).toMatchObject({ sheet: '表&一', rowNo: 7, progress: 1 });
  });
  it('read days from serial numbers by style, in both date systems, and shared texts of several pieces', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="180"/></cellXfs></styleSheet>';
    const shared = '<sst><si><r><t>示例</t></r><r><t>丙公司</t></r><rPh><t>shili</t></rPh></si></sst>';
    const cells = line('x').split(',').map(inline);
    cells[0] = '<c r="A2" t="s"><v>0</v></c>';
    cells[5] = '<c r="F2" s="1"><v>46090.5</v></c>';
    const parts: TestPart[] = [
      { name: 'xl/styles.xml', content: styles },
      { name: 'xl/sharedStrings.xml', content: shared },
    ];
    const first = (await run(book(sheet(heading, row(2, cells.join(''))), parts))).rows[0]?.ok;
    expect(first).toMatchObject({ findingDate: '2026-03-09', subject: { name: '示例丙公司' } });
    const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>';
    cells[5] = '<c r="F2" s="1"><v>44628</v></c>';
    const other = await run(
      book(sheet(heading, row(2, cells.join(''))), [...parts, { name: 'xl/workbook.xml', content: workbook }]),
    );
    expect(other.rows[0]?.ok?.findingDate).toBe('2026-03-09');
  });
  it('keep out rows with formulas or error values in known columns', async () => {
    const cells = line('x').split(',').map(inline);
    const formula = [...cells];
    formula[0] = '<c r="A2" t="str"><f>B2</f><v>示例公司</v></c>';
    const wrong = [...cells];
    wrong[0] = '<c r="A3" t="e"><v>#REF!</v></c>';
    const { rows } = await run(book(sheet(heading, row(2, formula.join('')), row(3, wrong.join('')))));
    expect(rows.map((one) => one.faults[0]?.text)).toEqual([
      expect.stringContaining('公式'),
      expect.stringContaining('#REF!'),
    ]);
  });
  it('pass over notes and refuse the whole file for a doubtful heading in a later sheet', async () => {
    const two = (second: string): TestPart[] => [
      {
        name: 'xl/workbook.xml',
        content: '<workbook><sheets><sheet name="一" r:id="rId1"/><sheet name="二" r:id="rId3"/></sheets></workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content:
          '<R><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Target="worksheets/sheet2.xml"/></R>',
      },
      { name: 'xl/worksheets/sheet2.xml', content: second },
    ];
    expect((await run(book(sound, two(sheet(row(1, inline('填报说明'))))))).names).toEqual(['示例甲公司']);
    const doubtful = await run(
      book(sound, two(sheet(row(1, HEADING.replace('处罚决定日期', '备注').split(',').map(inline).join(''))))),
    );
    expect(doubtful).toMatchObject({ rows: [], refusal: { code: 'import-missing-columns', more: { sheet: '二' } } });
  });

  const refused: readonly (readonly [string, () => Buffer, string, Partial<ImportOptions>?])[] = [
    ['an archive that is no workbook', () => zipOf([{ name: 'a.txt', content: 'x' }]), 'import-not-xlsx'],
    ['macros', () => book(sound, [{ name: 'xl/vbaProject.bin', content: 'x' }]), 'import-macros'],
    ['a damaged archive', () => book(sound).subarray(0, 300), 'import-damaged'],
    ['a damaged part', () => corrupt(book(sound)), 'import-damaged'],
    ['XML that breaks off', () => book('<worksheet><sheetData><row r="1"><c'), 'import-damaged'],
    ['a DTD', () => book(`<!DOCTYPE a [<!ENTITY b "c">]>${sound}`), 'import-damaged'],
    [
      'a part that unpacks to more than its directory says',
      () => book(sound, [{ name: 'xl/worksheets/sheet1.xml', content: sound, claims: 50 }]),
      'import-zip-bomb',
    ],
    [
      'a part that unpacks out of all proportion',
      () => book(sound, [{ name: 'xl/media/a.xml', content: Buffer.alloc(20_000_000) }]),
      'import-zip-bomb',
    ],
    ['too much once unpacked', () => book(sound), 'import-zip-bomb', { maxUnpackedBytes: 500 }],
    ['too many parts', () => book(sound), 'import-zip-bomb', { maxEntries: 3 }],
    [
      'too many shared texts',
      () => book(sound, [{ name: 'xl/sharedStrings.xml', content: '<sst><si><t>x</t></si></sst>' }]),
      'import-too-large',
      { maxSharedBytes: 10 },
    ],
    ['too many rows', () => book(sheet(heading, data(2, 'a'), data(3, 'b'))), 'import-too-many-rows', { maxRows: 2 }],
    ['no sheets', () => book(sound, [{ name: 'xl/workbook.xml', content: '<workbook/>' }]), 'import-empty'],
    ['empty sheets', () => book(sheet()), 'import-empty'],
  ];
  it.each(refused.map(([about, content, code, options]) => ({ about, content, code, options })))(
    'are refused for $about',
    async ({ content, code, options }) => {
      const { rows, refusal } = await run(content(), options);
      expect(rows).toEqual([]);
      expect(refusal?.code).toBe(code);
    },
  );
  it('do not count formatted empty rows against the bound', async () => {
    const empty = Array.from({ length: 20 }, (_, index) => row(index + 3, '<c s="1"/>'));
    expect((await run(book(sheet(heading, data(2, '示例甲公司'), ...empty)), { maxRows: 2 })).names).toEqual([
      '示例甲公司',
    ]);
  });
});

/** Spoils the packed bytes of the sheet, the last part of the archive. */
function corrupt(archive: Buffer): Buffer {
  const at = archive.lastIndexOf('PK\x03\x04', undefined, 'latin1') + 60;
  archive.fill(0xff, at, at + 20);
  return archive;
}
