/** What people are told, and the facts that turn a class: the small print of assess*.ts. */
import { describe, expect, it } from 'vitest';
import { type ClassStandard, type Confirmation, lawBook } from '#law/law-book.ts';
import { assess } from './assess.ts';
import type { CaseInput, CasePenalty, Verdict } from './assess-case.ts';
import { bandOf } from './assess-class-rows.ts';

/** A market penalty without a field, displayed 2026-01-20. */
function market(partly: Partial<CaseInput>): Verdict {
  return assess({
    id: null,
    matter: 'market-penalty',
    subjectType: 'organisation',
    findingDate: '2026-01-05',
    publishedDate: '2026-01-20',
    penalties: [],
    dutiesPerformed: true,
    on: '2026-11-23',
    ...partly,
  });
}
/** A penalty of another field, found 2026-04-10. */
const general = (partly: Partial<CaseInput>): Verdict =>
  market({ matter: 'other-penalty', findingDate: '2026-04-10', publishedDate: '2026-04-20', ...partly });
const kinds = (...names: CasePenalty['kind'][]): CasePenalty[] => names.map((kind) => ({ kind }));
const fine = (amountYuan?: number, bracket?: CasePenalty['bracket']): CasePenalty => ({
  kind: '罚款',
  amountYuan,
  bracket,
});
const told = (verdict: Verdict, code: string): string | undefined =>
  verdict.reasons.find((one) => one.code === code)?.text;
const codes = (verdict: Verdict): string[] => verdict.reasons.map((one) => one.code);

describe('107号: why a class is not known', () => {
  it.each([
    ['nothing was given', [], '没有提供处罚种类，也没有处罚机关的分类'],
    ['no bracket', [fine(1_000)], '罚款数额或者裁量阶次没有写明'],
    ['no amount', [fine(undefined, 'lighter')], '罚款数额或者裁量阶次没有写明'],
    ['one of two fines without bracket', [fine(1_000, 'lighter'), fine(1_000)], '罚款数额或者裁量阶次没有写明'],
    [
      'one of two fines without amount',
      [fine(1_000, 'lighter'), fine(undefined, 'lighter')],
      '罚款数额或者裁量阶次没有写明',
    ],
    ['a warning and a low fine', [...kinds('警告'), fine(1_000, 'lighter')], '同时受到几种的，条文没有写明'],
    ['a warning and a fine that may be low', [...kinds('警告'), fine(1_000)], '同时受到几种的，条文没有写明'],
    ['a warning and a notice', kinds('警告', '通报批评'), '同时受到几种的，条文没有写明'],
  ])('%s', (_, penalties, why) => {
    const verdict = market({ penalties });
    expect(verdict.class).toBe('needs-classification');
    expect(told(verdict, 'needs-classification')).toContain(why);
    expect(told(verdict, 'needs-classification')).toContain('需要处罚机关先确定属于轻微、一般还是严重');
  });
  it('one fine of a heavier bracket is enough not to be low', () => {
    expect(market({ penalties: [fine(1_000, 'lighter'), fine(1_000, 'ordinary')] }).class).toBe('general');
    expect(market({ penalties: [fine(30_000, 'lighter'), fine(30_000, 'lighter')] }).class).toBe('general');
  });
  it('the bound that holds for the subject is told', () => {
    const on = '2026-03-01';
    expect(told(market({ penalties: [fine(100, 'lighter')], on }), 'class-minor')).toContain('50000元以下');
    expect(told(market({ penalties: [fine(100, 'lighter')], on, subjectType: 'person' }), 'class-minor')).toContain(
      '只处以5000元以下',
    );
  });
});

