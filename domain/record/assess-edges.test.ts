/** Single days and single facts on which an answer of assess*.ts turns. */
import { describe, expect, it } from 'vitest';
import { type Confirmation, lawBook } from '#law/law-book.ts';
import { assess, assessWithSteps } from './assess.ts';
import type { CaseInput, CasePenalty, Verdict } from './assess-case.ts';

/** A customs record found 2026-04-10, asked about on 2026-11-23. */
const usual: CaseInput = {
  id: null,
  matter: 'customs-discredited',
  subjectType: 'organisation',
  findingDate: '2026-04-10',
  publishedDate: '2026-04-20',
  penalties: [],
  dutiesPerformed: true,
  on: '2026-11-23',
};
const ask = (partly: Partial<CaseInput>): Verdict => assess({ ...usual, ...partly });
const kinds = (...names: CasePenalty['kind'][]): CasePenalty[] => names.map((kind) => ({ kind }));
const codes = (verdict: Verdict): string[] => verdict.reasons.map((one) => one.code);
const find = (verdict: Verdict, code: string) => verdict.reasons.find((one) => one.code === code);
const confirmed = (point: string, value: Confirmation['value']) =>
  lawBook({
    confirmations: [
      {
        id: 'c-1',
        point,
        value,
        from: '2026-01-01',
        to: null,
        paper: { title: '复函', number: null, issuedOn: '2026-01-01', office: '示例单位' },
      },
    ],
    standards: [],
  });

describe('customs: the ends and waits in the order of their days, not of the routes', () => {
  // Displayed before it was found: the routes of the information end first.
  const early = { publishedDate: '2026-04-01' } as const;
  it('serious: gate and maximum are the later ones', () => {
    const answer = ask({ ...early, class: 'serious', on: '2027-04-10' });
    expect(answer.publication).toMatchObject({ earliestEnd: '2027-04-10', latestEnd: '2029-04-10' });
    expect(answer.application.from).toBe('2027-04-11');
    expect(answer.verdict).toBe('needs-confirmation');
    expect(ask({ ...early, class: 'serious', on: '2027-04-11' }).verdict).toBe('repairable-now');
  });
  it('general: the gate is the earliest', () => {
    const answer = ask({ ...early, class: 'general', on: '2026-07-01' });
    expect(answer).toMatchObject({ verdict: 'not-yet', application: { from: '2026-07-02' } });
    expect(find(answer, 'not-yet')).toMatchObject({
      cite: 'gacc282:36',
      text: expect.stringContaining('2026年7月2日'),
    });
  });
  it('is on display on the last day, and regraded only when every end is over', () => {
    const last = ask({ class: 'serious', on: '2029-04-20' });
    expect(last.publication.shown).toBe(true);
    expect(codes(last)).not.toContain('regraded');
    expect(codes(ask({ class: 'serious', on: '2029-04-21' }))).toContain('regraded');
  });
  it('general is never judged as serious', () => {
    for (const on of ['2026-11-23', '2027-04-20', '2027-04-21', '2030-01-01'])
      expect(codes(ask({ class: 'general', on })).at(-1)).toBe('route-unknown');
  });
  it('the class and days are open where no grade was given', () => {
    const answer = ask({ on: '2029-04-21' });
    expect(answer).toMatchObject({
      class: 'needs-classification',
      verdict: 'needs-confirmation',
      publication: { shown: false, earliestEnd: '2026-07-10', latestEnd: null },
    });
  });
  it('251号: three months to the day', () => {
    const before = { class: 'serious', findingDate: '2026-02-10', publishedDate: '2026-02-20' } as const;
    expect(ask({ ...before, on: '2026-05-10' }).verdict).toBe('not-yet');
    expect(ask({ ...before, on: '2026-05-11' }).verdict).toBe('needs-confirmation');
    expect(find(ask({ ...before, on: '2026-05-10' }), 'transition-earlier')?.text).toContain('最早2026年5月11日');
    const onFirstDay = { class: 'serious', findingDate: '2026-04-01', publishedDate: '2026-04-02' } as const;
    expect(codes(ask({ ...onFirstDay, on: '2026-08-01' }))).not.toContain('transition-earlier');
  });
});

