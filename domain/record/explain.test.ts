import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict, VerdictWord } from './assess-case.ts';
import { type AssessableRecord, assessUnknown, explainRecord, obstacleToGrant } from './explain.ts';

/** 没收违法所得 of a sole trader, displayed 2026-01-20: general, three months to a year. */
const record: AssessableRecord = {
  recordId: '0190',
  matterKey: 'market-penalty',
  subjectKind: 'sole-trader',
  findingDate: '2026-01-05',
  publishedDate: '2026-01-20',
  dutiesPerformed: true,
  facts: { penalties: [{ kind: '没收违法所得' }], field: 'other' },
};
const facts = (more: Record<string, unknown>): AssessableRecord => ({ ...record, facts: { ...record.facts, ...more } });
const on = '2026-06-01';

describe('every fact of a stored record reaches the assessment', () => {
  it.each<[string, AssessableRecord, Partial<Verdict>]>([
    ['nothing more', record, { id: '0190', verdict: 'repairable-now', class: 'general' }],
    ['the matter', { ...record, matterKey: 'abnormal-operation' }, { class: 'minor' }],
    [
      'the kind of subject',
      { ...record, matterKey: 'abnormal-operation', subjectKind: 'person' },
      { verdict: 'no-route' },
    ],
    ['the finding', { ...record, matterKey: 'work-safety', findingDate: '2026-04-10' }, { verdict: 'not-yet' }],
    ['the display', { ...record, publishedDate: null }, { verdict: 'not-published' }],
    ['the duties', { ...record, dutiesPerformed: false }, { verdict: 'duties-outstanding' }],
    ['the penalties', facts({ penalties: [{ kind: '吊销许可证件' }] }), { verdict: 'ends-automatically' }],
    ['the field', facts({ field: 'food' }), { class: 'serious', verdict: 'not-yet' }],
    [
      'the procedure',
      { ...facts({ procedure: 'simple', penalties: [{ kind: '罚款', amountYuan: 200 }] }), matterKey: 'other-penalty' },
      { class: 'minor' },
    ],
    ['a class of the record', { ...record, facts: {}, class: 'general' }, { class: 'general' }],
    ['a class among the facts', { ...record, facts: { class: 'minor' } }, { class: 'minor' }],
    ['the class of the record first', { ...record, facts: { class: 'minor' }, class: 'general' }, { class: 'general' }],
    ['a correction still to come', { ...record, correctionDate: '2026-07-01' }, { verdict: 'duties-outstanding' }],
    ['a correction among the facts', facts({ correctionDate: '2026-07-01' }), { verdict: 'duties-outstanding' }],
    [
      'the correction of the record first',
      { ...facts({ correctionDate: '2026-07-01' }), correctionDate: '2026-05-01' },
      { verdict: 'repairable-now' },
    ],
    ['a repetition', facts({ samePenaltyAgain: true }), { verdict: 'barred' }],
    ['a fraud', facts({ fraudFoundOn: '2026-05-01' }), { verdict: 'barred' }],
  ])('%s', (_, told, expected) => {
    expect(explainRecord(told, on).verdict).toMatchObject(expected);
    expect(explainRecord(told, on).fault).toBeUndefined();
  });

  it('a promise not made', () => {
    const told = {
      ...facts({ commitmentMade: false, penalties: [{ kind: '没收非法财物' }] }),
      matterKey: 'other-penalty',
      findingDate: '2026-04-10',
    };
    expect(explainRecord(told, '2026-08-01').verdict.reasons.map((one) => one.cite)).toContain('ndrc36:14(3)');
  });

  it('a day before the finding is answered as of the finding', () => {
    expect(explainRecord(record, '2025-12-31')).toEqual(explainRecord(record, '2026-01-05'));
    expect(explainRecord(record, '2025-12-31').fault).toBeUndefined();
  });
});

describe('a record that cannot be read', () => {
  it('is shown as far as it is, asks its authority, and turns nobody away', () => {
    const told = facts({ penalties: [{ kind: '罚金' }] });
    const { verdict, steps, fault } = explainRecord(told, on);
    expect(fault).toMatchObject({ code: 'unknown-value', field: 'penalties[0].kind' });
    expect(steps).toEqual([]);
    expect(verdict).toEqual({
      id: '0190',
      class: 'needs-classification',
      publication: { shown: true, from: '2026-01-20', earliestEnd: null, latestEnd: null },
      application: { route: 'needs-confirmation', from: null },
      verdict: 'needs-confirmation',
      limits: { accept: null, decide: null, extend: null },
      reasons: [{ code: 'record-unreadable', text: expect.stringContaining(fault!.text), cite: 'plan4:3-8' }],
    });
    expect(explainRecord({ ...told, publishedDate: null }, on).verdict.publication.shown).toBe(false);
  });
});

it('whatever facts were stored, a record is explained, and only what can be read turns anybody away', () => {
  const fields = ['penalties', 'procedure', 'field', 'class', 'correctionDate', 'samePenaltyAgain', 'fraudFoundOn'];
  const anything = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(anything, (stored) => {
      const { verdict, fault, steps } = explainRecord({ ...record, facts: stored }, on);
      expect(verdict.reasons.length).toBeGreaterThan(0);
      if (!fault) return;
      expect([verdict.verdict, steps]).toEqual(['needs-confirmation', []]);
      expect(obstacleToGrant(verdict)).toBeNull();
    }),
    { numRuns: 500 },
  );
});

describe('what stands against a grant', () => {
  const verdict = (word: VerdictWord, reasons: Verdict['reasons']): Verdict => ({
    ...explainRecord(record, on).verdict,
    verdict: word,
    reasons,
  });
  const two = [
    { code: 'class-general', text: '一般。', cite: 'samr107:9' },
    { code: 'other', text: '别的。', cite: 'samr107:11' },
  ];
  it.each(['not-yet', 'duties-outstanding', 'barred', 'ends-automatically'] as const)('%s: its own reason', (word) => {
    const own = { code: word, text: '还不行。', cite: 'samr107:8' };
    expect(obstacleToGrant(verdict(word, [own, ...two]))).toEqual({ text: '还不行。', cite: ['samr107:8'] });
    expect(obstacleToGrant(verdict(word, two))).toEqual({ text: '别的。', cite: ['samr107:11'] });
    expect(obstacleToGrant(verdict(word, []))).toBeNull();
  });
  it.each(['repairable-now', 'not-published', 'no-route', 'needs-classification', 'needs-confirmation'] as const)(
    '%s: nothing',
    (word) => {
      expect(obstacleToGrant(verdict(word, two))).toBeNull();
    },
  );
});

it('a case of anybody is answered, or refused in a sentence', () => {
  expect(assessUnknown({ matter: 'market-penalty' })).toMatchObject({ id: null, error: { field: 'subjectType' } });
  expect(assessUnknown('text')).toMatchObject({ id: null, error: { code: 'not-an-object' } });
});
