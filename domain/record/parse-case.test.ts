import { describe, expect, it } from 'vitest';
import { assessUnknown, explainRecord, obstacleToGrant } from './explain.ts';
import { isUnreadable, parseCase } from './parse-case.ts';

const good = {
  id: 'a-1',
  matter: 'market-penalty',
  subjectType: 'organisation',
  findingDate: '2026-01-05',
  publishedDate: '2026-01-20',
  penalties: [{ kind: '罚款', amountYuan: 80000, bracket: 'ordinary' }],
  dutiesPerformed: true,
  on: '2026-11-23',
};
const without = (field: keyof typeof good) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== field));

describe('what cannot be read', () => {
  it.each([
    ['no object', 5, 'not-an-object', null],
    ['an array', [], 'not-an-object', null],
    ['null', null, 'not-an-object', null],
    ['no matter', without('matter'), 'missing-field', 'matter'],
    ['no subject type', without('subjectType'), 'missing-field', 'subjectType'],
    ['no finding date', without('findingDate'), 'missing-field', 'findingDate'],
    ['no word on the duties', without('dutiesPerformed'), 'missing-field', 'dutiesPerformed'],
    ['no day', without('on'), 'missing-field', 'on'],
    ['an unknown matter', { ...good, matter: 'penalty' }, 'unknown-value', 'matter'],
    ['a word of every object', { ...good, matter: 'constructor' }, 'unknown-value', 'matter'],
    ['an unknown subject', { ...good, subjectType: 'company' }, 'unknown-value', 'subjectType'],
    ['a day that is none', { ...good, findingDate: '2026-02-29' }, 'malformed-date', 'findingDate'],
    ['a date with a slash', { ...good, on: '2026/11/23' }, 'malformed-date', 'on'],
    ['a date that is a number', { ...good, publishedDate: 20260120 }, 'wrong-type', 'publishedDate'],
    ['a day before the finding', { ...good, on: '2026-01-04' }, 'day-before-finding', 'on'],
    ['penalties that are no list', { ...good, penalties: {} }, 'wrong-type', 'penalties'],
    ['a penalty that is a word', { ...good, penalties: ['罚款'] }, 'wrong-type', 'penalties[0]'],
    ['a penalty without kind', { ...good, penalties: [{}] }, 'missing-field', 'penalties[0].kind'],
    [
      'an unknown kind',
      { ...good, penalties: [{ kind: '警告' }, { kind: '罚金' }] },
      'unknown-value',
      'penalties[1].kind',
    ],
    [
      'a negative amount',
      { ...good, penalties: [{ kind: '罚款', amountYuan: -1 }] },
      'negative-amount',
      'penalties[0].amountYuan',
    ],
    [
      'an amount that is text',
      { ...good, penalties: [{ kind: '罚款', amountYuan: '80000' }] },
      'wrong-type',
      'penalties[0].amountYuan',
    ],
    [
      'an amount beyond numbers',
      { ...good, penalties: [{ kind: '罚款', amountYuan: JSON.parse('1e999') }] },
      'wrong-type',
      'penalties[0].amountYuan',
    ],
    [
      'a term that is none',
      { ...good, penalties: [{ kind: '限制从业', termEnds: '长期' }] },
      'malformed-date',
      'penalties[0].termEnds',
    ],
    [
      'an unknown bracket',
      { ...good, penalties: [{ kind: '罚款', bracket: 'low' }] },
      'unknown-value',
      'penalties[0].bracket',
    ],
    ['an unknown procedure', { ...good, procedure: '简易' }, 'unknown-value', 'procedure'],
    ['an unknown field', { ...good, field: 'toys' }, 'unknown-value', 'field'],
    ['an unknown class', { ...good, class: 'severe' }, 'unknown-value', 'class'],
    ['a yes that is text', { ...good, dutiesPerformed: 'yes' }, 'wrong-type', 'dutiesPerformed'],
    ['an id that is a list', { ...good, id: [1] }, 'wrong-type', 'id'],
  ])('%s', (_, value, code, field) => {
    const read = parseCase(value);
    expect(isUnreadable(read) && read.error).toMatchObject({ code, field });
    if (!isUnreadable(read)) throw new Error('was read');
    expect(read.error.text).toMatch(/[一-鿿]/);
    if (field)
      expect(read.error.text).toContain(
        field
          .split('.')
          .at(-1)!
          .replace(/\[\d\]/, ''),
      );
    const id = (value as { id?: unknown } | null)?.id;
    expect(read.id).toBe(typeof id === 'string' ? id : null);
  });
});