describe('45号 and 44号 beside 107号', () => {
  const market = (partly: Partial<CaseInput>): Verdict =>
    ask({
      matter: 'market-penalty',
      field: 'other',
      findingDate: '2025-12-01',
      publishedDate: '2025-12-10',
      on: '2026-02-01',
      ...partly,
    });
  const earlier = (partly: Partial<CaseInput>) => find(market(partly), 'transition-earlier');
  it.each<[string, Partial<CaseInput>, string, string]>([
    [
      'a notice waits out its three months',
      { penalties: kinds('通报批评') },
      'samr45:13',
      '不得提前停止公示，2026年3月10日',
    ],
    ['a notice is over', { penalties: kinds('通报批评'), on: '2026-03-11' }, 'samr45:13', '公示期已于2026年3月10日'],
    ['a warning was never shown', { penalties: kinds('警告') }, 'samr45:2', '仅受到警告的不予公示'],
    [
      'an ordinary penalty waits',
      { penalties: kinds('没收违法所得') },
      'samr3-2021',
      '2026年6月11日（周四）起才可以申请',
    ],
    [
      'a key field waits a year',
      { penalties: kinds('没收违法所得'), field: 'special-equipment' },
      'samr3-2021',
      '2026年12月11日',
    ],
    [
      'one kind of art 14 ¶3 is enough',
      { penalties: kinds('罚款', '吊销许可证件') },
      'samr45:14.3',
      '不得提前停止公示，2028年12月10日',
    ],
    [
      'a restriction beyond three years',
      { penalties: [{ kind: '限制从业', termEnds: '2030-06-30' }] },
      'samr45:14.3',
      '2030年6月30日',
    ],
    [
      'display is over',
      {
        penalties: kinds('没收违法所得'),
        field: 'food',
        findingDate: '2022-12-01',
        publishedDate: '2022-12-10',
        on: '2025-12-25',
      },
      'samr45:13',
      '公示期已于2025年12月10日',
    ],
  ])('%s', (_, partly, cite, text) => {
    expect(earlier(partly)).toMatchObject({ cite, text: expect.stringContaining(text) });
  });
  it('nothing is compared without penalties, or before display', () => {
    expect(earlier({ class: 'general' })).toBeUndefined();
    expect(earlier({ penalties: kinds('没收违法所得'), publishedDate: null })).toBeUndefined();
    expect(earlier({ penalties: kinds('没收违法所得'), publishedDate: '2026-02-02' })).toBeUndefined();
    expect(market({ penalties: kinds('没收违法所得'), publishedDate: '2026-02-02' }).verdict).toBe('not-published');
  });
  it('the last day of an earlier period is still one of it', () => {
    const old = { penalties: kinds('没收违法所得'), findingDate: '2022-12-10', publishedDate: '2022-12-26' } as const;
    expect(market({ ...old, field: 'food', on: '2025-12-26' }).verdict).toBe('repairable-now');
    expect(market({ ...old, field: 'food', on: '2025-12-27' }).verdict).toBe('not-published');
  });
  it('a day asked under 45号: steps and their articles', () => {
    const steps = (partly: Partial<CaseInput>) =>
      assessWithSteps({
        ...usual,
        matter: 'market-penalty',
        findingDate: '2025-05-10',
        publishedDate: '2025-05-20',
        on: '2025-08-01',
        ...partly,
      }).steps;
    expect(steps({ penalties: kinds('没收违法所得') }).map((one) => `${one.end} ${one.cite}`)).toEqual([
      '2028-05-20 samr45:13',
    ]);
    expect(
      steps({ penalties: [{ kind: '限制从业', termEnds: '2029-01-01' }] }).map((one) => `${one.end} ${one.cite}`),
    ).toEqual(['2029-01-01 samr45:13.3']);
    expect(steps({ penalties: kinds('警告') })).toEqual([]);
    const over = steps({ penalties: kinds('通报批评'), on: '2025-08-21' });
    expect(over.map((one) => one.end)).toEqual(['2025-08-20']);
    const fines = ask({
      matter: 'market-penalty',
      findingDate: '2025-05-10',
      publishedDate: '2025-05-20',
      on: '2025-08-01',
      penalties: kinds('罚款'),
    });
    expect(fines.publication).toEqual({ shown: true, from: '2025-05-20', earliestEnd: null, latestEnd: null });
    const warned = ask({
      matter: 'market-penalty',
      findingDate: '2025-05-10',
      publishedDate: '2025-05-20',
      on: '2025-08-01',
      penalties: kinds('警告'),
    });
    expect(warned.reasons).toMatchObject([{ code: 'not-published', cite: 'samr45:2' }]);
    expect(warned.publication.shown).toBe(false);
  });
  it('45号: the last day of three years, and the day after', () => {
    const old = {
      matter: 'market-penalty',
      findingDate: '2022-05-01',
      publishedDate: '2022-05-20',
      penalties: kinds('吊销许可证件'),
    } as const;
    expect(ask({ ...old, on: '2025-05-20' })).toMatchObject({
      verdict: 'ends-automatically',
      publication: { shown: true },
    });
    const over = ask({ ...old, on: '2025-05-21' });
    expect(over).toMatchObject({
      verdict: 'not-published',
      publication: { shown: false },
      application: { route: 'none' },
    });
    expect(over.reasons).toMatchObject([{ code: 'not-published', cite: 'samr45:13' }]);
  });
  it('44号: the last day of three years', () => {
    const list = { matter: 'market-serious', findingDate: '2021-09-10', publishedDate: '2021-09-20' } as const;
    expect(ask({ ...list, on: '2024-09-10' })).toMatchObject({
      verdict: 'repairable-now',
      publication: { shown: true },
    });
    expect(ask({ ...list, on: '2024-09-11' }).application).toEqual({ route: 'none', from: null });
  });
});

