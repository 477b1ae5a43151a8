import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCitation } from '#law/cite.ts';
import { fineBrackets, penaltyKinds, recordClasses, recordFields } from '#law/classes.ts';
import { matterKeys, subjectTypes } from '#law/matter-keys.ts';
import { addDays } from '../plain-date.ts';
import { assess } from './assess.ts';
import type { CaseInput, Verdict } from './assess-case.ts';

type Partly = Partial<Omit<CaseInput, 'penalties'>> & { penalties?: CaseInput['penalties'] };

/** A market penalty of an organisation, published 2026-01-20, asked about on 2026-11-23, unless said otherwise. */
function ask(partly: Partly): Verdict {
  return assess({
    id: 'x',
    matter: 'market-penalty',
    subjectType: 'organisation',
    findingDate: '2026-01-05',
    publishedDate: '2026-01-20',
    penalties: [],
    field: 'other',
    dutiesPerformed: true,
    on: '2026-11-23',
    ...partly,
  });
}
const general = (partly: Partly): Verdict =>
  ask({ matter: 'other-penalty', findingDate: '2026-04-10', publishedDate: '2026-04-20', ...partly });
const fine = (amountYuan?: number, bracket?: 'lighter' | 'ordinary' | 'heavier') =>
  [{ kind: '罚款', amountYuan, bracket }] as const;
const kinds = (...names: (typeof penaltyKinds)[number][]) => names.map((kind) => ({ kind }));

type Row = [sentence: string, asked: Partly, expected: Record<string, unknown>];

function check(rows: Row[], run: (partly: Partly) => Verdict) {
  it.each(rows)('%s', (_, asked, expected) => {
    expect(run(asked)).toMatchObject(expected);
  });
}