describe('107号: what the authority’s class does', () => {
  const penalties = [...kinds('警告'), fine(1_000, 'lighter')];
  it.each([
    ['minor', 'ends-automatically', '2026-03-01', '轻微'],
    ['general', 'repairable-now', '2026-04-21', '一般'],
    ['serious', 'not-yet', '2027-01-20', '严重'],
    ['serious', 'repairable-now', '2027-01-21', '严重'],
  ] as const)('%s: %s on %s', (name, verdict, on, word) => {
    const answer = market({ penalties, class: name, on });
    expect(answer).toMatchObject({ class: name, verdict });
    expect(told(answer, 'class-by-authority')).toBe(`处罚机关将其定为${word}违法失信信息。`);
  });
  it('serious without the penalties: after a year nobody can tell whether art 8(3) stands against it', () => {
    const answer = market({ class: 'serious', on: '2027-01-21' });
    expect(answer).toMatchObject({ verdict: 'needs-confirmation', application: { from: '2027-01-21' } });
    expect(told(answer, 'kind-unknown')).toContain('没有提供处罚种类');
    expect(market({ class: 'serious', on: '2027-01-20' }).verdict).toBe('not-yet');
  });
  it('serious by its word where the field was not given, ordinary where the field is another', () => {
    const answer = market({ penalties: kinds('没收违法所得'), class: 'serious', on: '2027-01-21' });
    expect(answer).toMatchObject({ class: 'serious', verdict: 'repairable-now' });
    expect(told(answer, 'class-serious')).toBe('处罚机关将其定为严重违法失信信息。');
    const other = market({ penalties: kinds('没收违法所得'), class: 'serious', field: 'other' });
    expect(other.class).toBe('general');
    expect(told(other, 'class-fixed-by-law')).toContain('提供的分类是严重，但条文已经按处罚种类定为一般');
  });
  it('a class that says the same is not mentioned', () => {
    expect(codes(market({ penalties: kinds('没收违法所得'), class: 'general', field: 'other' }))).not.toContain(
      'class-fixed-by-law',
    );
  });
  it('a field that was not given is taken as another, and said so', () => {
    expect(codes(market({ penalties: kinds('没收违法所得') }))).toContain('field-assumed');
    expect(codes(market({ penalties: kinds('没收违法所得'), field: 'other' }))).not.toContain('field-assumed');
    const assumed = market({ penalties: kinds('没收违法所得') }).reasons.find((one) => one.code === 'field-assumed');
    expect(assumed).toMatchObject({ text: expect.stringContaining('没有提供领域'), cite: 'samr107:8(1)' });
  });
  it('kinds are named once each, fields in Chinese', () => {
    const twice = market({ penalties: kinds('没收违法所得', '没收违法所得', '没收非法财物'), field: 'other' });
    expect(told(twice, 'class-general')).toContain('处罚种类为没收违法所得、没收非法财物，');
    expect(told(market({ penalties: kinds('没收违法所得'), field: 'food' }), 'class-serious')).toContain('食品领域');
  });
});

describe('36号: why a class is not known, and what is told of one that is', () => {
  it.each<[string, Partial<CaseInput>, string, string]>([
    ['nothing was given', {}, '没有提供处罚种类，也没有认定单位的分类', 'ndrc36:11'],
    ['a fine', { penalties: [fine(100)] }, '罚款属于较小、较大还是巨额', 'ndrc36:8(3)'],
    [
      'a fine beside another kind',
      { penalties: [...kinds('没收违法所得'), fine(100)] },
      '罚款属于较小、较大还是巨额',
      'ndrc36:8(3)',
    ],
    [
      'kinds in no list',
      { penalties: kinds('没收违法所得', '行政拘留') },
      '没收违法所得、行政拘留没有列入',
      'ndrc36:11',
    ],
  ])('%s', (_, partly, why, cite) => {
    const answer = general(partly);
    expect(answer.class).toBe('needs-classification');
    expect(told(answer, 'needs-classification')).toContain(why);
    expect(answer.reasons[0]?.cite).toBe(cite);
  });
  it('a serious kind of the simple procedure is doubted, whatever class is given', () => {
    const answer = general({ procedure: 'simple', penalties: kinds('责令关闭'), class: 'serious' });
    expect(answer.class).toBe('needs-classification');
    expect(told(answer, 'needs-classification')).toContain('简易程序不能作出这种处罚');
  });
  it('several kinds: the heaviest, in whatever order', () => {
    expect(general({ penalties: kinds('警告', '没收非法财物') }).class).toBe('general');
    expect(general({ penalties: kinds('没收非法财物', '警告') }).class).toBe('general');
    expect(told(general({ penalties: kinds('没收非法财物', '警告') }), 'class-general')).toContain(
      '处罚种类为没收非法财物、警告，属于一般失信信息',
    );
    expect(general({ penalties: kinds('没收非法财物', '警告') }).reasons[0]?.cite).toBe('ndrc36:9(2)');
    expect(general({ penalties: kinds('警告', '没收非法财物') }).reasons[0]?.cite).toBe('ndrc36:9(2)');
  });
  it('only several kinds are said to go by the longest', () => {
    expect(told(general({ penalties: kinds('责令关闭', '警告') }), 'longest-period')).toContain('公示期按最长的一种算');
    expect(codes(general({ penalties: kinds('责令关闭') }))).not.toContain('longest-period');
    expect(told(general({ penalties: kinds('责令关闭') }), 'class-serious')).toBe(
      '处罚种类为责令关闭，属于严重失信信息。',
    );
  });
  it('the authority’s class raises what is open and lowers nothing that is fixed', () => {
    const mixed = [...kinds('没收非法财物'), fine(100)];
    expect(general({ penalties: mixed, class: 'minor' }).class).toBe('general');
    expect(general({ penalties: mixed, class: 'serious' }).class).toBe('serious');
    expect(general({ procedure: 'simple', penalties: [fine(100)], class: 'serious' }).class).toBe('minor');
    const fixed = general({ penalties: kinds('没收非法财物'), class: 'serious' });
    expect(told(fixed, 'class-fixed-by-law')).toContain('提供的分类是严重，但条文已经按处罚种类定为一般');
    expect(codes(general({ penalties: kinds('没收非法财物'), class: 'general' }))).not.toContain('class-fixed-by-law');
  });
});