describe('lists', () => {
  it('only persons stay silent without display', () => {
    expect(ask({ matter: 'work-safety', publishedDate: null }).verdict).toBe('not-yet');
    expect(ask({ matter: 'work-safety', publishedDate: null, subjectType: 'sole-trader' }).verdict).toBe('not-yet');
    expect(ask({ matter: 'work-safety', publishedDate: null, subjectType: 'person' }).verdict).toBe('not-published');
  });
  it('a wait counted from a display that never was cannot be over; one counted from a correction can', () => {
    expect(ask({ matter: 'tax-serious', publishedDate: null }).verdict).toBe('not-yet');
    expect(ask({ matter: 'tax-serious', publishedDate: null, on: '2027-04-11' }).verdict).toBe('needs-confirmation');
    expect(ask({ matter: 'wage-arrears', on: '2026-10-10' }).verdict).toBe('not-yet');
    expect(ask({ matter: 'wage-arrears', on: '2026-10-11' }).verdict).toBe('needs-confirmation');
    expect(ask({ matter: 'wage-arrears', on: '2026-10-11', dutiesPerformed: false }).verdict).toBe('not-yet');
  });
  it('a correction counts from its own day, also when that is today; one still to come does not', () => {
    const wait = (correctionDate: string) => find(ask({ matter: 'wage-arrears', correctionDate }), 'wait')?.text;
    expect(wait('2026-11-23')).toContain('自改正之日（2026年11月23日');
    expect(wait('2026-11-24')).toContain('没有提供这一天');
    expect(wait('2026-04-01')).toContain('自改正之日（2026年4月10日');
  });
  it('the latest of several terms holds, in whatever order they are told', () => {
    const terms = (...ends: string[]) =>
      ask({
        matter: 'other-penalty',
        penalties: ends.map((termEnds) => ({ kind: '限制从业', termEnds })),
      }).publication.earliestEnd;
    expect(terms('2028-06-30', '2027-06-30')).toBe('2028-06-30');
    expect(terms('2027-06-30', '2028-06-30')).toBe('2028-06-30');
  });
  it('a confirmed wait as long as the display leaves no day to apply on', () => {
    const asked = (months: number, dutiesPerformed = true) =>
      ask({ matter: 'work-safety', law: confirmed('wait:work-safety', { months, clock: 'finding' }), dutiesPerformed });
    const answer = asked(36, false);
    expect(answer).toMatchObject({
      verdict: 'ends-automatically',
      publication: { shown: true, earliestEnd: '2029-04-10', latestEnd: '2029-04-10' },
      application: { route: 'automatic', from: null },
    });
    expect(codes(answer).slice(-2)).toEqual(['ends-automatically', 'duties-outstanding']);
    expect(asked(48).publication.earliestEnd).toBe('2029-04-10');
    expect(asked(35).verdict).toBe('not-yet');
    expect(asked(7).verdict).toBe('repairable-now');
  });
  it('a basis denied: the class of the penalty governs, and the paper is named first', () => {
    const answer = ask({
      matter: 'farm-inputs',
      penalties: kinds('没收非法财物'),
      law: confirmed('basis:farm-inputs', 'penalty'),
    });
    expect(answer).toMatchObject({ class: 'general', verdict: 'repairable-now' });
    expect(answer.reasons[0]).toMatchObject({ code: 'basis-denied', cite: 'confirmation:c-1' });
    const stands = ask({ matter: 'farm-inputs', law: confirmed('basis:farm-inputs', 'stands') });
    expect(stands.verdict).toBe('not-yet');
    expect(codes(stands)).not.toContain('basis-doubtful');
  });
});

