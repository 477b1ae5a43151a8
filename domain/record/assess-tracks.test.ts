/** The tracks beside the scenario tables: facts that are missing, ends that differ, bars that are over, and what is told of each. */
import { describe, expect, it } from 'vitest';
import { assess, assessWithSteps } from './assess.ts';
import type { CaseInput, CasePenalty, Verdict } from './assess-case.ts';

function ask(partly: Partial<CaseInput>): Verdict {
  return assess({
    id: null,
    matter: 'customs-discredited',
    subjectType: 'organisation',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-20',
    penalties: [],
    dutiesPerformed: true,
    on: '2026-11-23',
    ...partly,
  });
}
const kinds = (...names: CasePenalty['kind'][]): CasePenalty[] => names.map((kind) => ({ kind }));
const told = (verdict: Verdict, code: string): string => verdict.reasons.find((one) => one.code === code)?.text ?? '';
const codes = (verdict: Verdict): string[] => verdict.reasons.map((one) => one.code);

describe('海关282号', () => {
  it('each route is told, and that of the information only with a day of display', () => {
    const shown = ask({ class: 'general' });
    expect(codes(shown).filter((code) => code === 'customs-route')).toHaveLength(4);
    expect(told(shown, 'customs-route')).toContain(
      '欠缴税款、罚没款的失信企业申请调整等级：等待期：自认定之日（2026年4月10日',
    );
    const unshown = ask({ class: 'general', publishedDate: null });
    expect(unshown.reasons.find((one) => one.cite === 'gacc282:36')?.text).toBe(
      '一般失信信息修复：自公示之日起算，没有提供公示日期。',
    );
    expect(assessWithSteps({ ...base, class: 'general', publishedDate: null }).steps.map((one) => one.end)).toEqual([
      '2026-07-10',
      '2026-10-10',
      '2027-04-10',
      '2027-04-10',
      '2027-04-10',
      '2027-04-10',
    ]);
  });
  it('too early is too early by every route, the first day being the earliest of them', () => {
    const early = ask({ class: 'general', on: '2026-07-10' });
    expect(early).toMatchObject({ verdict: 'not-yet', application: { route: 'apply', from: '2026-07-11' } });
    expect(told(early, 'not-yet')).toContain('最早2026年7月11日');
    expect(ask({ class: 'serious', on: '2027-04-10' }).application.from).toBe('2027-04-21');
  });
  it('general: off display when every route has ended, and still to be confirmed', () => {
    expect(ask({ class: 'general', on: '2027-04-20' })).toMatchObject({
      verdict: 'needs-confirmation',
      publication: { shown: true, latestEnd: null },
    });
    expect(ask({ class: 'general', on: '2027-04-21' })).toMatchObject({
      verdict: 'needs-confirmation',
      publication: { shown: false },
    });
  });
  it('serious: between the end of the grade and the end of the information the office is asked', () => {
    const between = ask({ class: 'serious', on: '2029-04-11' });
    expect(between.verdict).toBe('needs-confirmation');
    expect(codes(between)).toContain('route-unknown');
    expect(codes(ask({ class: 'serious', on: '2029-04-10' }))).toContain('repairable-now');
    expect(codes(ask({ class: 'serious', on: '2029-04-21' }))).toContain('regraded');
    expect(codes(ask({ class: 'serious', publishedDate: null, on: '2029-04-11' }))).toContain('regraded');
  });
  it('open duties are told with every answer that is not the last word', () => {
    for (const on of ['2026-07-10', '2026-11-23']) {
      const answer = ask({ class: 'general', dutiesPerformed: false, on });
      expect(codes(answer).at(-1)).toBe('duties-outstanding');
    }
    expect(codes(ask({ class: 'serious', dutiesPerformed: false, on: '2029-04-21' })).slice(-2)).toEqual([
      'regraded',
      'duties-outstanding',
    ]);
    expect(codes(ask({ class: 'serious', dutiesPerformed: false, on: '2027-04-21' })).at(-1)).toBe(
      'duties-outstanding',
    );
  });
  it('36号 art 25 bars customs too; found before it an office is asked; three years later it bars no more', () => {
    expect(ask({ class: 'serious', fraudFoundOn: '2026-05-01', on: '2029-05-01' })).toMatchObject({
      verdict: 'barred',
      application: { route: 'apply', from: '2029-05-02' },
    });
    const before = ask({ class: 'serious', findingDate: '2026-01-10', fraudFoundOn: '2026-03-31', on: '2027-06-01' });
    expect(before).toMatchObject({ verdict: 'needs-confirmation', application: { route: 'needs-confirmation' } });
    expect(codes(before).at(-1)).toBe('fraud-before-rule');
    expect(ask({ class: 'serious', fraudFoundOn: '2026-04-10', on: '2029-04-11' }).verdict).not.toBe('barred');
  });
  it('minor: no way and no day', () => {
    expect(ask({ class: 'minor' })).toMatchObject({
      verdict: 'not-published',
      publication: { shown: false, from: null, earliestEnd: null, latestEnd: null },
      application: { route: 'none', from: null },
    });
  });
});