describe('market track: classes (107号 arts 6–9)', () => {
  check(
    [
      [
        'art 7(1): 仅警告不予公示',
        { penalties: kinds('警告') },
        {
          class: 'minor',
          verdict: 'not-published',
          application: { route: 'none' },
          publication: { shown: false, latestEnd: null },
        },
      ],
      [
        'art 7(2): 仅通报批评三个月自动停止',
        { penalties: kinds('通报批评'), on: '2026-03-01' },
        {
          class: 'minor',
          verdict: 'ends-automatically',
          application: { route: 'automatic', from: null },
          publication: { shown: true, earliestEnd: null, latestEnd: '2026-04-20' },
        },
      ],
      [
        'art 7(2): 最后一日仍在公示',
        { penalties: kinds('通报批评'), on: '2026-04-20' },
        { verdict: 'ends-automatically' },
      ],
      [
        'art 7(2): 次日不再公示',
        { penalties: kinds('通报批评'), on: '2026-04-21' },
        { verdict: 'not-published', publication: { shown: false } },
      ],
      [
        'art 7(3): 从轻且五万元以下',
        { penalties: fine(50_000, 'lighter'), on: '2026-03-01' },
        { class: 'minor', application: { route: 'automatic' } },
      ],
      [
        'art 7(3): 五万元零一分不是较低数额',
        { penalties: fine(50_000.01, 'lighter') },
        { class: 'general', verdict: 'repairable-now' },
      ],
      [
        'art 7(3): 责任人员五千元',
        { subjectType: 'person', penalties: fine(5_000, 'lighter'), on: '2026-03-01' },
        { class: 'minor' },
      ],
      [
        'art 7(3): 责任人员五千元以上',
        { subjectType: 'person', penalties: fine(6_000, 'lighter') },
        { class: 'general' },
      ],
      [
        'art 7(3): 个体工商户按经营主体',
        { subjectType: 'sole-trader', penalties: fine(6_000, 'lighter'), on: '2026-03-01' },
        { class: 'minor' },
      ],
      ['art 7(3): 一般阶次的小额罚款不是轻微', { penalties: fine(1_000, 'ordinary') }, { class: 'general' }],
      [
        'art 7(3): 没写阶次分不清',
        { penalties: fine(1_000) },
        { class: 'needs-classification', verdict: 'needs-classification' },
      ],
      ['art 7(3): 没写数额分不清', { penalties: fine(undefined, 'lighter') }, { class: 'needs-classification' }],
      ['art 7(3): 数额超过，没写阶次也不是轻微', { penalties: fine(50_001) }, { class: 'general' }],
      [
        'art 7: 警告加低额罚款没有写明',
        { penalties: [...kinds('警告'), ...fine(1_000, 'lighter')] },
        { class: 'needs-classification' },
      ],
      ['art 7: 警告加通报批评没有写明', { penalties: kinds('警告', '通报批评') }, { class: 'needs-classification' }],
      [
        'art 7: 组合由处罚机关定为轻微',
        { penalties: [...kinds('警告'), ...fine(1_000, 'lighter')], class: 'minor', on: '2026-03-01' },
        { class: 'minor', verdict: 'ends-automatically' },
      ],
      [
        'art 9: 警告加一般阶次罚款',
        { penalties: [...kinds('警告'), ...fine(1_000, 'ordinary')] },
        { class: 'general' },
      ],
      [
        'art 9: 没收违法所得',
        { penalties: kinds('没收违法所得') },
        { class: 'general', publication: { earliestEnd: '2026-04-20', latestEnd: '2027-01-20' } },
      ],
      ['art 9: 暂扣许可证件', { penalties: kinds('暂扣许可证件') }, { class: 'general' }],
      [
        'art 9: 条文已定的不随提供的分类改变',
        { penalties: kinds('没收违法所得'), class: 'serious' },
        { class: 'general' },
      ],
      [
        'art 8(1): 食品领域非轻微',
        { field: 'food', penalties: fine(60_000, 'lighter') },
        {
          class: 'serious',
          verdict: 'not-yet',
          publication: { earliestEnd: '2027-01-20', latestEnd: '2029-01-20' },
          application: { route: 'apply', from: '2027-01-21' },
        },
      ],
      [
        'art 8(1): 食品领域轻微仍是轻微',
        { field: 'food', penalties: fine(5_000, 'lighter'), on: '2026-03-01' },
        { class: 'minor', verdict: 'ends-automatically' },
      ],
      [
        'art 8(1): 食品领域仅警告不公示',
        { field: 'food', penalties: kinds('警告') },
        { class: 'minor', verdict: 'not-published' },
      ],
      [
        'art 8(3): 吊销许可证件没有申请渠道',
        { penalties: kinds('吊销许可证件') },
        {
          class: 'serious',
          verdict: 'ends-automatically',
          application: { route: 'automatic', from: null },
          publication: { earliestEnd: null, latestEnd: '2029-01-20' },
        },
      ],
      [
        'art 8(3)、6.2: 罚款加吊销按最长的',
        { field: 'food', penalties: [...fine(900_000, 'heavier'), ...kinds('吊销营业执照')] },
        { verdict: 'ends-automatically' },
      ],
      ['art 8(3): 降低资质等级', { penalties: kinds('降低资质等级') }, { verdict: 'ends-automatically' }],
      ['art 8(3): 责令关闭', { penalties: kinds('责令关闭') }, { verdict: 'ends-automatically' }],
      [
        '没有处罚种类也没有分类',
        {},
        {
          class: 'needs-classification',
          verdict: 'needs-classification',
          application: { route: 'needs-confirmation' },
        },
      ],
      ['art 9: 其他处罚归一般', { penalties: kinds('其他') }, { class: 'general' }],
    ],
    ask,
  );
});