describe('36号 art 25', () => {
  const serious = { penalties: kinds('暂扣许可证件') } as const;
  it('a fraud still to be found is none', () => {
    expect(codes(general({ ...serious, fraudFoundOn: '2027-05-01', on: '2027-04-30' }))).not.toContain('fraud-bar');
  });
  it('found on the first day of 36号 it bars, on the day before it is asked about', () => {
    const before = { ...serious, findingDate: '2026-01-10', on: '2027-02-01' } as const;
    expect(general({ ...before, fraudFoundOn: '2026-04-01' }).verdict).toBe('barred');
    const asked = general({ ...before, fraudFoundOn: '2026-03-31' });
    expect(asked).toMatchObject({ verdict: 'needs-confirmation', application: { route: 'needs-confirmation' } });
    expect(codes(asked)).toContain('fraud-before-rule');
  });
  it('no bar on a day before 36号', () => {
    expect(
      codes(general({ ...serious, findingDate: '2026-01-10', fraudFoundOn: '2026-02-01', on: '2026-03-31' })),
    ).not.toContain('fraud-before-rule');
  });
  it('three years later only a remark is left, until the first day is confirmed', () => {
    // A fraud found in an earlier application: three years are over while the record is still on display.
    const late = { ...serious, findingDate: '2026-04-10', fraudFoundOn: '2026-04-01', on: '2029-04-02' } as const;
    expect(general({ ...late, on: '2029-04-01' }).verdict).toBe('barred');
    const answer = general(late);
    expect(answer.verdict).toBe('repairable-now');
    expect(codes(answer).slice(-1)).toEqual(['fraud-clock-not-stated']);
    const settled: Confirmation = {
      id: 'c-1',
      point: 'fraud-clock:general',
      value: 'found',
      from: '2026-11-01',
      to: null,
      paper: { title: '复函', number: null, issuedOn: '2026-10-20', office: '示例单位' },
    };
    const law = lawBook({ confirmations: [settled], standards: [] });
    expect(codes(general({ ...late, law }))).not.toContain('fraud-clock-not-stated');
    expect(general({ ...late, law, on: '2029-04-01' }).verdict).toBe('barred');
  });
  it('the bar ends with the minimum where that is later', () => {
    expect(general({ ...serious, fraudFoundOn: '2026-04-10' }).application.from).toBe('2029-04-11');
    const minor = general({
      penalties: kinds('警告'),
      dutiesPerformed: false,
      fraudFoundOn: '2026-05-01',
      on: '2026-05-06',
    });
    expect(minor).toMatchObject({ verdict: 'barred', application: { route: 'apply', from: '2029-05-02' } });
  });
});

