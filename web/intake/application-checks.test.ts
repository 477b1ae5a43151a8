import { describe, expect, it } from 'vitest';
import type { MaterialView, MatterView } from '#contract/catalog.ts';
import type { DraftContent } from '#contract/drafts.ts';
import type { RecordView } from '#contract/record.ts';
import {
  askedMaterials,
  type ChosenRecord,
  checkCommitment,
  checkMaterials,
  checkSubject,
  ownMaterials,
} from './application-checks.ts';

const material = (key: string, source: MaterialView['source'], required = true): MaterialView => ({
  key,
  name: `材料${key}`,
  why: '因为',
  required,
  source,
  cites: [],
});
const chosen = (recordId: string, ...materials: MaterialView[]): ChosenRecord => ({
  record: { recordId, docNumber: `文号${recordId}` } as RecordView,
  matter: { materials, extraFields: [] as MatterView['extraFields'] } as MatterView,
});
const draft = (materials: DraftContent['materials']): DraftContent => ({
  recordIds: [],
  form: {},
  extra: {},
  materials,
});

describe('what an application still needs', () => {
  const two = [
    chosen('a', material('proof', 'applicant'), material('licence', 'shared')),
    chosen('b', material('proof', 'applicant'), material('photo', 'applicant', false)),
  ];

  it('asks the same paper once for all the records that need it, and never for what offices have', () => {
    expect(askedMaterials(two).map((one) => [one.material.key, one.recordIds])).toEqual([
      ['proof', ['a', 'b']],
      ['photo', ['b']],
    ]);
    expect(ownMaterials(two).map((one) => one.key)).toEqual(['licence']);
  });

  it('wants a required paper for every record, and says how many are left', () => {
    expect(checkMaterials(draft({}), two).map((one) => one.text)).toEqual(['请上传“材料proof”']);
    expect(checkMaterials(draft({ a: { proof: ['1'] } }), two).map((one) => one.text)).toEqual([
      '“材料proof”还有 1 条没有对应的文件',
    ]);
    expect(checkMaterials(draft({ a: { proof: ['1'] }, b: { proof: ['1'] } }), two)).toEqual([]);
  });

  it.each([
    ['13800000000', true],
    ['0791-88888888', true],
    ['0791-88888888-12', true],
    ['123', false],
    ['+8613800000000', false],
  ])('telephone %s: %s', (phone, fits) => {
    const form = { subjectKind: 'person' as const, name: '示例', identifier: '1', address: '示例路', phone };
    expect(checkSubject(form)).toHaveLength(fits ? 0 : 1);
  });

  it('takes a typed name or drawn strokes, and only with the promise', () => {
    expect(checkCommitment(true, { way: 'typed', name: '示例甲' })).toEqual([]);
    expect(checkCommitment(false, { way: 'typed', name: '示例甲' })).toHaveLength(1);
    expect(checkCommitment(true, { way: 'drawn', name: '示例甲' })).toHaveLength(1);
    expect(checkCommitment(true, { way: 'drawn', name: '示例甲', path: 'M1,1L2,2' })).toEqual([]);
  });
});
