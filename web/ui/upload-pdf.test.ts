import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pdfOutline } from '#domain/intake/files/pdf-outline.ts';
import { checkPdf } from './upload-check-pdf.ts';
import { picturesToPdf } from './upload-pdf.ts';

const page = (width: number, height: number, sign: number) => ({
  jpeg: new Uint8Array(1_000).fill(sign),
  width,
  height,
});
const outline = (pdf: Uint8Array) => pdfOutline(pdf, async (packed) => inflateSync(packed), 100);

test('photos become one PDF of upright A4 pages, in their order', async () => {
  const pdf = picturesToPdf([page(1_500, 2_000, 65), page(2_000, 1_500, 66)]);
  expect(await outline(pdf)).toEqual({ pages: 2, lock: null, size: { width: 595.28, height: 841.89 } });
  const letters = Buffer.from(pdf).toString('latin1');
  expect(letters.indexOf('A'.repeat(1_000))).toBeGreaterThan(0);
  expect(letters.indexOf('B'.repeat(1_000))).toBeGreaterThan(letters.indexOf('A'.repeat(1_000)));
  // 1500 × 2000 points on 595.28 × 841.89: as wide as the page, in the middle of its height.
  expect(letters).toContain('q 595.28 0.00 0.00 793.71 0.00 24.09 cm /P Do Q');
  expect((await outline(picturesToPdf([page(20, 10, 67)])))!.size).toEqual({ width: 841.89, height: 595.28 });
});

test('the browser says at once what is wrong with a PDF', async () => {
  const said = (letters: string) => checkPdf(new Blob([letters]), 'page');
  const pdf = (more: string, kids = '[3 0 R]', box = '0 0 595 842') =>
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Kids ${kids} /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /MediaBox [${box}] >>\nendobj\n${more}`;
  const whole = (text: string, trailer = '') => {
    const rows = [1, 2, 3]
      .map((id) => `${String(text.indexOf(`\n${id} 0 obj`) + 1).padStart(10, '0')} 00000 n \n`)
      .join('');
    return `${text}xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF`;
  };
  expect(await said(whole(pdf('')))).toEqual({ fault: null, doubts: [] });
  expect((await said('PK\x03\x04')).fault).toContain('不是 PDF');
  expect((await said(whole(pdf('', '[]')))).fault).toContain('一页也没有');
  expect((await said(whole(pdf(''), '/Encrypt << /Filter /Standard >>'))).doubts).toEqual([
    expect.stringContaining('加了锁'),
  ]);
  expect((await said(whole(pdf('', '[3 0 R]', '0 0 243 153')))).doubts).toEqual([expect.stringContaining('证件大小')]);
  expect((await said(pdf(''))).doubts).toEqual([expect.stringContaining('不完整')]);
});