const base: CaseInput = {
  id: null,
  matter: 'customs-discredited',
  subjectType: 'organisation',
  findingDate: '2026-04-10',
  publishedDate: '2026-04-20',
  penalties: [],
  dutiesPerformed: true,
  on: '2026-11-23',
};

describe('法释〔2017〕7号', () => {
  const court = (partly: Partial<CaseInput>) => ask({ matter: 'judgment-defaulter', ...partly });
  it('who performed is told that the court deletes, who did not is told what would make it', () => {
    expect(told(court({}), 'court-cases')).toContain('您说明已经履行，执行法院应当在三个工作日内删除失信信息');
    expect(told(court({ dutiesPerformed: false }), 'court-cases')).toContain('履行生效法律文书确定的义务后');
  });
  it('is on display from its day, or from the finding where none is given', () => {
    expect(court({ on: '2026-04-19' }).publication).toMatchObject({ shown: false, from: '2026-04-20' });
    expect(court({ on: '2026-04-20' }).publication).toMatchObject({ shown: true, from: '2026-04-20' });
    expect(court({ publishedDate: null }).publication).toMatchObject({ shown: true, from: '2026-04-10' });
  });
});

describe('lists with two waits', () => {
  const wage = { matter: 'wage-arrears', publishedDate: '2026-04-10', correctionDate: '2026-05-10' } as const;
  it('too early names the day by each rule; the sure rule gives the article', () => {
    const answer = ask({ ...wage, on: '2026-08-01' });
    expect(told(answer, 'not-yet')).toBe(
      '还没有到可以申请的时候：按人力资源社会保障部令第45号最早2026年11月11日（周三），按信用中国渠道（36号）最早2027年4月11日（周日）。',
    );
    const memory = ask({ matter: 'culture-tourism', on: '2026-08-01' });
    expect(memory.reasons.find((one) => one.code === 'not-yet')?.cite).toBe('ndrc36:12');
    expect(memory.reasons.filter((one) => one.code === 'wait').map((one) => one.text.slice(-14))).toEqual([
      '（没有见到条文原文，仅供参考）'.slice(-14),
      expect.stringMatching(/2027年4月10日。$/),
    ]);
  });
  it('between them both are named, with what is over and what is not', () => {
    const answer = ask({ ...wage });
    expect(told(answer, 'waits-differ')).toBe(
      '等待期的规定不一致：人力资源社会保障部令第45号（到2026年11月10日（周二））已满，信用中国渠道（36号）（到2027年4月10日（周六））未满。可以提交申请，由认定单位决定。',
    );
    const unknown = ask({ ...wage, correctionDate: undefined, on: '2027-05-01' });
    expect(told(unknown, 'waits-differ')).toContain('人力资源社会保障部令第45号（起算日未知）未满');
    const maybe = ask({ ...wage, correctionDate: undefined, on: '2026-10-11' });
    expect(maybe.verdict).toBe('needs-confirmation');
    expect(told(maybe, 'waits-differ')).toContain('可能有一种已满');
  });
  it('a wait whose first day was not given says so', () => {
    const answer = ask({ ...wage, correctionDate: undefined });
    expect(told(answer, 'wait')).toBe(
      '人力资源社会保障部令第45号的等待期：自改正之日起满6个月，但没有提供这一天，算不出来。',
    );
  });
  it('a reading deduced from articles is marked as one', () => {
    const farm = ask({ matter: 'farm-inputs', penalties: kinds('吊销许可证件') });
    expect(farm.reasons.findLast((one) => one.code === 'wait')?.text).toContain('（根据条文推断）');
  });
  it('the sector’s own rule alone, without any first day: duties first, else the office', () => {
    const alone = {
      ...wage,
      findingDate: '2024-10-10',
      publishedDate: '2024-10-10',
      correctionDate: undefined,
    } as const;
    expect(ask({ ...alone, on: '2025-06-01', dutiesPerformed: false })).toMatchObject({
      verdict: 'duties-outstanding',
      application: { route: 'apply', from: null },
    });
    const asked = ask({ ...alone, on: '2025-06-01' });
    expect(asked).toMatchObject({
      verdict: 'needs-confirmation',
      application: { route: 'needs-confirmation', from: null },
    });
    expect(codes(asked).at(-1)).toBe('start-unknown');
    const tax = { matter: 'tax-serious', findingDate: '2024-10-10', publishedDate: null } as const;
    expect(ask({ ...tax, on: '2025-06-01' })).toMatchObject({ verdict: 'needs-confirmation' });
  });
  it('unpaid wages and taxes go by their own clause, the rest by 36号 art 14(2)', () => {
    const cite = (matter: CaseInput['matter']) =>
      ask({ matter, dutiesPerformed: false, on: '2027-05-06' }).reasons.find((one) => one.code === 'duties-outstanding')
        ?.cite;
    expect(cite('tax-serious')).toBe('sta54:18(1)');
    expect(cite('wage-arrears')).toBe('mohrss45:12(1)');
    expect(cite('work-safety')).toBe('ndrc36:14(2)');
  });
  it('a repetition bars taxes and wages alone', () => {
    const verdict = (matter: CaseInput['matter']) =>
      ask({ matter, samePenaltyAgain: true, correctionDate: '2026-05-10', on: '2027-05-06' }).verdict;
    expect(verdict('tax-serious')).toBe('barred');
    expect(verdict('wage-arrears')).toBe('barred');
    expect(verdict('work-safety')).toBe('repairable-now');
    expect(verdict('charity-serious')).toBe('needs-confirmation');
  });
  it('a fraud: barred to the later of bar and wait, asked where it was found before the rule, a remark when over', () => {
    const list = (partly: Partial<CaseInput>) => ask({ matter: 'work-safety', ...partly });
    expect(list({ fraudFoundOn: '2026-04-10' }).application.from).toBe('2029-04-11');
    expect(list({ findingDate: '2025-06-10', fraudFoundOn: '2026-03-31', on: '2026-11-23' })).toMatchObject({
      verdict: 'needs-confirmation',
      application: { route: 'needs-confirmation' },
    });
    const over = list({ fraudFoundOn: '2026-04-01', on: '2029-04-02' });
    expect(over.verdict).toBe('repairable-now');
    expect(codes(over).slice(-2)).toEqual(['repairable-now', 'fraud-clock-not-stated']);
  });
  it('a doubt about the subject lifts neither a bar nor the end of display', () => {
    const charity = (partly: Partial<CaseInput>) =>
      ask({ matter: 'charity-serious', subjectType: 'sole-trader', ...partly });
    expect(charity({ fraudFoundOn: '2026-05-01' }).verdict).toBe('barred');
    expect(charity({ on: '2029-04-11' }).verdict).toBe('not-published');
    expect(charity({})).toMatchObject({ verdict: 'needs-confirmation', application: { route: 'needs-confirmation' } });
    expect(codes(charity({})).at(-1)).toBe('subject-doubtful');
  });
});

