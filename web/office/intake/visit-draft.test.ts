import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Uploaded } from './UploadField.tsx';
import { beginVisit, emptyPerson, submissionOf, type Visit } from './visit.ts';
import { draftOf, visitOf } from './visit-draft.ts';
import { openPoints } from './visit-points.ts';

const file = (id: string) =>
  ({
    attachmentId: id,
    materialKey: 'm',
    fileName: `${id}.pdf`,
    mediaType: 'application/pdf',
    bytes: 9,
    digest: 'd',
  }) as Uploaded;
const begun = beginVisit({ subjectKind: 'organisation', name: '示例有限公司', legalRep: '示例甲', identifier: 'X' });
const visit: Visit = {
  ...begun,
  persons: [
    {
      ...emptyPerson,
      relation: 'agent',
      name: '示例壬',
      documentNumber: '3601',
      way: 'original',
      authorisation: 'paper',
      authorisationScans: [file('a')],
    },
    { ...emptyPerson, name: '示例甲' },
  ],
  chosen: ['r1', 'r2'],
  form: { ...begun.form, phone: '139', facts: '' },
  agentPhone: '13900000012',
  extra: { r1: { 'tax-ground': 'x' } },
  files: { r1: { proof: [file('b'), file('c')] }, r2: { proof: [file('b')] } },
  agreed: true,
  signed: { way: 'paper', name: '示例壬', path: '', scans: [file('d')] },
  originals: [{ name: '营业执照', pages: '', place: '1 号柜', returnBy: '2026-12-04' }],
};

describe('a visit kept as a draft', () => {
  test('comes back as it was typed, half numbers, files and all', () => {
    const kept = JSON.parse(JSON.stringify(draftOf(visit)));
    expect(visitOf(kept, begun)).toEqual(visit);
    expect(canonicalJson(draftOf(visitOf(kept, begun)))).toBe(canonicalJson(kept));
  });

  test('a draft without a counter part opens with what it has', () => {
    const opened = visitOf({ recordIds: ['r1'], form: { facts: '已缴清' }, extra: {}, materials: {} }, begun);
    expect(opened.persons).toEqual(begun.persons);
    expect(opened.form.facts).toBe('已缴清');
  });
});

describe('the submission of a visit', () => {
  test('the agent of the form is the person who was checked; the draft is the request', () => {
    const body = submissionOf(visit, 'draft-1');
    expect(body).toMatchObject({ requestId: 'draft-1', draftId: 'draft-1' });
    expect(body.form.agent).toEqual({ name: '示例壬', identifier: '3601', phone: '13900000012' });
    expect(body.commitment.signature).toEqual({ way: 'paper', name: '示例壬', attachmentIds: ['d'] });
    expect(body.items.map((one) => one.materials)).toEqual([
      [{ key: 'proof', attachmentIds: ['b', 'c'] }],
      [{ key: 'proof', attachmentIds: ['b'] }],
    ]);
    expect(submissionOf({ ...visit, persons: [{ ...emptyPerson, name: '示例甲' }] }, 'd').form.agent).toBeUndefined();
  });

  test('an original takes its promised day along; without one the server writes the usual day', () => {
    const kept = { name: '营业执照', pages: 1, place: '1 号柜' };
    const whole = visit.originals.map((one) => ({ ...one, pages: '1' }));
    const sent = (originals: Visit['originals']) => submissionOf({ ...visit, originals }, 'd').visit.originals;
    expect(sent(whole)).toEqual([{ ...kept, returnBy: '2026-12-04' }]);
    expect(sent(whole.map((one) => ({ ...one, returnBy: '' })))).toEqual([kept]);
    const open = visit.originals.map((one) => ({ ...one, returnBy: '' }));
    const { returnBy: _, ...earlier } = visit.originals[0]!;
    const draft = draftOf(visit);
    const old = { ...draft, counter: { ...draft.counter!, originals: [earlier] } };
    expect(visitOf(old, begun).originals).toEqual(open);
  });

  test('a line of originals that was begun and left is a gap in its own place, not a paper that nobody tracks', () => {
    const whole = { name: '营业执照', pages: '1', place: '1 号柜', returnBy: '' };
    const gaps = (over: Partial<typeof whole>) =>
      openPoints({ ...visit, originals: [whole, { ...whole, ...over }, whole] }, [], () => undefined, '2026-11-23')
        .map((one) => one.id)
        .filter((id) => id.startsWith('original-'));
    expect(gaps({})).toEqual([]);
    for (const over of [{ name: ' ' }, { place: '' }, { pages: '' }, { pages: '0' }, { returnBy: '2026-11-20' }])
      expect(gaps(over)).toEqual(['original-1-name']);
  });

  test('nothing counts as checked that the clerk has not said', () => {
    const points = openPoints(begun, [], () => undefined, '2026-11-23').map((one) => one.id);
    expect(points).toEqual(
      expect.arrayContaining([
        'person-0-documentNumber',
        'person-0-way',
        'visit-records',
        'visit-commitment',
        'visit-signature',
      ]),
    );
    expect(points).not.toContain('person-0-name');
  });
});
