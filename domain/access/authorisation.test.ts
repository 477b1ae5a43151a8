import { describe, expect, test } from 'vitest';
import { makeCitizenId } from '../citizen-id.ts';
import { addDays } from '../plain-date.ts';
import { isRefusal } from '../refusal.ts';
import {
  checkGrantor,
  checkMandate,
  checkSigning,
  longestMandateDays,
  type Mandate,
  reaches,
  type Standing,
  sameName,
} from './authorisation.ts';

const today = '2026-11-23';
const known = new Set(['market-penalty', 'tax-serious', 'wage-arrears']);
const identifier = makeCitizenId('36010019800107070')!;
const form = { name: '示例己', identifier, matters: ['tax-serious'], until: '2026-12-31' };
const mandate: Mandate = { authorisationId: 'a', matters: ['tax-serious'], until: '2026-12-31' };
const own = (as: string): Standing => ({ ground: 'identity', as, mandate: null });
const agent = (over: Partial<Mandate> = {}): Standing => ({
  ground: 'authorisation',
  as: '受托',
  mandate: { ...mandate, ...over },
});

describe('who may authorise', () => {
  const firm = { kind: 'organisation' } as const;
  test.each([
    ['the enterprise account', firm, own('本单位'), 'high', null],
    ['the legal representative', firm, own('法定代表人'), 'high', null],
    ['the owner of a stall', { kind: 'sole-trader' } as const, own('法定代表人'), 'high', null],
    ['known to the basic degree', firm, own('法定代表人'), 'basic', 'assurance-low'],
    ['somebody entered as 经办人', firm, own('经办人'), 'high', 'not-the-grantor'],
    ['an agent, who may not pass it on', firm, agent({ matters: null }), 'high', 'not-the-grantor'],
    ['an agent calling himself 法定代表人', firm, { ...agent(), as: '法定代表人' }, 'high', 'not-the-grantor'],
    ['a person for himself', { kind: 'person' } as const, own('本人'), 'high', 'no-agent-for-person'],
  ] as const)('%s', (_, subject, standing, assurance, code) => {
    expect(checkGrantor(subject, standing, assurance)?.code ?? null).toBe(code);
  });
});

describe('what is filled in', () => {
  test('is kept in one spelling', () => {
    const kept = checkMandate(
      {
        ...form,
        name: ' 古丽•示例 ',
        identifier: ` ${identifier.toLowerCase()} `,
        matters: ['tax-serious', 'tax-serious'],
      },
      known,
      today,
    );
    expect(kept).toEqual({
      name: '古丽·示例',
      identifier,
      matters: ['tax-serious'],
      from: today,
      until: '2026-12-31',
    });
  });

  test.each([
    ['name', { name: '己' }],
    ['name', { name: '<b>示例</b>' }],
    ['identifier', { identifier: `${identifier.slice(0, 17)}${identifier.endsWith('0') ? '1' : '0'}` }],
    ['identifier', { identifier: '91360102MAEXAMP012' }],
    ['matters', { matters: [] }],
    ['matters', { matters: ['no-such-matter'] }],
    ['until', { until: '2026-11-22' }],
    ['until', { until: addDays(today, longestMandateDays + 1) }],
  ])('%s is refused by its name: %o', (field, wrong) => {
    const refusal = checkMandate({ ...form, ...wrong }, known, today);
    expect(isRefusal(refusal) && refusal.fields?.map((one) => one.field)).toEqual([field]);
  });

  test('today and the last day are taken', () => {
    for (const until of [today, addDays(today, longestMandateDays)])
      expect(checkMandate({ ...form, until }, known, today)).toMatchObject({ until });
  });
});

describe('how far a mandate reaches', () => {
  test.each([
    ['its matter on its last day', mandate, 'tax-serious', '2026-12-31', true],
    ['its matter on the day after', mandate, 'tax-serious', '2027-01-01', false],
    ['another matter', mandate, 'wage-arrears', today, false],
    ['any matter where all are given', { ...mandate, matters: null }, 'wage-arrears', today, true],
    ['no matter after its day, all given or not', { ...mandate, matters: null }, 'wage-arrears', '2027-01-01', false],
  ] as const)('%s', (_, it, matter, day, expected) => expect(reaches(it, matter, day)).toBe(expected));
});

describe('who may sign', () => {
  test.each([
    ['the owner known to the high degree', own('法定代表人'), 'high', ['tax-serious', 'wage-arrears'], null],
    ['the owner known to the basic degree', own('法定代表人'), 'basic', ['tax-serious'], 'assurance-low'],
    [
      'a clerk known to the basic degree whom the enterprise authorised',
      { ...own('经办人'), mandate },
      'basic',
      ['tax-serious'],
      null,
    ],
    ['the same beyond it', { ...own('经办人'), mandate }, 'basic', ['wage-arrears'], 'assurance-low'],
    ['the same beyond it, known to the high degree', { ...own('经办人'), mandate }, 'high', ['wage-arrears'], null],
    ['an agent within his matters', agent(), 'basic', ['tax-serious'], null],
    [
      'an agent beyond them, however surely known',
      agent(),
      'high',
      ['tax-serious', 'wage-arrears'],
      'beyond-authorisation',
    ],
    ['an agent after the day', agent({ until: '2026-11-22' }), 'high', ['tax-serious'], 'beyond-authorisation'],
    [
      'an agent whose authorisation is gone',
      { ...agent(), mandate: null },
      'high',
      ['tax-serious'],
      'beyond-authorisation',
    ],
  ] as const)('%s', (_, standing, assurance, matters, code) => {
    expect(checkSigning(standing as Standing, assurance, matters, today)?.code ?? null).toBe(code);
  });

  test('who is told to prove more is offered the way', () => {
    expect(checkSigning(own('本单位'), 'basic', [], today)?.more).toEqual({ stepUp: true });
  });
});

test('names are compared without spaces and with one dot', () => {
  expect(sameName(' 阿·示例 ')).toBe(sameName('阿•示例'));
  expect(sameName('示例甲')).not.toBe(sameName('示例乙'));
});