describe('market: what is told and what ends', () => {
  const market = (partly: Partial<CaseInput>) =>
    ask({
      matter: 'market-penalty',
      findingDate: '2026-01-05',
      publishedDate: '2026-01-20',
      field: 'other',
      ...partly,
    });
  it('nobody can be told a day while the class is open, until even the longest period is over', () => {
    const open = { penalties: [{ kind: '罚款' as const, amountYuan: 1_000 }] };
    expect(market({ ...open, on: '2029-01-20' })).toMatchObject({
      verdict: 'needs-classification',
      publication: { shown: true, from: '2026-01-20', latestEnd: null },
      application: { route: 'needs-confirmation', from: null },
    });
    const over = market({ ...open, on: '2029-01-21' });
    expect(over).toMatchObject({ verdict: 'not-published', application: { route: 'none' } });
    expect(told(over, 'not-published')).toContain('最长到2029年1月20日');
    expect(market({ ...open, publishedDate: null }).publication).toMatchObject({ shown: false, from: null });
  });
  it('a term matters to art 8(1) only where it outlasts three years', () => {
    const food = (termEnds: string, on: string) =>
      market({ field: 'food', penalties: [{ kind: '没收违法所得', termEnds }], on });
    expect(food('2028-06-30', '2027-01-21').verdict).toBe('repairable-now');
    expect(food('2029-01-20', '2027-01-21').verdict).toBe('repairable-now');
    expect(food('2029-01-21', '2027-01-21')).toMatchObject({
      verdict: 'not-yet',
      publication: { earliestEnd: '2029-01-21', latestEnd: '2029-01-21' },
    });
  });
  it('a term of an ordinary penalty moves nothing', () => {
    expect(market({ penalties: [{ kind: '没收违法所得', termEnds: '2031-01-01' }], on: '2026-04-21' })).toMatchObject({
      verdict: 'repairable-now',
      publication: { latestEnd: '2027-01-20' },
    });
  });
  it('kinds without a way end with the restriction where that is longer than three years', () => {
    const closed = (termEnds?: string) => market({ penalties: [{ kind: '责令关闭', termEnds }] });
    expect(closed().publication.latestEnd).toBe('2029-01-20');
    expect(closed('2030-06-30').publication.latestEnd).toBe('2030-06-30');
  });
  it('107号 art 23: over on the day after three years, asked where found before the order', () => {
    const fraud = (fraudFoundOn: string, on: string) =>
      market({ field: 'food', penalties: kinds('没收违法所得'), fraudFoundOn, on });
    expect(fraud('2026-01-10', '2029-01-10').verdict).toBe('barred');
    expect(fraud('2026-01-10', '2029-01-11').verdict).toBe('repairable-now');
    expect(fraud('2025-12-25', '2026-11-23').verdict).toBe('barred');
    expect(fraud('2025-12-24', '2026-11-23').verdict).toBe('needs-confirmation');
    expect(told(fraud('2026-05-01', '2026-11-23'), 'fraud-bar')).toContain('2029年5月1日');
  });
  it('the day that matters is the later of bar and minimum', () => {
    const barred = market({
      field: 'food',
      penalties: kinds('没收违法所得'),
      publishedDate: '2028-12-20',
      findingDate: '2028-12-10',
      fraudFoundOn: '2026-05-01',
      on: '2029-01-05',
    });
    expect(barred).toMatchObject({ verdict: 'barred', application: { route: 'apply', from: '2029-12-21' } });
  });
  it('open duties go by the article of the matter', () => {
    const duty = (matter: CaseInput['matter']) =>
      market({ matter, penalties: kinds('没收违法所得'), dutiesPerformed: false, on: '2027-01-20' }).reasons.at(-1);
    expect(duty('market-serious')).toMatchObject({ code: 'duties-outstanding', cite: 'samr107:13(1)' });
    expect(
      market({ penalties: kinds('没收违法所得'), dutiesPerformed: false, on: '2026-04-01' }).reasons.slice(-2),
    ).toMatchObject([
      { code: 'not-yet', cite: 'samr107:9.2' },
      { code: 'duties-outstanding', cite: 'samr107:11(1)' },
    ]);
  });
  it('the abnormal list is asked from the later of listing and correction, and shown from the later of listing and display', () => {
    const abnormal = (partly: Partial<CaseInput>) => ask({ matter: 'abnormal-operation', ...partly });
    expect(abnormal({ correctionDate: '2026-04-01' }).application.from).toBe('2026-04-10');
    expect(abnormal({ publishedDate: '2026-04-01' }).publication.from).toBe('2026-04-10');
    expect(abnormal({ publishedDate: null }).publication).toMatchObject({ shown: true, from: '2026-04-10' });
    expect(abnormal({ publishedDate: '2026-12-01' }).publication).toMatchObject({ shown: false, from: '2026-12-01' });
  });
});

