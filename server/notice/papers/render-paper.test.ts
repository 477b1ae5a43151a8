import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { type PaperKind, type PaperModel, paperTitles } from '#contract/paper-models.ts';
import { openPaperPress } from './paper-press.ts';
import { printPaper, renderPaper } from './render-paper.ts';
import { samplePapers } from './sample-papers.ts';

const press = openPaperPress();
afterAll(() => press.close());

const print = (model: PaperModel) => printPaper(model.kind, model as never, press);
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const grant = samplePapers['grant-decision'];
const form = samplePapers['joint-application-form'];

/** All characters the file's ToUnicode maps name: enough to see that a text was set and can be copied. */
function lettersOf(pdf: Uint8Array): Set<string> {
  const file = Buffer.from(pdf);
  const letters = new Set<string>();
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    let text: string;
    try {
      text = inflateSync(file.subarray(at + 7)).toString('latin1');
    } catch {
      continue;
    }
    if (!text.includes('beginbfchar')) continue;
    for (const [, hex] of text.matchAll(/<[0-9A-F]{4}> <((?:[0-9A-F]{4})+)>/gi)) {
      letters.add(Buffer.from(hex!, 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

function expectPaper(pdf: Uint8Array): void {
  const text = Buffer.from(pdf).toString('latin1');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
  expect(text).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  expect(text).toContain('/FontFile');
}

test.each(Object.values(samplePapers))('prints $kind as PDF/A-2b with its title and embedded fonts', async (model) => {
  const { pdf, pages } = await print(model);
  expectPaper(pdf);
  // The joint form has its 另附表 on a page of its own.
  expect(pages).toBeLessThanOrEqual(model.kind === 'joint-application-form' ? 3 : 2);
  const letters = lettersOf(pdf);
  for (const letter of paperTitles[model.kind as PaperKind].replace(/[“”]/gu, '')) expect(letters).toContain(letter);
  for (const letter of model.head.verification.code) expect(letters).toContain(letter);
});

test('short notices stay on one page, signature and seal included', async () => {
  for (const kind of ['acceptance-notice', 'decline-notice', 'correction-notice', 'extension-notice'] as const) {
    expect((await print(samplePapers[kind])).pages, kind).toBe(1);
  }
});

test('the 另附表 has a page of its own, and none where no matter asks', async () => {
  const { annex, footNote, ...plain } = form;
  const [whole, bare] = [await print(form), await print(plain)];
  expect(whole.pages).toBe(bare.pages + 1);
  const [printed, without] = [lettersOf(whole.pdf), lettersOf(bare.pdf)];
  for (const letter of '附车牌赣注') expect([letter, printed.has(letter)]).toEqual([letter, true]);
  expect(without.has('赣')).toBe(false);
});

test('equal data gives equal bytes, other words another digest', async () => {
  const first = digest(await renderPaper('grant-decision', grant, press));
  expect(digest(await renderPaper('grant-decision', structuredClone(grant), press))).toBe(first);
  const other = await renderPaper('grant-decision', { ...grant, notes: '另一句话。' }, press);
  expect(digest(other)).not.toBe(first);
});

test('names with rare characters are set, those without a type keep their code', async () => {
  const { pdf } = await print({ ...form, subject: { ...form.subject, name: '鄱婺堃犇龘𠮷' } });
  const letters = lettersOf(pdf);
  for (const letter of '鄱婺堃犇龘') expect(letters).toContain(letter);
  for (const letter of '〓U+20BB7') expect(letters).toContain(letter);
});

const hostile = [
  '#import "/etc/passwd": *\n#panic("x")\n#read("/etc/passwd")',
  '$ sum_(i=0)^n $ \\ `raw` *b* _c_ <label> @ref // comment /* = heading',
  '"}], "head": {"organName": "x"',
  '😀👨‍👩‍👧 \u0000\u0001\u001b\u007f\ud800\ufffe\u202eabc\u2066 עברית العربية ﷽ é́',
  `${'W'.repeat(5000)} ${'长'.repeat(10_000)}`,
  ' \n\r\n\t\u3000\n ',
  '',
];

test.each(hostile)('text typed by anybody is printed as text: %#', async (text) => {
  expectPaper((await print({ ...grant, notes: text, subject: { ...grant.subject, name: text.slice(0, 200) } })).pdf);
  const records = form.records.map((record) => ({ ...record, docNumber: text.slice(0, 400) }));
  expectPaper((await print({ ...form, statement: text, records })).pdf);
  const typed = { kind: 'typed', name: text.slice(0, 60) } as const;
  expectPaper((await print({ ...samplePapers.commitment, signature: typed })).pdf);
});

test('thirty records in one application are all listed', async () => {
  const records = Array.from({ length: 30 }, (_, i) => ({ ...form.records[0]!, docNumber: `示罚〔2026〕${i + 1}号` }));
  const { pages } = await print({ ...form, annex: [], records });
  expect(pages).toBeGreaterThan(2);
  expect(pages).toBeLessThanOrEqual(4);
});

test('absent fields leave blanks', async () => {
  const { phone, address, registryOrgan, ...subject } = form.subject;
  expectPaper((await print({ ...form, subject, statement: '', signature: undefined, appliedOn: undefined })).pdf);
  expectPaper((await print({ ...grant, contact: undefined, copiesTo: undefined, effects: [], basis: [] })).pdf);
});

test('a drawn signature is printed; a broken one does not cost the paper', async () => {
  const commitment = samplePapers.commitment;
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const signed = async (bytes: Buffer) =>
    (await print({ ...commitment, signature: { kind: 'png', base64: bytes.toString('base64') } })).pdf;
  expect(Buffer.from(await signed(png)).toString('latin1')).toContain('/Subtype /Image');
  const broken = [Buffer.concat([png.subarray(0, 40), Buffer.alloc(60, 7)]), Buffer.from('GIF89a'), Buffer.alloc(0)];
  for (const bytes of broken) expectPaper(await signed(bytes));
  const strokes = { kind: 'strokes', width: 0, height: Number.NaN, strokes: [[[1, 1]]] } as const;
  expectPaper((await print({ ...commitment, signature: strokes })).pdf);
});