describe('36号 art 12: edges', () => {
  it('a term that ends with the maximum leaves no day to apply on; a day less leaves one', () => {
    const term = (termEnds: string, on = '2028-01-01') => general({ penalties: [{ kind: '限制从业', termEnds }], on });
    expect(term('2029-04-10').verdict).toBe('ends-automatically');
    expect(codes(term('2029-04-10'))).toContain('term-bound');
    expect(term('2029-04-09')).toMatchObject({ verdict: 'not-yet', application: { from: '2029-04-10' } });
    expect(term('2029-04-09', '2029-04-10').verdict).toBe('repairable-now');
  });
  it('after the maximum the shorter of the two ends is shown', () => {
    const over = general({ penalties: [{ kind: '限制从业', termEnds: '2031-01-01' }], on: '2029-04-11' });
    expect(over).toMatchObject({
      verdict: 'not-published',
      publication: { earliestEnd: '2029-04-10', latestEnd: '2029-04-10' },
    });
    expect(codes(over)).toEqual(['class-serious', 'minimum-period', 'maximum-period', 'period-over']);
  });
  it('minor: off display after three months whether or not performed', () => {
    const over = general({ penalties: kinds('警告'), dutiesPerformed: false, on: '2026-07-11' });
    expect(over).toMatchObject({ verdict: 'not-published', publication: { earliestEnd: null } });
    expect(codes(over)).toEqual(['class-minor', 'maximum-period', 'period-over']);
  });
  it('minor with a term: no early end before it', () => {
    const asked = { penalties: [{ kind: '其他', termEnds: '2026-06-30' }], class: 'minor' } as const;
    expect(general({ ...asked, on: '2026-06-30' })).toMatchObject({
      verdict: 'not-yet',
      application: { from: '2026-07-01' },
    });
    expect(general({ ...asked, on: '2026-07-01' }).verdict).toBe('repairable-now');
  });
  it('remarks only where they belong', () => {
    const plain = codes(general({ penalties: kinds('没收非法财物') }));
    expect(plain).toEqual(['class-general', 'minimum-period', 'maximum-period', 'repairable-now']);
    expect(codes(general({ penalties: kinds('没收非法财物'), commitmentMade: true }))).toEqual(plain);
    expect(codes(general({ penalties: kinds('没收非法财物'), commitmentMade: false, subjectType: 'person' }))).toEqual([
      ...plain,
      'person-published',
      'commitment-to-make',
    ]);
  });
  it('display goes on after the maximum where an office confirmed it', () => {
    const stays: Confirmation = {
      id: 'c-2',
      point: 'unperformed:general',
      value: 'stays',
      from: '2026-11-01',
      to: null,
      paper: { title: '复函', number: null, issuedOn: '2026-10-20', office: '示例单位' },
    };
    const law = lawBook({ confirmations: [stays], standards: [] });
    const asked = { penalties: kinds('没收非法财物'), dutiesPerformed: false, on: '2027-04-11', law };
    const answer = general(asked);
    expect(answer).toMatchObject({
      verdict: 'duties-outstanding',
      publication: { shown: true, from: '2026-04-10', earliestEnd: '2026-07-10', latestEnd: null },
      application: { route: 'apply', from: null },
    });
    expect(answer.reasons.map((one) => `${one.code} ${one.cite}`)).toEqual([
      'class-general ndrc36:9(2)',
      'minimum-period ndrc36:12',
      'maximum-period ndrc36:12.2',
      'over-unperformed confirmation:c-2',
      'duties-outstanding ndrc36:14(2)',
    ]);
    const open = general({ ...asked, penalties: [fine(100)], on: '2029-04-11' });
    expect(open).toMatchObject({ verdict: 'duties-outstanding', publication: { earliestEnd: null } });
    expect(general({ ...asked, dutiesPerformed: true }).verdict).toBe('not-published');
  });
});

describe('bands of a field’s standard for fines', () => {
  const bands: ClassStandard['fines'] = [
    { class: 'minor', over: 0, upTo: 1_000 },
    { class: 'general', over: 1_000, upTo: 50_000 },
    { class: 'serious', over: 50_000, upTo: null },
  ];
  it.each([
    [0, 'minor'],
    [0.01, 'minor'],
    [1_000, 'minor'],
    [1_000.01, 'general'],
    [50_000, 'general'],
    [50_001, 'serious'],
    [1e9, 'serious'],
  ])('%d yuan: %s', (yuan, found) => {
    expect(bandOf(bands, yuan)?.class).toBe(found);
  });
  it('an amount below the first band, or above the last, has none', () => {
    expect(bandOf([{ class: 'general', over: 100, upTo: 200 }], 100)).toBeUndefined();
    expect(bandOf([{ class: 'general', over: 100, upTo: 200 }], 0)).toBeUndefined();
    expect(bandOf([{ class: 'general', over: 100, upTo: 200 }], 201)).toBeUndefined();
  });
  it('are followed with their paper; a fine without amount, and amounts outside, are left to the authority', () => {
    const standard: ClassStandard = {
      id: 's-1',
      sector: 'ecology',
      from: '2026-05-01',
      to: null,
      paper: { title: '分类标准', number: '示例发〔2026〕1号', issuedOn: '2026-04-20', office: '示例单位' },
      fines: bands.slice(0, 2),
      personFines: [],
      kinds: { 警告: 'general' },
    };
    const law = lawBook({ confirmations: [], standards: [standard] });
    const asked = (penalties: readonly CasePenalty[], more: Partial<CaseInput> = {}) =>
      general({ penalties, law, sector: 'ecology', ...more });
    expect(told(asked([fine(600), fine(600)]), 'class-by-row')).toMatch(
      /^罚款合计1200元，按《分类标准》（.*）属于较大数额罚款。$/,
    );
    expect(told(asked([fine(600)]), 'class-by-row')).toContain('罚款600元，按');
    expect(asked([fine(600), fine()]).class).toBe('needs-classification');
    expect(asked([fine(60_000)]).class).toBe('needs-classification');
    // Another kind beside the fine does not count with its amount.
    expect(asked([fine(600), { kind: '没收非法财物', amountYuan: 90_000 }]).class).toBe('general');
    expect(told(asked([fine(600), { kind: '没收非法财物', amountYuan: 90_000 }]), 'class-by-row')).toContain(
      '罚款600元',
    );
    expect(asked([fine(600)], { subjectType: 'person' }).class).toBe('minor');
    expect(told(asked(kinds('警告')), 'class-by-row')).toContain('把警告定为一般失信信息');
    expect(asked([fine(600)], { sector: undefined }).class).toBe('needs-classification');
  });
});