describe('market track: time and conditions', () => {
  const stop = (termEnds?: string) => [{ kind: '责令停产停业' as const, termEnds }];
  check(
    [
      [
        'art 9.2: 满三个月的最后一日还不能申请',
        { penalties: kinds('没收违法所得'), on: '2026-04-20' },
        { verdict: 'not-yet', application: { route: 'apply', from: '2026-04-21' } },
      ],
      ['art 9.2: 次日可以', { penalties: kinds('没收违法所得'), on: '2026-04-21' }, { verdict: 'repairable-now' }],
      [
        'art 9.2: 满一年自动停止',
        { penalties: kinds('没收违法所得'), on: '2027-01-21' },
        { verdict: 'not-published', publication: { shown: false } },
      ],
      [
        'art 9.2: 自动停止不问是否履行',
        { penalties: kinds('没收违法所得'), on: '2027-01-21', dutiesPerformed: false },
        { verdict: 'not-published' },
      ],
      [
        '月末没有对应日的到月末',
        { penalties: kinds('没收违法所得'), publishedDate: '2026-01-31', on: '2026-04-30' },
        { verdict: 'not-yet', publication: { earliestEnd: '2026-04-30' } },
      ],
      [
        'art 11(1): 义务未履行',
        { penalties: kinds('没收违法所得'), dutiesPerformed: false },
        { verdict: 'duties-outstanding' },
      ],
      [
        'art 11(1): 时间未到且未履行先说时间',
        { penalties: kinds('没收违法所得'), dutiesPerformed: false, on: '2026-03-01' },
        { verdict: 'not-yet' },
      ],
      [
        'art 11(1): 改正日期在将来等于还没改正',
        { penalties: kinds('没收违法所得'), correctionDate: '2026-12-01' },
        { verdict: 'duties-outstanding' },
      ],
      [
        'art 11(3): 再次受到同类处罚',
        { penalties: kinds('没收违法所得'), samePenaltyAgain: true },
        { verdict: 'barred', application: { route: 'none', from: null } },
      ],
      [
        'art 8(2): 停产停业期限届满且满一年',
        { penalties: stop('2026-06-30'), on: '2027-01-21' },
        { class: 'serious', verdict: 'repairable-now' },
      ],
      [
        'art 8(2): 期限晚于一年',
        { penalties: stop('2027-06-30'), on: '2027-03-01' },
        {
          verdict: 'not-yet',
          publication: { earliestEnd: '2027-06-30', latestEnd: '2029-01-20' },
          application: { from: '2027-07-01' },
        },
      ],
      [
        'art 8.2: 期限超过三年按实际期限',
        { penalties: [{ kind: '限制从业', termEnds: '2031-01-05' }], on: '2029-06-01' },
        { verdict: 'not-yet', publication: { shown: true, latestEnd: '2031-01-05' } },
      ],
      ['art 8(2): 不满一年，期限未知也不能申请', { penalties: stop() }, { verdict: 'not-yet' }],
      [
        'art 8(2): 满一年但期限未知要确认',
        { penalties: stop(), on: '2027-02-01' },
        { verdict: 'needs-confirmation', application: { route: 'needs-confirmation' } },
      ],
      [
        'art 23: 弄虚作假三年内不得申请',
        { penalties: kinds('没收违法所得'), fraudFoundOn: '2026-05-01' },
        { verdict: 'barred', application: { route: 'apply', from: '2029-05-02' } },
      ],
      [
        'art 23: 将来才查实的不算',
        { penalties: kinds('没收违法所得'), fraudFoundOn: '2026-12-01' },
        { verdict: 'repairable-now' },
      ],
      [
        'art 23: 施行前查实的要确认',
        { penalties: kinds('没收违法所得'), fraudFoundOn: '2025-12-01' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '45号 art 13: 没有公示就没有起算日',
        { penalties: kinds('没收违法所得'), publishedDate: null },
        { verdict: 'not-published', publication: { shown: false, from: null, earliestEnd: null, latestEnd: null } },
      ],
      [
        '45号 art 2: 简易程序不公示',
        { penalties: fine(200), procedure: 'simple', publishedDate: null },
        { verdict: 'not-published' },
      ],
      [
        '分类不明但三年已过',
        { penalties: fine(1_000), findingDate: '2022-01-01', publishedDate: '2022-01-20' },
        { class: 'needs-classification', verdict: 'not-published' },
      ],
    ],
    ask,
  );

  it('limits: 2 to accept, 7 to decide, 10 more (arts 14, 16); abnormal list 2 and 2', () => {
    expect(ask({ penalties: kinds('没收违法所得') }).limits).toEqual({ accept: 2, decide: 7, extend: 10 });
    expect(ask({ matter: 'market-serious' }).limits).toEqual({ accept: 2, decide: 7, extend: 10 });
    expect(ask({ matter: 'abnormal-operation' }).limits).toEqual({ accept: 2, decide: 2, extend: 10 });
  });
});

describe('market lists (107号 arts 12, 13)', () => {
  check(
    [
      [
        'art 12: 改正后随时可以移出',
        { matter: 'abnormal-operation', findingDate: '2026-11-20', publishedDate: '2026-11-20' },
        {
          verdict: 'repairable-now',
          application: { route: 'apply', from: '2026-11-20' },
          publication: { earliestEnd: null, latestEnd: null },
        },
      ],
      ['art 12: 没有改正', { matter: 'abnormal-operation', dutiesPerformed: false }, { verdict: 'duties-outstanding' }],
      [
        'art 12: 多年以后也不自动移出',
        { matter: 'abnormal-operation', findingDate: '2016-07-08', publishedDate: '2016-07-08' },
        { verdict: 'repairable-now', publication: { shown: true } },
      ],
      [
        '68号 art 4: 自然人没有可移出的记录',
        { matter: 'abnormal-operation', subjectType: 'person' },
        { verdict: 'no-route', application: { route: 'none' } },
      ],
      [
        'art 23: 弄虚作假也不得移出',
        { matter: 'abnormal-operation', fraudFoundOn: '2026-05-01' },
        { verdict: 'barred' },
      ],
      [
        'art 13: 公示不满一年',
        { matter: 'market-serious' },
        { class: 'serious', verdict: 'not-yet', publication: { earliestEnd: '2027-01-20', latestEnd: '2029-01-20' } },
      ],
      ['art 13: 公示满一年', { matter: 'market-serious', on: '2027-01-21' }, { verdict: 'repairable-now' }],
      [
        'art 13.2: 管理措施未满',
        { matter: 'market-serious', on: '2027-01-21', penalties: [{ kind: '限制从业', termEnds: '2028-01-05' }] },
        { verdict: 'not-yet', publication: { earliestEnd: '2028-01-05' } },
      ],
      [
        'art 13(3): 又受处罚，是否较重要核实',
        { matter: 'market-serious', on: '2027-01-21', samePenaltyAgain: true },
        { verdict: 'needs-confirmation' },
      ],
      ['art 13.2: 满三年移出', { matter: 'market-serious', on: '2029-01-21' }, { verdict: 'not-published' }],
    ],
    ask,
  );
});

describe('general track: penalties on 信用中国 (36号 arts 7–12)', () => {
  check(
    [
      [
        'art 8(1): 简易程序轻微，不公示',
        { procedure: 'simple', penalties: fine(200), publishedDate: null },
        { class: 'minor', verdict: 'not-published', application: { route: 'none' } },
      ],
      [
        'art 8(2): 警告轻微，已公示且履行即可申请',
        { penalties: kinds('警告'), on: '2026-05-01' },
        {
          class: 'minor',
          verdict: 'repairable-now',
          publication: { shown: true, earliestEnd: null, latestEnd: '2026-07-10' },
        },
      ],
      [
        'art 12: 轻微最长三个月',
        { penalties: kinds('警告'), on: '2026-07-11' },
        { verdict: 'not-published', publication: { shown: false } },
      ],
      [
        'art 12: 轻微未履行',
        { penalties: kinds('通报批评'), on: '2026-05-01', dutiesPerformed: false },
        { verdict: 'duties-outstanding', application: { route: 'apply', from: null } },
      ],
      [
        'art 8(3): 罚款由主管部门分类',
        { penalties: fine(30_000, 'ordinary') },
        { class: 'needs-classification', verdict: 'needs-classification' },
      ],
      [
        'art 11: 罚款由认定单位定为一般',
        { penalties: fine(30_000), class: 'general' },
        {
          class: 'general',
          verdict: 'repairable-now',
          publication: { earliestEnd: '2026-07-10', latestEnd: '2027-04-10' },
          application: { from: '2026-07-11' },
        },
      ],
      [
        'art 7: 自认定文书起算，不看公示日',
        { penalties: kinds('没收非法财物'), publishedDate: '2026-09-01' },
        { class: 'general', publication: { from: '2026-04-10', earliestEnd: '2026-07-10' } },
      ],
      ['art 9: 没收违法所得未列入', { penalties: kinds('没收违法所得') }, { class: 'needs-classification' }],
      ['行政拘留未列入', { penalties: kinds('行政拘留') }, { class: 'needs-classification' }],
      ['吊销营业执照未列入', { penalties: kinds('吊销营业执照') }, { class: 'needs-classification' }],
      [
        'art 10(2): 暂扣许可证件严重',
        { penalties: kinds('暂扣许可证件') },
        {
          class: 'serious',
          verdict: 'not-yet',
          publication: { earliestEnd: '2027-04-10', latestEnd: '2029-04-10' },
          application: { route: 'apply', from: '2027-04-11' },
        },
      ],
      ['art 12.3: 严重一种就定严重', { penalties: [...kinds('责令停产停业'), ...fine(1_000)] }, { class: 'serious' }],
      [
        'art 12.3: 一般加罚款仍要分类',
        { penalties: [...kinds('没收非法财物'), ...fine(1_000)] },
        { class: 'needs-classification' },
      ],
      [
        'art 12.3: 提供的分类不低于条文所定',
        { penalties: [...kinds('没收非法财物'), ...fine(1_000)], class: 'minor' },
        { class: 'general' },
      ],
      [
        '条文已定的不随提供的分类改变',
        { penalties: kinds('警告'), class: 'serious', on: '2026-05-01' },
        { class: 'minor' },
      ],
      [
        '简易程序不会停产停业',
        { procedure: 'simple', penalties: kinds('责令停产停业') },
        { class: 'needs-classification' },
      ],
      [
        'art 12.3: 附带期限届满前不得提前',
        { penalties: [{ kind: '限制从业', termEnds: '2028-04-10' }], on: '2027-06-01' },
        { verdict: 'not-yet', publication: { earliestEnd: '2028-04-10', latestEnd: '2029-04-10' } },
      ],
      [
        'art 12.1: 期限再长最长公示期也不延长',
        { penalties: [{ kind: '限制从业', termEnds: '2031-04-10' }] },
        {
          verdict: 'ends-automatically',
          application: { route: 'automatic', from: null },
          publication: { latestEnd: '2029-04-10' },
        },
      ],
      [
        'art 12.2: 满最长期自动停止',
        { penalties: kinds('没收非法财物'), on: '2027-04-11' },
        {
          verdict: 'not-published',
          publication: { shown: false, from: '2026-04-10', earliestEnd: '2026-07-10', latestEnd: '2027-04-10' },
        },
      ],
      [
        'art 12.2: 未履行的按行业规定',
        { penalties: kinds('没收非法财物'), on: '2027-04-11', dutiesPerformed: false },
        { verdict: 'needs-confirmation' },
      ],
      [
        'art 12.3: 自然人原则上不公示',
        { subjectType: 'person', penalties: kinds('没收非法财物'), publishedDate: null },
        { verdict: 'not-published' },
      ],
      [
        'art 25: 三年内这条记录不得申请',
        { penalties: kinds('没收非法财物'), fraudFoundOn: '2026-08-01' },
        { verdict: 'barred', application: { from: '2029-08-02' } },
      ],
      [
        'art 14(3): 没承诺不是拒绝的理由',
        { penalties: kinds('没收非法财物'), commitmentMade: false },
        { verdict: 'repairable-now' },
      ],
      [
        '36号没有“同类再罚”条件',
        { penalties: kinds('没收非法财物'), samePenaltyAgain: true },
        { verdict: 'repairable-now' },
      ],
    ],
    general,
  );
  it('limits of art 16', () => {
    expect(general({ penalties: kinds('没收非法财物') }).limits).toEqual({ accept: 3, decide: 7, extend: 10 });
  });
});

describe('lists with two waits', () => {
  const tax = { matter: 'tax-serious', findingDate: '2026-04-10', publishedDate: '2026-05-01' } as const;
  const wage = {
    matter: 'wage-arrears',
    findingDate: '2026-04-10',
    publishedDate: '2026-04-10',
    correctionDate: '2026-05-10',
  } as const;
  check(
    [
      ['税务: 两个都没满', { ...tax, on: '2026-11-01' }, { class: 'serious', verdict: 'not-yet' }],
      [
        '税务: 六个月已满一年未满',
        { ...tax, on: '2026-11-02' },
        { verdict: 'needs-confirmation', application: { route: 'needs-confirmation' }, publication: { shown: true } },
      ],
      [
        '税务: 都满',
        { ...tax, on: '2027-04-11' },
        { verdict: 'repairable-now', publication: { earliestEnd: '2027-04-10', latestEnd: '2029-04-10' } },
      ],
      ['税务: 没缴清', { ...tax, on: '2027-04-11', dutiesPerformed: false }, { verdict: 'duties-outstanding' }],
      ['54号 art 22: 又有税收违法', { ...tax, on: '2027-04-11', samePenaltyAgain: true }, { verdict: 'barred' }],
      [
        '54号 art 17: 满三年停止，不问履行',
        { ...tax, on: '2029-05-02', dutiesPerformed: false },
        { verdict: 'not-published' },
      ],
      [
        '54号 art 17 与 36号 art 12: 起算日不同的二十天',
        { ...tax, on: '2029-04-20' },
        { verdict: 'needs-confirmation' },
      ],
      ['人社: 改正不满六个月', { ...wage, on: '2026-11-10' }, { verdict: 'not-yet' }],
      ['人社: 改正满六个月', { ...wage, on: '2026-11-11' }, { verdict: 'needs-confirmation' }],
      ['人社: 都满', { ...wage, on: '2027-04-11' }, { verdict: 'repairable-now' }],
      [
        '人社: 一年满了但改正不久',
        { ...wage, correctionDate: '2027-03-01', on: '2027-04-11' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '人社: 没付清',
        { ...wage, correctionDate: undefined, dutiesPerformed: false, on: '2027-04-11' },
        { verdict: 'duties-outstanding' },
      ],
      ['45号 art 13: 再次拖欠', { ...wage, on: '2027-04-11', samePenaltyAgain: true }, { verdict: 'barred' }],
      ['45号 art 14: 只有用人单位申请', { ...wage, subjectType: 'person' }, { verdict: 'no-route' }],
      [
        '统计: 记忆中的六个月之后、一年之内',
        { matter: 'statistics-serious', findingDate: '2026-04-10', publishedDate: '2026-04-20' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '统计: 六个月之内',
        { matter: 'statistics-serious', findingDate: '2026-09-10', publishedDate: '2026-09-20' },
        { verdict: 'not-yet' },
      ],
      [
        '35号 art 2: 个体工商户不在列',
        { matter: 'statistics-serious', subjectType: 'sole-trader' },
        { verdict: 'no-route' },
      ],
      [
        '民政: 一年到二年之间',
        { matter: 'charity-serious', findingDate: '2026-04-10', on: '2027-06-01' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '民政: 二年后',
        { matter: 'charity-serious', findingDate: '2026-04-10', on: '2028-04-11' },
        { verdict: 'repairable-now' },
      ],
      [
        '民政: 个体工商户是否在列只是转引',
        { matter: 'charity-serious', subjectType: 'sole-trader', findingDate: '2026-10-10' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '应急: 一年内',
        { matter: 'work-safety', findingDate: '2026-04-10' },
        { verdict: 'not-yet', publication: { earliestEnd: '2027-04-10' } },
      ],
      [
        '应急: 一年后',
        { matter: 'work-safety', findingDate: '2026-04-10', on: '2027-04-11' },
        { verdict: 'repairable-now' },
      ],
      [
        '农资: 依据待确认，处罚类别不明',
        { matter: 'farm-inputs', findingDate: '2026-04-10' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '农资: 两种理解都是一年',
        { matter: 'farm-inputs', findingDate: '2026-04-10', penalties: kinds('吊销许可证件') },
        { verdict: 'not-yet' },
      ],
      [
        '超限超载: 二年内不下结论',
        { matter: 'overloading', findingDate: '2026-04-10', publishedDate: '2026-04-20', on: '2027-06-01' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '超限超载: 任何理解都满',
        { matter: 'overloading', findingDate: '2026-04-10', publishedDate: '2026-04-20', on: '2028-04-21' },
        { verdict: 'repairable-now' },
      ],
      [
        '文旅: 六个月到一年之间',
        { matter: 'culture-tourism', findingDate: '2026-04-10' },
        { verdict: 'needs-confirmation' },
      ],
    ],
    ask,
  );
});

describe('court and customs', () => {
  check(
    [
      [
        '法释〔2017〕7号: 归法院',
        { matter: 'judgment-defaulter', subjectType: 'person' },
        {
          verdict: 'no-route',
          application: { route: 'judicial', from: null },
          limits: { accept: null, decide: null, extend: null },
        },
      ],
      [
        '282号: 三个月内哪条路都没到',
        { matter: 'customs-discredited', findingDate: '2026-09-10', publishedDate: '2026-09-20' },
        { verdict: 'not-yet', application: { from: '2026-12-11' } },
      ],
      [
        '282号: 三个月后分不清',
        { matter: 'customs-discredited', findingDate: '2026-04-10', publishedDate: '2026-04-20' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '282号 art 30: 严重一年内',
        { matter: 'customs-discredited', class: 'serious', findingDate: '2026-04-10', publishedDate: '2026-04-20' },
        { class: 'serious', verdict: 'not-yet' },
      ],
      [
        '282号 art 30: 严重一年后',
        {
          matter: 'customs-discredited',
          class: 'serious',
          findingDate: '2026-04-10',
          publishedDate: '2026-04-20',
          on: '2027-04-21',
        },
        { verdict: 'repairable-now' },
      ],
      ['282号 art 35: 轻微不公示', { matter: 'customs-discredited', class: 'minor' }, { verdict: 'not-published' }],
      ['282号 art 2: 自然人', { matter: 'customs-discredited', subjectType: 'person' }, { verdict: 'no-route' }],
      [
        '251号时认定的要确认',
        { matter: 'customs-discredited', class: 'serious', findingDate: '2026-02-10', publishedDate: '2026-02-20' },
        { verdict: 'needs-confirmation' },
      ],
    ],
    ask,
  );
});

describe('transition and earlier law', () => {
  const before = { matter: 'other-penalty', findingDate: '2026-02-10', publishedDate: '2026-02-20' } as const;
  check(
    [
      [
        '58号三个月更有利',
        { ...before, penalties: kinds('责令停产停业') },
        {
          verdict: 'needs-confirmation',
          application: { route: 'needs-confirmation', from: '2027-02-11' },
          publication: { earliestEnd: '2027-02-10' },
        },
      ],
      [
        '58号更有利但义务没履行，今天两边都不行',
        { ...before, penalties: kinds('责令停产停业'), dutiesPerformed: false },
        { verdict: 'not-yet' },
      ],
      ['两边一致', { ...before, penalties: kinds('没收非法财物') }, { verdict: 'repairable-now' }],
      [
        '58号一年、36号一年',
        { ...before, field: 'special-equipment', penalties: kinds('吊销许可证件') },
        { verdict: 'not-yet' },
      ],
      [
        '58号下警告不公示',
        { ...before, findingDate: '2026-03-20', penalties: kinds('警告'), on: '2026-05-01' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '市场: 旧规六个月（记忆）更有利',
        {
          findingDate: '2025-10-10',
          publishedDate: '2025-12-01',
          field: 'cosmetics',
          penalties: fine(90_000),
          on: '2026-06-02',
        },
        { verdict: 'needs-confirmation' },
      ],
      [
        '市场: 食品旧规也是一年',
        {
          findingDate: '2025-10-10',
          publishedDate: '2025-12-01',
          field: 'food',
          penalties: fine(90_000),
          on: '2026-06-02',
        },
        { verdict: 'not-yet' },
      ],
      [
        '市场: 一般处罚旧规更严',
        { findingDate: '2025-10-10', publishedDate: '2025-12-01', penalties: fine(90_000), on: '2026-03-02' },
        { verdict: 'repairable-now' },
      ],
      [
        '市场: 停产停业旧规不得提前',
        {
          findingDate: '2025-10-10',
          publishedDate: '2025-12-01',
          penalties: [{ kind: '责令停产停业', termEnds: '2026-01-10' }],
          on: '2026-08-01',
        },
        { verdict: 'not-yet' },
      ],
      [
        '名单: 44号自列入起算，早到二十天',
        { matter: 'market-serious', findingDate: '2025-11-01', publishedDate: '2025-11-25', on: '2026-11-10' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '名单: 两边都满',
        { matter: 'market-serious', findingDate: '2025-10-01', publishedDate: '2025-10-20' },
        { verdict: 'repairable-now' },
      ],
      [
        '36号施行前的一天: 58号只供参考',
        { ...before, penalties: kinds('没收非法财物'), on: '2026-03-01' },
        { verdict: 'needs-confirmation', limits: { accept: null, decide: null, extend: null } },
      ],
      [
        '107号施行前的一天: 45号不得提前是原文',
        { findingDate: '2025-05-10', publishedDate: '2025-05-20', penalties: kinds('吊销许可证件'), on: '2025-08-01' },
        { verdict: 'ends-automatically', publication: { latestEnd: '2028-05-20' } },
      ],
      [
        '107号施行前的一天: 最短期限只是记忆',
        {
          findingDate: '2025-05-10',
          publishedDate: '2025-05-20',
          penalties: fine(90_000),
          field: 'food',
          on: '2025-08-01',
        },
        { verdict: 'needs-classification' },
      ],
      [
        '107号施行前的一天: 没收违法所得',
        { findingDate: '2025-05-10', publishedDate: '2025-05-20', penalties: kinds('没收违法所得'), on: '2025-08-01' },
        { verdict: 'needs-confirmation' },
      ],
      [
        '107号施行前的一天: 44号满一年',
        { matter: 'market-serious', findingDate: '2024-05-10', publishedDate: '2024-05-20', on: '2025-05-11' },
        { verdict: 'repairable-now', limits: { accept: 2, decide: 15, extend: null } },
      ],
      [
        '税务在36号之前只看54号',
        { matter: 'tax-serious', findingDate: '2024-05-10', publishedDate: '2024-06-01', on: '2024-12-02' },
        { verdict: 'repairable-now', limits: { accept: 2, decide: 15, extend: null } },
      ],
      [
        '还没有掌握的年代',
        {
          matter: 'other-penalty',
          findingDate: '2019-01-10',
          publishedDate: null,
          penalties: kinds('没收非法财物'),
          on: '2019-06-01',
        },
        { verdict: 'needs-confirmation' },
      ],
    ],
    ask,
  );

  it('names both results (36号 art 30)', () => {
    const { reasons } = ask({ ...before, penalties: kinds('责令停产停业') });
    expect(reasons.map((one) => one.code)).toEqual(
      expect.arrayContaining(['transition-present', 'transition-earlier', 'transition-open']),
    );
    expect(reasons.find((one) => one.code === 'transition-present')?.text).toContain('2027年2月11日');
    expect(reasons.find((one) => one.code === 'transition-earlier')?.text).toContain('2026年5月11日');
    expect(reasons.some((one) => one.code === 'not-yet')).toBe(false);
  });
});

const daysFrom = (start: string, span: number) => fc.integer({ min: 0, max: span }).map((days) => addDays(start, days));
const day = daysFrom('2020-01-01', 3200);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anyCase: fc.Arbitrary<CaseInput> = fc
  .record({
    matter: fc.constantFrom(...matterKeys),
    subjectType: fc.constantFrom(...subjectTypes),
    findingDate: day,
    publishedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
    penalties: fc.array(
      fc.record({
        kind: fc.constantFrom(...penaltyKinds),
        amountYuan: maybe(fc.integer({ min: 0, max: 200_000 })),
        bracket: maybe(fc.constantFrom(...fineBrackets)),
        termEnds: maybe(day),
      }),
      { maxLength: 3 },
    ),
    procedure: maybe(fc.constantFrom('simple' as const, 'ordinary' as const)),
    field: maybe(fc.constantFrom(...recordFields)),
    class: maybe(fc.constantFrom(...recordClasses)),
    dutiesPerformed: fc.boolean(),
    correctionDate: maybe(day),
    samePenaltyAgain: maybe(fc.boolean()),
    fraudFoundOn: maybe(day),
    later: fc.integer({ min: 0, max: 1600 }),
  })
  .map(({ publishedAfter, later, ...rest }) => ({
    ...rest,
    id: null,
    publishedDate: publishedAfter === null ? null : addDays(rest.findingDate, publishedAfter),
    on: addDays(rest.findingDate, later),
  }));

describe('properties', () => {
  it('verdict and dates never contradict each other, and every reason cites a text that exists', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { verdict, application, publication, reasons } = assess(input);
        if (verdict === 'not-yet') expect(application.from === null || application.from > input.on).toBe(true);
        if (verdict === 'repairable-now') {
          expect(application.route).toBe('apply');
          expect(application.from !== null && application.from <= input.on).toBe(true);
          expect(publication.shown || input.matter === 'abnormal-operation').toBe(true);
        }
        if (verdict === 'not-published' || verdict === 'no-route') expect(application.from).toBeNull();
        if (verdict === 'not-published') expect(publication.shown).toBe(false);
        if (verdict === 'ends-automatically') expect(publication.latestEnd! >= input.on).toBe(true);
        if (publication.earliestEnd && application.from && verdict !== 'barred')
          expect(application.from).toBe(addDays(publication.earliestEnd, 1));
        if (publication.earliestEnd && publication.latestEnd)
          expect(publication.earliestEnd <= publication.latestEnd).toBe(true);
        expect(reasons.length).toBeGreaterThan(0);
        for (const { cite, text } of reasons) {
          expect(parseCitation(cite), cite).toBeDefined();
          expect(text.length).toBeGreaterThan(4);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('what is repairable stays so until it ends, as long as the facts and the law stay the same', () => {
    const recent = fc
      .tuple(anyCase, daysFrom('2026-04-01', 600), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1200 }))
      .map(([input, findingDate, published, later]) => ({
        ...input,
        findingDate,
        publishedDate: addDays(findingDate, published),
        on: addDays(findingDate, later),
        fraudFoundOn: undefined,
        dutiesPerformed: true,
        correctionDate: findingDate,
      }));
    fc.assert(
      fc.property(recent, fc.integer({ min: 1, max: 900 }), (input, days) => {
        const first = assess(input);
        fc.pre(first.verdict === 'repairable-now');
        const later = assess({ ...input, on: addDays(input.on, days) }).verdict;
        expect(['repairable-now', 'not-published', 'needs-confirmation']).toContain(later);
        if (first.publication.latestEnd && addDays(input.on, days) <= first.publication.latestEnd)
          expect(later).not.toBe('not-published');
      }),
      { numRuns: 1000 },
    );
  });

  it('performing the duties never makes the answer worse', () => {
    const rank = {
      'not-published': 3,
      'repairable-now': 3,
      'needs-confirmation': 2,
      'duties-outstanding': 1,
      'not-yet': 1,
    } as Record<string, number>;
    fc.assert(
      fc.property(anyCase, (input) => {
        const [without, withDuties] = [false, true].map(
          (dutiesPerformed) => assess({ ...input, dutiesPerformed }).verdict,
        );
        const [a, b] = [rank[without!] ?? 0, rank[withDuties!] ?? 0];
        expect(b >= a, `${without} → ${withDuties}`).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
