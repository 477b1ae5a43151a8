import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import { jpegComment, madeJpeg, madePdf, madePng, madeZip, packedPdf, phoneNotes } from '../testing/made-files.ts';
import { nameFor } from './file-kinds.ts';
import { inspectFile } from './inspect-file.ts';
import { hardenedHash } from './opens-without-password.ts';

const limit = 500;
async function kept(content: Buffer) {
  const result = await inspectFile(content, limit);
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${result.text}`);
  return result;
}
async function refused(content: Buffer) {
  const result = await inspectFile(content, limit);
  if (!isRefusal(result)) throw new Error(`kept as ${result.kind}`);
  expect(result.fields).toEqual([{ field: 'file', text: result.text }]);
  return `${result.code}：${result.text}`;
}
const latin = (letters: string) => Buffer.from(letters, 'latin1');

describe('what is kept', () => {
  test.each([
    ['one page', madePdf(), 1],
    ['499 pages', madePdf({ pages: 499 }), 499],
    ['a table of contents that is broken', madePdf({ pages: 3, table: false }), 3],
    ['objects and table packed in streams', packedPdf(7), 7],
  ])('a PDF: %s', async (_what, content, pages) => {
    expect(await kept(content)).toEqual({ kind: 'application/pdf', content, pages });
  });

  test('a JPEG loses place, make and comments, and keeps its pixels and the direction it was held', async () => {
    const plain = madeJpeg();
    const notes = [phoneNotes(6), jpegComment('taken at home')];
    const { kind, content } = await kept(madeJpeg({ notes }));
    expect(kind).toBe('image/jpeg');
    for (const secret of ['ExamplePhone', 'taken at home', '\x25\x88'])
      expect(content.includes(secret, 0, 'latin1')).toBe(false);
    // The direction is told in a segment of its own right after the start; the rest is the picture byte for byte.
    const said = content.subarray(2, 2 + 36);
    expect(said.toString('hex')).toBe(
      'ffe100224578696600004d4d002a000000080001011200030000000100060000000000000000'.slice(0, 72),
    );
    expect(Buffer.concat([content.subarray(0, 2), content.subarray(38)]).equals(plain)).toBe(true);
    expect((await kept(content)).content.equals(content)).toBe(true);
    expect((await kept(madeJpeg({ notes: [phoneNotes(1)] }))).content.equals(plain)).toBe(true);
  });

  test('a PNG loses place, texts and times', async () => {
    const chunks: [string, Buffer][] = [
      ['eXIf', phoneNotes(1)],
      ['tEXt', latin('Author\0somebody')],
      ['tIME', Buffer.alloc(7)],
      ['pHYs', Buffer.alloc(9)],
    ];
    const { content } = await kept(madePng({ chunks }));
    expect(content.equals(madePng({ chunks: chunks.slice(3) }))).toBe(true);
  });

  test('what a phone hangs behind a picture (a short film) is cut off', async () => {
    const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), latin('ftypmp42'), Buffer.alloc(500)]);
    expect((await kept(Buffer.concat([madeJpeg(), film]))).content.equals(madeJpeg())).toBe(true);
  });

  test('the name gets the ending of the content', () => {
    expect(nameFor('凭证.pdf.exe', 'application/pdf')).toBe('凭证.pdf.exe.pdf');
    expect(nameFor('照片.JPEG', 'image/jpeg')).toBe('照片.JPEG');
  });
});

describe('what is not', () => {
  const pdf = madePdf();
  test.each([
    ['a renamed program', latin('MZ\x90\0\x03\0\0\0'), /^file-type：这是一个程序文件/],
    ['a script', latin('#!/bin/sh\nrm -rf'), /^file-type：这是一段程序/],
    ['a web page', latin('<!DOCTYPE html><p>'), /^file-type：这是网页/],
    ['a drawing with scripts', latin('<?xml version="1.0"?><svg onload="x()">'), /^file-type：这是网页/],
    ['GIF that is a script too', latin('GIF89a/*....*/=1;alert(1)'), /^file-type：这种图片（GIF/],
    ['a photo of an iPhone', latin('\0\0\0\x18ftypheic\0\0'), /^file-type：这是 HEIC 照片/],
    ['a film', latin('\0\0\0\x18ftypmp42\0\0'), /^file-type：这是视频/],
    ['old Word', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), /^file-type：这是旧版 Word/],
    ['Word', madeZip(['[Content_Types].xml', 'word/document.xml']), /^file-type：这是 Word 文档/],
    [
      'Word with macros under a plain name',
      madeZip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
      /^file-type：.*带有宏/,
    ],
    ['Excel', madeZip(['xl/workbook.xml']), /^file-type：这是 Excel/],
    ['OFD', madeZip(['OFD.xml', 'Doc_0/Document.xml']), /^file-type：这是 OFD/],
    ['a zip', madeZip(['a.jpg']), /^file-type：这是压缩包/],
    ['a zip bomb', madeZip(['0'], 4_000_000_000), /^file-type：这个压缩包解开以后大得不正常/],
    ['a zip of very many files', madeZip(Array.from({ length: 12_000 }, (_, index) => String(index))), /大得不正常/],
    ['a broken zip', madeZip(['a.jpg']).subarray(0, 40), /^file-type：这是压缩包，而且已经损坏/],
    ['nothing known', latin('hello'), /^file-type：只接受 PDF、JPG、PNG/],
    ['a PDF with a zip behind it', Buffer.concat([pdf, madeZip(['evil.exe'])]), /^file-two-in-one/],
    ['a PDF with a page behind it', Buffer.concat([pdf, latin('<script>x()</script>')]), /^file-two-in-one/],
    [
      'a PDF that is a page from its first line',
      Buffer.concat([latin('%PDF-1.4\n<html><script>'), pdf]),
      /^file-two-in-one/,
    ],
    ['a picture with a zip behind it', Buffer.concat([madeJpeg(), madeZip(['evil.exe'])]), /^file-two-in-one/],
    [
      'a picture with PHP in its comment',
      madeJpeg({ notes: [jpegComment('<?php system($_GET[0]);')] }),
      /^file-two-in-one/,
    ],
    ['a picture that is a PDF too', madeJpeg({ notes: [jpegComment('%PDF-1.4')] }), /^file-two-in-one/],
    ['a PNG with a program behind it', Buffer.concat([madePng(), latin('MZ\x90\0')]), /^file-two-in-one/],
    [
      'a JPEG cut off in its pixels',
      madeJpeg({ width: 800, height: 800 }).subarray(0, -300),
      /^file-damaged：这张照片不完整/,
    ],
    ['a JPEG cut off in its head', madeJpeg().subarray(0, 60), /^file-damaged：这张照片不完整/],
    ['a JPEG of its first bytes only', latin('\xff\xd8\xff'), /^file-damaged/],
    ['a PNG cut off', madePng().subarray(0, -20), /^file-damaged：这张照片不完整/],
    ['a PNG with changed bytes', flipped(madePng(), 45), /^file-damaged：这张照片已经损坏/],
    ['a PNG with too few pixels', madePng({ rows: 12 }), /^file-damaged/],
    ['a PNG that unpacks for ever', madePng({ width: 60, height: 40, rows: 4_000_000 }), /^file-damaged/],
    ['a picture of 3600 million points', grown(madeJpeg()), /^file-too-many-pixels：这张图片有 60000×60000 个点/],
    ['a PDF cut off', madePdf({ pages: 3 }).subarray(0, -60), /^file-damaged：这份 PDF 已经损坏/],
    ['a PDF of its first bytes only', latin('%PDF-1.7'), /^file-damaged/],
    ['a PDF without a page', madePdf({ pages: 0 }), /^file-empty/],
    ['10 000 pages', madePdf({ pages: 10_000 }), /^file-too-many-pages：这份 PDF 超过 500 页/],
    ['10 000 pages, packed', packedPdf(10_000), /^file-too-many-pages/],
    ['a lock of an unknown kind', madePdf({ more: '/Encrypt << /Filter /Example >>' }), /^file-locked/],
  ])('%s', async (_what, content, said) => {
    expect(await refused(content)).toMatch(said);
  });

  test('pages that say they are few, and a tree that goes in circles', async () => {
    const many = madePdf({ pages: 600 }).toString('latin1').replace('/Count 600', '/Count   1');
    expect(await refused(latin(many))).toMatch(/^file-too-many-pages/);
    const circle = madePdf({ pages: 1 }).toString('latin1').replace('[3 0 R]', '[2 0 R]');
    expect(await refused(latin(circle))).toMatch(/^file-empty/);
  });
});

/** The same bytes, said to be a picture of 60 000 points each way. */
function grown(jpeg: Buffer): Buffer {
  const copy = Buffer.from(jpeg);
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]));
  copy.writeUInt16BE(60_000, frame + 5);
  copy.writeUInt16BE(60_000, frame + 7);
  return copy;
}

function flipped(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content);
  copy[at]! ^= 0xff;
  return copy;
}

describe('locked PDFs', () => {
  // As Ghostscript locks a paper: once with an empty password for reading, 128 and 40 bits, and once with the password “u”.
  const locks = {
    owner: [
      '/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P 4294967292',
      '/O <77b8fb098022d3ab34237ea5643c08710ea5123fc5f88bf993a68cca5f12b40f>',
      '/U <bcbd798b2b943643f2643db76f9e524028bf4e5e4e758a4164004e56fffa0108>',
      '>> /ID [<bd8d6321ea0d68c625ecf09880063299> <00>]',
    ].join(' '),
    owner40: [
      '/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P 4294967292',
      '/O <d8a81f2f756b03f0e776376607dc67c098531ac3e51f6e5cf0fc1473b1ce0975>',
      '/U <357bc403be45144380f31e99117665919debc1bc62fd8324d9539699338c8ff8>',
      '>> /ID [<cc44df7610b09fd0eafa1408fd1f3859> <00>]',
    ].join(' '),
    user: [
      '/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P 4294967292',
      '/O <2a2f0a1990192c60114730bdcd39f37828a53c89a340dd473c85299dc5258e1c>',
      '/U <3d40049b1321ddb245c38693fdeb78f228bf4e5e4e758a4164004e56fffa0108>',
      '>> /ID [<7f4dd5f327364baeb8ba85210a16f75f> <00>]',
    ].join(' '),
  };

  test('one that opens for everybody is kept, one that asks for a password is not', async () => {
    expect((await kept(madePdf({ more: locks.owner }))).pages).toBe(1);
    expect((await kept(madePdf({ more: locks.owner40 }))).pages).toBe(1);
    expect(await refused(madePdf({ more: locks.user }))).toMatch(/^file-locked：这份 PDF 要密码/);
  });

  test('the hash of PDF 2.0 agrees with the published example (user password “user”)', () => {
    const salt = Buffer.from([83, 245, 146, 101, 198, 247, 34, 198]);
    const expected = '5ee6cd4ba663fa4cdb801155391121a4962e67b0a09cbbe9a6dfa3fd93eb5fb8';
    expect(hardenedHash(Buffer.from('user'), salt).toString('hex')).toBe(expected);
  });
});

test('whatever follows the first bytes: a file or a refusal, never an error', async () => {
  const heads = [latin('%PDF-1.4\n'), madePdf(), packedPdf(3), madeJpeg(), madePng(), madeZip(['word/document.xml'])];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.nat(), fc.uint8Array({ maxLength: 60 }), async (head, at, noise) => {
      const place = at % (head.length + 1);
      const content = Buffer.concat([head.subarray(0, place), noise, head.subarray(place + (at % 3) * noise.length)]);
      const before = createHash('sha256').update(content).digest('hex');
      const result = await inspectFile(content, limit);
      expect(isRefusal(result) ? /[\u4e00-\u9fff]/.test(result.text) : result.content.length > 0).toBe(true);
      expect(createHash('sha256').update(content).digest('hex')).toBe(before);
    }),
    { numRuns: 300 },
  );
});
