import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanFileName, contentDisposition } from './file-name.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\甲\\处罚决定书.pdf', '处罚决定书.pdf'],
  ['结论\u202efdp.exe', '结论fdp.exe'],
  ['a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
  ['..pdf ', 'pdf'],
  ['', '未命名文件'],
  [undefined, '未命名文件'],
  ['\ud800.pdf', '\ufffd.pdf'],
  [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(116)}.pdf`],
])('%j becomes %j', (given, name) => {
  expect(cleanFileName(given)).toBe(name);
});

test('Chinese names travel whole, with a plain one for old browsers', () => {
  expect(contentDisposition('attachment', "缴款凭证 (1)'.pdf")).toBe(
    `attachment; filename="____ (1)'.pdf"; filename*=UTF-8''%E7%BC%B4%E6%AC%BE%E5%87%AD%E8%AF%81%20%281%29%27.pdf`,
  );
});

test('no name whatever breaks out of the header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(contentDisposition('inline', name)).toMatch(
        /^inline; filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.%~!$&+^`|#-]+$/,
      );
      expect(cleanFileName(cleanFileName(name))).toBe(cleanFileName(name));
    }),
  );
});