describe('how a fault is told', () => {
  const faultOf = (value: unknown) => {
    const read = parseCase(value);
    if (!isUnreadable(read)) throw new Error('was read');
    return read.error;
  };
  const tenth = (last: unknown) => ({ ...good, penalties: [...Array(10).fill({ kind: '警告' }), last] });
  it.each([
    ['a field by its name', { ...good, matter: undefined }, 'missing-field', '缺少事项（matter）。'],
    ['null is missing too', { ...good, on: null }, 'missing-field', '缺少查询日期（on）。'],
    ['a penalty by its number', tenth({}), 'missing-field', '缺少处罚第11项的处罚种类（penalties[10].kind）。'],
    ['a penalty that is none', tenth(null), 'wrong-type', '处罚第11项（penalties[10]）应当是对象。'],
    ['a list as a penalty', tenth([]), 'wrong-type', '处罚第11项（penalties[10]）应当是对象。'],
    ['a word that is a number', { ...good, matter: 7 }, 'wrong-type', '事项（matter）应当是字符串。'],
    [
      'a negative amount',
      tenth({ kind: '罚款', amountYuan: -0.01 }),
      'negative-amount',
      '处罚第11项的罚款金额（元）（penalties[10].amountYuan）不能是负数。',
    ],
    [
      'a flag that is text',
      { ...good, samePenaltyAgain: '是' },
      'wrong-type',
      '是否再次受到同类处罚（samePenaltyAgain）应当是true 或者 false。',
    ],
  ])('%s', (_, value, code, text) => {
    expect(faultOf(value)).toMatchObject({ code, text });
  });
  it('names the words that may be used, and repeats forty characters of what was given', () => {
    const { text } = faultOf({ ...good, procedure: '很'.repeat(60) });
    expect(text).toContain(`不认识“${'很'.repeat(40)}”，可以用：simple、ordinary。`);
    expect(faultOf({ ...good, on: '9'.repeat(60) }).text).toContain(`“${'9'.repeat(40)}”不是存在的日期`);
  });
  it('what is no fault of the case is no refusal', () => {
    const broken = Object.defineProperty({}, 'matter', {
      enumerable: true,
      get: () => {
        throw new Error('not ours');
      },
    });
    expect(() => parseCase(broken)).toThrow('not ours');
  });
  it('a field of an authority is read up to forty characters', () => {
    expect(parseCase({ ...good, sector: 'tax' })).toMatchObject({ sector: 'tax' });
    expect(parseCase({ ...good, sector: 'x'.repeat(60) })).toMatchObject({ sector: 'x'.repeat(40) });
    expect(faultOf({ ...good, sector: 5 })).toMatchObject({ code: 'wrong-type', field: 'sector' });
  });
  it('an amount of nothing is an amount', () => {
    expect(isUnreadable(parseCase({ ...good, penalties: [{ kind: '罚款', amountYuan: 0 }] }))).toBe(false);
  });
});

describe('what is read', () => {
  it('ignores fields it does not know, takes null for absent, and needs no id', () => {
    const read = parseCase({ ...without('id'), class: null, penalties: null, publishedDate: undefined, note: 'x' });
    expect(read).toMatchObject({ id: null, penalties: [], publishedDate: null, class: undefined });
  });
  it('echoes a number or a text as id', () => {
    expect(assessUnknown({ ...good, id: 7 })).toMatchObject({ id: 7, verdict: 'repairable-now' });
    expect(assessUnknown({ ...good, id: '' })).toMatchObject({ id: '' });
    expect(assessUnknown({ ...good, id: 7, matter: '?' })).toMatchObject({ id: 7, error: { field: 'matter' } });
  });
  it('answers in exactly the public shape', () => {
    const verdict = assessUnknown(good);
    expect(Object.keys(verdict)).toEqual(['id', 'class', 'publication', 'application', 'verdict', 'limits', 'reasons']);
    expect(verdict).toMatchObject({
      publication: { shown: true, from: '2026-01-20', earliestEnd: '2026-04-20', latestEnd: '2027-01-20' },
      application: { route: 'apply', from: '2026-04-21' },
      limits: { accept: 2, decide: 7, extend: 10 },
    });
  });
});

describe('a stored record', () => {
  const record = {
    recordId: '0190',
    matterKey: 'market-penalty',
    subjectKind: 'sole-trader',
    findingDate: '2026-01-05',
    publishedDate: '2026-01-20',
    dutiesPerformed: true,
    facts: { penalties: [{ kind: '罚款', amountYuan: 80000, bracket: 'ordinary' }], plateNumber: 'x' },
  };
  it('is explained with the steps of its dates', () => {
    const { verdict, steps } = explainRecord(record, '2026-03-01');
    expect(verdict).toMatchObject({ id: '0190', verdict: 'not-yet' });
    expect(steps.map((step) => [step.start, step.months, step.end, step.cite])).toEqual([
      ['2026-01-20', 3, '2026-04-20', 'samr107:9.2'],
      ['2026-01-20', 12, '2027-01-20', 'samr107:9.2'],
    ]);
    expect(obstacleToGrant(verdict)).toMatchObject({ cite: ['samr107:9.2'] });
    expect(obstacleToGrant(verdict)?.text).toContain('2026年4月21日');
  });
  it('whose facts cannot be read asks for confirmation and bars nobody', () => {
    const { verdict, fault } = explainRecord({ ...record, facts: { penalties: [{ kind: '罚金' }] } }, '2026-03-01');
    expect(fault).toMatchObject({ field: 'penalties[0].kind' });
    expect(verdict.verdict).toBe('needs-confirmation');
    expect(obstacleToGrant(verdict)).toBeNull();
  });
  it('nothing bars what is repairable, unclear or to be classified', () => {
    expect(obstacleToGrant(explainRecord(record, '2026-06-01').verdict)).toBeNull();
    expect(obstacleToGrant(explainRecord({ ...record, facts: {} }, '2026-06-01').verdict)).toBeNull();
  });
});