describe('before the present orders', () => {
  const market = (partly: Partial<CaseInput>) =>
    ask({
      matter: 'market-penalty',
      findingDate: '2025-05-10',
      publishedDate: '2025-05-20',
      on: '2025-08-01',
      ...partly,
    });
  it.each<[string, Partial<CaseInput>, Partial<Verdict>, string]>([
    ['a warning', { penalties: kinds('警告') }, { verdict: 'not-published', class: 'minor' }, 'samr45:2'],
    [
      'not on display',
      { penalties: kinds('没收违法所得'), publishedDate: null },
      { verdict: 'not-published', class: 'general' },
      'samr45:13',
    ],
    [
      'not on display, a notice',
      { penalties: kinds('通报批评'), publishedDate: null },
      { verdict: 'not-published', class: 'minor' },
      'samr45:13',
    ],
    [
      'not on display, a revocation',
      { penalties: kinds('吊销许可证件'), publishedDate: null },
      { verdict: 'not-published', class: 'serious' },
      'samr45:13',
    ],
    ['a fine', { penalties: kinds('罚款') }, { verdict: 'needs-classification' }, 'samr45:13.2'],
    ['a fine and a warning', { penalties: kinds('罚款', '警告') }, { verdict: 'needs-classification' }, 'samr45:13.2'],
    ['nothing given', {}, { verdict: 'needs-classification' }, 'samr45:13.2'],
    [
      'a notice, last day',
      { penalties: kinds('通报批评'), on: '2025-08-20' },
      { verdict: 'ends-automatically', class: 'minor' },
      'samr45:13',
    ],
    [
      'a notice, next day',
      { penalties: kinds('通报批评'), on: '2025-08-21' },
      { verdict: 'not-published' },
      'samr45:13',
    ],
    [
      'a fine and a revocation',
      { penalties: kinds('罚款', '吊销营业执照') },
      { verdict: 'ends-automatically', class: 'serious' },
      'samr45:14.3',
    ],
    [
      'a confiscation',
      { penalties: kinds('没收违法所得') },
      { verdict: 'needs-confirmation', class: 'general' },
      'samr3-2021',
    ],
    [
      'before 45号',
      { penalties: kinds('没收违法所得'), findingDate: '2021-01-01', publishedDate: '2021-01-10', on: '2021-08-31' },
      { verdict: 'needs-confirmation' },
      'samr45:19',
    ],
  ])('45号: %s', (_, partly, expected, cite) => {
    const answer = market(partly);
    expect(answer).toMatchObject(expected);
    expect(answer.reasons.at(-1)?.cite).toBe(cite);
  });
  it('45号 art 13 ¶3: a restriction beyond three years lengthens the display', () => {
    const ban = market({ penalties: [{ kind: '限制从业', termEnds: '2029-01-01' }] });
    expect(ban.publication).toMatchObject({ shown: true, earliestEnd: null, latestEnd: '2029-01-01' });
    expect(market({ penalties: kinds('限制从业') }).publication.latestEnd).toBe('2028-05-20');
  });
  it('58号: key fields three years to one, simple procedure and warnings hidden, nothing decided', () => {
    const general = (partly: Partial<CaseInput>) =>
      ask({
        matter: 'other-penalty',
        findingDate: '2025-05-10',
        publishedDate: '2025-05-20',
        on: '2025-09-01',
        ...partly,
      });
    const open = general({ penalties: kinds('没收非法财物') });
    expect(open).toMatchObject({
      verdict: 'needs-confirmation',
      publication: { shown: true, from: '2025-05-10', earliestEnd: '2025-08-10', latestEnd: '2028-05-10' },
      application: { route: 'needs-confirmation', from: '2025-08-11' },
    });
    expect(told(open, 'earlier-regime')).toBe(
      '按国家发展改革委令第58号（数值为转引），2025年8月11日（周一）起已经可以申请。',
    );
    expect(told(general({ penalties: kinds('没收非法财物'), on: '2025-08-10' }), 'earlier-regime')).toContain(
      '起才可以申请',
    );
    expect(told(general({ penalties: kinds('没收非法财物'), field: 'food' }), 'earlier-regime')).toContain(
      '2026年5月11日',
    );
    expect(told(general({ penalties: kinds('没收非法财物'), field: 'medical-device' }), 'earlier-regime')).toContain(
      '2025年8月11日',
    );
    expect(told(general({ penalties: [{ kind: '限制从业', termEnds: '2025-12-31' }] }), 'earlier-regime')).toContain(
      '2026年1月1日',
    );
    for (const hidden of [
      { penalties: kinds('警告', '通报批评') },
      { procedure: 'simple', penalties: kinds('罚款') },
    ] as const)
      expect(general(hidden)).toMatchObject({ verdict: 'needs-confirmation', publication: { shown: false } });
    expect(
      told(
        general({ penalties: kinds('没收非法财物'), findingDate: '2022-05-10', on: '2025-05-11' }),
        'earlier-regime',
      ),
    ).toContain('公示期已于2025年5月10日（周六）届满');
    expect(codes(general({ penalties: kinds('没收非法财物'), findingDate: '2022-05-10', on: '2023-04-30' }))).toEqual([
      'regime-unknown',
    ]);
  });
});

