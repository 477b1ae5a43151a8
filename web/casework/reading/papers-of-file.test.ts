import { expect, test } from 'vitest';
import { kindText, paperAfter, papersOfFile } from './papers-of-file.ts';

const file = (attachmentId: string, materialKey: string) => ({
  attachmentId,
  materialKey,
  fileName: `${attachmentId}.pdf`,
  mediaType: 'application/pdf',
  bytes: 10,
  pages: 1,
  scan: 'clean' as const,
  uploadedAt: '2026-11-23T02:00:00.000Z',
  uploadedBy: '某某',
  reused: null,
});
const issued = (paperId: string, state: string) => ({
  paperId,
  kind: 'acceptance-notice',
  title: '受理通知书',
  docNumber: '示〔2026〕1号',
  issuedOn: '2026-11-23',
  state,
});
const materials = [
  {
    key: 'correction-proof',
    name: '证明材料',
    why: '',
    required: true,
    source: 'applicant' as const,
    cites: [],
  },
];
const view = {
  attachments: [file('a', 'correction-proof'), file('b', 'verification'), file('c', 'correction-proof')],
  papers: [issued('p', 'ready'), issued('q', 'ordered')],
  materials,
  missing: [],
};

test('materials first, then what was issued and is printed; files of one name are numbered', () => {
  const papers = papersOfFile({ ...view, papers: [issued('p', 'printed'), issued('q', 'ordered')] });
  expect(papers.map((one) => [one.id, one.name])).toEqual([
    ['a', '证明材料（1）'],
    ['b', '核实时取得的材料'],
    ['c', '证明材料（2）'],
    ['p', '受理通知书'],
  ]);
  expect(papers.at(-1)).toMatchObject({ kind: 'issued', fileName: '受理通知书示〔2026〕1号.pdf', scan: 'ours' });
});

test('a call for correction may have named a paper of its own; the matter’s own name goes first', () => {
  const own = { key: 'other-1', name: '现场照片', reason: '看不清' };
  const renamed = { key: 'correction-proof', name: '请重拍', reason: '看不清' };
  const papers = papersOfFile({
    ...view,
    attachments: [file('a', 'other-1'), file('b', 'correction-proof'), file('c', 'unknown')],
    papers: [],
    missing: [own, renamed],
  });
  expect(papers.map((one) => one.name)).toEqual(['现场照片', '证明材料', '补交的材料']);
});

test('one goes through them with two keys and stays at either end', () => {
  const papers = papersOfFile({ ...view, papers: [] });
  expect(paperAfter(papers, 'a', 1)?.id).toBe('b');
  expect(paperAfter(papers, 'c', 1)?.id).toBe('c');
  expect(paperAfter(papers, 'a', -1)?.id).toBe('a');
  expect(paperAfter(papers, null, -1)?.id).toBe('a');
  expect(paperAfter([], null, 1)).toBeUndefined();
});

test('what kind of file it is, in words', () => {
  expect(kindText('application/pdf', 3)).toBe('PDF，3 页');
  expect(kindText('application/pdf', null)).toBe('PDF');
  expect(kindText('image/jpeg', null)).toBe('JPG 图片');
});