describe('107号: what is told where nothing can be told', () => {
  const market = (partly: Partial<CaseInput>): Verdict =>
    ask({ matter: 'market-penalty', findingDate: '2026-01-05', publishedDate: '2026-01-20', ...partly });
  it('the longest period over, the kind unknown', () => {
    expect(find(market({ penalties: kinds('罚款'), on: '2029-01-21' }), 'not-published')?.cite).toBe('samr107:8.2');
    expect(find(market({ class: 'serious', on: '2027-01-21' }), 'kind-unknown')?.cite).toBe('samr107:8.5');
  });
});

describe('the transition once an office has settled it', () => {
  const general = { matter: 'other-penalty', findingDate: '2026-02-10', publishedDate: '2026-02-20' } as const;
  const open = { ...general, penalties: kinds('责令停产停业'), on: '2026-06-01' } as const;
  const ended = { ...general, penalties: kinds('通报批评'), on: '2026-04-20' } as const;
  it('the present law alone', () => {
    const answer = ask({ ...open, law: confirmed('transition:general', 'present') });
    expect(answer.verdict).toBe('not-yet');
    expect(answer.reasons[0]).toMatchObject({ code: 'transition-settled', cite: 'confirmation:c-1' });
    expect(codes(answer).slice(1)).toEqual(['class-serious', 'minimum-period', 'maximum-period', 'not-yet']);
  });
  it('the kinder: display that is over', () => {
    const answer = ask({ ...ended, law: confirmed('transition:general', 'kinder') });
    expect(answer).toMatchObject({
      verdict: 'not-published',
      publication: { shown: false, from: '2026-02-10', earliestEnd: null, latestEnd: null },
      application: { route: 'none', from: null },
    });
    expect(codes(answer)).toEqual(['class-minor', 'maximum-period', 'transition-settled', 'not-published']);
  });
  it('the kinder: an application that is possible', () => {
    const answer = ask({ ...open, law: confirmed('transition:general', 'kinder') });
    expect(answer).toMatchObject({
      verdict: 'repairable-now',
      publication: { shown: true, earliestEnd: null, latestEnd: null },
      application: { route: 'apply' },
    });
    expect(codes(answer)).toEqual([
      'class-serious',
      'minimum-period',
      'maximum-period',
      'transition-settled',
      'repairable-now',
    ]);
  });
  it('each track has its own answer', () => {
    const list = {
      matter: 'market-serious',
      findingDate: '2025-11-01',
      publishedDate: '2025-11-25',
      on: '2026-11-10',
    } as const;
    expect(ask({ ...list, law: confirmed('transition:market', 'kinder') }).verdict).toBe('repairable-now');
    expect(ask({ ...list, law: confirmed('transition:general', 'kinder') }).verdict).toBe('needs-confirmation');
    expect(ask({ ...open, law: confirmed('transition:market', 'kinder') }).verdict).toBe('needs-confirmation');
  });
  it('until then the present answer is told as one of two, by its own sentence', () => {
    const answer = ask({ ...ended, commitmentMade: false });
    expect(find(answer, 'transition-present')?.text).toContain('按现行规定：现在可以通过“信用中国”申请修复');
    expect(codes(answer)).toContain('commitment-to-make');
  });
});