describe('found under an earlier order', () => {
  const before = { matter: 'other-penalty', findingDate: '2026-02-10', publishedDate: '2026-02-20' } as const;
  it('the earlier one ended display: an office is asked, both results are named', () => {
    const answer = ask({ ...before, penalties: kinds('通报批评'), on: '2026-04-20' });
    expect(answer).toMatchObject({
      verdict: 'needs-confirmation',
      application: { route: 'needs-confirmation', from: '2026-02-20' },
    });
    expect(codes(answer).slice(-3)).toEqual(['transition-present', 'transition-earlier', 'transition-open']);
    expect(told(answer, 'transition-present')).toContain('按现行规定：现在可以通过“信用中国”申请修复');
    expect(told(answer, 'transition-earlier')).toContain('警告、通报批评不公示');
  });
  it('the present one ended display too: nothing is better', () => {
    const answer = ask({ ...before, penalties: kinds('通报批评'), on: '2026-05-11' });
    expect(answer.verdict).toBe('not-published');
    expect(codes(answer).slice(-2)).toEqual(['transition-earlier', 'transition-agrees']);
  });
  it('on the first day of the order there is nothing earlier', () => {
    const answer = ask({ ...before, findingDate: '2026-04-01', penalties: kinds('责令停产停业'), on: '2026-07-02' });
    expect(answer.verdict).toBe('not-yet');
    expect(codes(answer).some((code) => code.startsWith('transition'))).toBe(false);
    const market = (findingDate: string) =>
      ask({
        matter: 'market-penalty',
        findingDate,
        publishedDate: '2025-12-25',
        field: 'other',
        penalties: kinds('没收违法所得'),
        on: '2026-04-01',
      });
    expect(codes(market('2025-12-25')).some((code) => code.startsWith('transition'))).toBe(false);
    expect(codes(market('2025-12-24')).slice(-2)).toEqual(['transition-earlier', 'transition-agrees']);
  });
  it('a bar, a class and an open question stand by themselves', () => {
    for (const one of [
      { penalties: kinds('责令停产停业'), fraudFoundOn: '2026-05-01', on: '2026-06-01' },
      { penalties: kinds('罚款'), on: '2026-06-01' },
    ] as const)
      expect(codes(ask({ ...before, ...one })).some((code) => code.startsWith('transition'))).toBe(false);
  });
  it('the abnormal list, the court and the lists with a rule of their own compare nothing', () => {
    for (const matter of ['abnormal-operation', 'judgment-defaulter', 'tax-serious', 'work-safety'] as const)
      expect(
        codes(ask({ matter, findingDate: '2025-06-10', publishedDate: '2025-06-20' })).some((code) =>
          code.startsWith('transition'),
        ),
      ).toBe(false);
    expect(
      codes(
        ask({ matter: 'farm-inputs', findingDate: '2025-06-10', penalties: kinds('吊销许可证件'), on: '2026-06-01' }),
      ).some((code) => code.startsWith('transition')),
    ).toBe(true);
  });
});
