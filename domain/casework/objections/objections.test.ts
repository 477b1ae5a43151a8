import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { objectionRoad, turnAways } from '#law/objection-roads.ts';
import type { ObjectionGround } from '#law/objections.ts';
import { openQuestions } from '#law/open-questions.ts';
import { isRefusal, type Refusal } from '../../refusal.ts';
import { addWorkingDays, announcedCalendar } from '../../working-days.ts';
import {
  acceptObjection,
  answerObjection,
  checkObjectionAct,
  declineObjection,
  extendObjection,
  type ObjectionAct,
  type ObjectionDesk,
  pushObjection,
  withdrawObjection,
} from './act-on-objection.ts';
import { beginObjection, evolveObjection } from './evolve-objection.ts';
import { type LodgedBody, type LodgingCase, lodgeObjection } from './lodge-objection.ts';
import { allObjectionStates, type Objection, objectionStates } from './objection.ts';
import type { ObjectionEvent } from './objection-events.ts';
import { correctRecord } from './record-corrections.ts';

const today = '2026-11-23';
const record = {
  docNumber: '示例〔2026〕1号',
  organName: '南昌市应急管理局',
  findingDate: '2026-05-06',
  publishedDate: '2026-11-02',
  correctionDate: null,
  dutiesPerformed: true,
  class: 'general' as const,
  facts: { penalties: [{ kind: '罚款', amountYuan: 20000 }], act: '示例事由', content: '罚款二万元' },
  repairedOn: null,
};
const place = {
  number: 'YYSS20261123000001',
  recordId: 'r1',
  itemId: null,
  matterKey: 'work-safety',
  unitId: 'u1',
  regionCode: '360100',
  windowUnitId: null,
};
const body: LodgedBody = {
  ground: 'content',
  door: 'credit-china',
  claims: [{ field: 'fine', shouldSay: '5000' }],
  reasons: '决定书上是五千元',
  request: '',
  contact: { name: '示例甲', phone: '13900000001' },
  attachmentIds: [],
};
const caseOf = (entry: LawEntryKey, ground: ObjectionGround, over: Partial<LodgingCase> = {}): LodgingCase => ({
  road: objectionRoad(entry, ground, over.today ?? today),
  record,
  today,
  calendar: announcedCalendar,
  openNumber: null,
  ...over,
});

function sure<T>(value: T | Refusal | null): T {
  if (value === null) throw new Error('nothing');
  if (isRefusal(value)) throw new Error((value as Refusal).text);
  return value as T;
}

function lodged(
  entry: LawEntryKey = 'work-safety',
  ground: ObjectionGround = 'content',
  door: 'credit-china' | 'unit' = 'unit',
): Objection {
  const claims = ground === 'content' || ground === 'period' ? body.claims : [];
  const itemId = ground === 'declined' || ground === 'refused' ? 'i1' : null;
  const event = sure(lodgeObjection(caseOf(entry, ground), { ...place, itemId }, { ...body, ground, door, claims }));
  return beginObjection({ subjectKey: 's1', objectionId: 'o1' }, event);
}
const officer = { kind: 'officer', unitId: 'u1', roles: ['officer'] } as const;
const desk = (objection: Objection, on = today): ObjectionDesk => ({
  objection,
  who: officer,
  today: on,
  calendar: announcedCalendar,
});
const pushed = (it: Objection, on = today) =>
  evolveObjection(it, sure(pushObjection({ objection: it, today: on, calendar: announcedCalendar }, null)));
const checking = (it: Objection, on = today) => evolveObjection(it, sure(acceptObjection(desk(it, on), '')));

describe('limits of an objection, by matter and ground', () => {
  const rows: readonly (readonly [
    name: string,
    entry: LawEntryKey,
    ground: ObjectionGround,
    limits: Partial<Objection['limits']>,
    doors: readonly string[],
  ])[] = [
    [
      '36号第十八条：公示内容',
      'work-safety',
      'content',
      { push: 1, accept: null, check: 7, correct: null, mayExtend: true },
      ['credit-china', 'unit'],
    ],
    [
      '36号第十八条：公示期限',
      'other-penalty',
      'period',
      { push: 1, accept: null, check: 7, correct: null, mayExtend: true },
      ['credit-china', 'unit'],
    ],
    [
      '36号第十八条：不予受理',
      'tax-serious',
      'declined',
      { push: 1, accept: null, check: 7, mayExtend: true },
      ['credit-china', 'unit'],
    ],
    [
      '36号第十八条：不予修复',
      'wage-arrears',
      'refused',
      { push: 1, accept: null, check: 7, mayExtend: true },
      ['credit-china', 'unit'],
    ],
    [
      '36号第十八条、海关总署令第282号第十三条：海关公示内容',
      'customs-discredited',
      'content',
      { push: 1, check: 7 },
      ['credit-china', 'unit'],
    ],
    [
      '68号修订第十五条：列入经营异常名录',
      'abnormal-operation',
      'listing',
      { push: null, accept: 5, check: 20, correct: 5, mayExtend: false },
      ['unit'],
    ],
    [
      '45号第十二条：市场监管处罚信息',
      'market-penalty',
      'content',
      { push: null, accept: null, check: null, mayExtend: false },
      ['unit'],
    ],
    [
      '企业信息公示暂行条例第十二条：经营异常公示内容',
      'abnormal-operation',
      'content',
      { push: null, check: null, mayExtend: false },
      ['unit'],
    ],
  ];
  it.each(rows)('%s', (_, entry, ground, limits, doors) => {
    const itemId = ground === 'declined' || ground === 'refused' ? 'i1' : null;
    const claims = ground === 'content' || ground === 'period' ? body.claims : [];
    const event = sure(
      lodgeObjection(
        caseOf(entry, ground),
        { ...place, itemId },
        { ...body, ground, claims, door: doors[0] as 'unit' },
      ),
    );
    expect(event.payload.limits).toMatchObject(limits);
    expect(objectionRoad(entry, ground, today)!.doors).toEqual(doors);
    expect(event.cites.length).toBeGreaterThan(0);
  });
  const elsewhere: readonly (readonly [name: string, entry: LawEntryKey, ground: ObjectionGround, cite: string])[] = [
    ['法释〔2017〕7号第十一条：只由执行法院接收', 'judgment-defaulter', 'content', 'spc17:11'],
    ['107号第二十四条：不予修复没有异议，复议或者诉讼', 'market-penalty', 'refused', 'samr107:24'],
    ['44号第二十三条：列入以后只有复议和诉讼', 'market-serious', 'listing', 'samr44:23'],
  ];
  it.each(elsewhere)('%s', (_, entry, ground, cite) => {
    const refused = lodgeObjection(caseOf(entry, ground), place, { ...body, ground, door: 'unit' });
    expect(refused).toMatchObject({ code: 'objection-elsewhere', cite: expect.arrayContaining([cite]) });
    expect(objectionRoad(entry, ground, today)!.elsewhere!.sure).toBe('V');
  });
  it('names only open questions that stand in the book', () => {
    const ids = openQuestions.map((one) => one.id);
    for (const entry of ['work-safety', 'market-penalty', 'abnormal-operation', 'customs-discredited'] as const)
      for (const ground of ['content', 'period', 'listing'] as const)
        for (const id of objectionRoad(entry, ground, today)?.open ?? []) expect(ids).toContain(id);
  });
});

describe('lodging', () => {
  const abnormal = (on: string) =>
    lodgeObjection(caseOf('abnormal-operation', 'listing', { today: on }), place, {
      ...body,
      ground: 'listing',
      door: 'unit',
      claims: [],
    });
  it('68号修订第十五条：自公示之日起三十日，最后一天还可以提，第二天不能', () => {
    // 2026-11-02 + 30 days = 2026-12-02, a Wednesday.
    expect(isRefusal(abnormal('2026-12-02'))).toBe(false);
    expect(abnormal('2026-12-03')).toMatchObject({
      code: 'objection-late',
      cite: expect.arrayContaining(['samr68r:15']),
    });
  });
  it('a day of publication that nobody knows bars nobody', () => {
    const it = caseOf('abnormal-operation', 'listing', {
      today: '2027-06-01',
      record: { ...record, publishedDate: null },
    });
    const event = lodgeObjection(it, place, { ...body, ground: 'listing', door: 'unit', claims: [] });
    expect(isRefusal(event)).toBe(false);
  });
  it('an open one about the same thing is told of', () => {
    expect(lodgeObjection(caseOf('work-safety', 'content', { openNumber: 'YYSS1' }), place, body)).toMatchObject({
      code: 'objection-open',
      more: { number: 'YYSS1' },
    });
  });
  it('what the record says is taken from the record', () => {
    const event = sure(lodgeObjection(caseOf('work-safety', 'content'), place, body));
    expect(event.payload.claims).toEqual([{ field: 'fine', says: '20000', shouldSay: '5000' }]);
  });
  const bad: readonly (readonly [name: string, over: Partial<LodgedBody>, field: string])[] = [
    ['no value named', { claims: [] }, 'claims'],
    ['a value that the record has not', { claims: [{ field: '__proto__', shouldSay: 'x' }] }, 'claims.0.shouldSay'],
    ['an amount that is none', { claims: [{ field: 'fine', shouldSay: '五千' }] }, 'claims.0.shouldSay'],
    ['a day that is none', { claims: [{ field: 'findingDate', shouldSay: '2026-02-30' }] }, 'claims.0.shouldSay'],
    ['a finding in the future', { claims: [{ field: 'findingDate', shouldSay: '2027-01-01' }] }, 'claims.0.shouldSay'],
    ['no reasons', { reasons: '  ' }, 'reasons'],
    ['no way to call back', { contact: { name: '甲', phone: 'abc' } }, 'contact.phone'],
  ];
  it.each(bad)('%s is named by its field', (_, over, field) => {
    const refused = lodgeObjection(caseOf('work-safety', 'content'), place, { ...body, ...over }) as Refusal;
    expect(refused.kind).toBe('invalid');
    expect(refused.fields!.map((one) => one.field)).toContain(field);
  });
});

describe('at the desk', () => {
  it('36号第十八条：推送一个工作日，核查七个工作日自受理起算', () => {
    const it = lodged('work-safety', 'content', 'credit-china');
    expect(it.clocks.push).toMatchObject({ due: '2026-11-24', days: 1 });
    const at = pushed(it, '2026-11-24');
    expect(at.clocks.push!.doneOn).toBe('2026-11-24');
    expect(at.clocks.acceptance).toBeUndefined();
    expect(checking(at, '2026-11-27').clocks.check).toMatchObject({ start: '2026-11-27', due: '2026-12-08' });
  });
  it('68号修订第十五条：五日内决定受理，二十日核实，不能延长', () => {
    const at = pushed(lodged('abnormal-operation', 'listing'));
    expect(at.clocks.acceptance).toMatchObject({ days: 5, due: '2026-11-30' });
    const going = checking(at);
    expect(going.clocks.check).toMatchObject({ days: 20, due: '2026-12-21' });
    expect(extendObjection(desk(going), { days: 3, reason: '复杂' })).toMatchObject({ code: 'objection-no-extension' });
  });
  it('36号第十八条：延长要在期满前告知', () => {
    const going = checking(pushed(lodged()));
    const { due } = going.clocks.check!;
    expect(isRefusal(extendObjection(desk(going, due), { days: 3, reason: '复杂' }))).toBe(false);
    expect(extendObjection(desk(going, '2026-12-03'), { days: 3, reason: '复杂' })).toMatchObject({
      code: 'objection-too-late-to-extend',
      cite: ['ndrc36:18'],
    });
  });
  it('declines only on grounds that a clause names', () => {
    const at = pushed(lodged());
    const road = objectionRoad('work-safety', 'content', today)!;
    expect(turnAways(road).every((one) => one.sure === 'V')).toBe(true);
    expect(declineObjection(desk(at), turnAways(road), [{ code: 'other', text: '不方便' }])).toMatchObject({
      code: 'reason-without-clause',
    });
    expect(
      declineObjection(desk(at), [{ ...turnAways(road)[0]!, sure: 'M' }], [{ code: 'not-about-this', text: '一' }]),
    ).toMatchObject({
      code: 'reason-without-clause',
    });
    const event = sure(declineObjection(desk(at), turnAways(road), [{ code: 'no-evidence', text: '只有一句话' }]));
    expect(evolveObjection(at, event)).toMatchObject({ state: 'declined', closedOn: today });
    expect(event.cites).toEqual(['ndrc36:18']);
  });
  it('upheld about what is shown changes values, named before and after; nothing changed is no upholding', () => {
    const going = checking(pushed(lodged()));
    const findings = [{ text: '录入有误', evidence: '' }];
    const given = { outcome: 'upheld' as const, findings, corrections: [{ field: 'fine', value: '5000' }] };
    const answered = sure(answerObjection(desk(going), record, given));
    expect(answered.event.payload.changes).toEqual([
      { field: 'fine', label: '罚款金额（元）', before: '20000', after: '5000' },
    ]);
    expect(answered.record.facts.penalties).toEqual([{ kind: '罚款', amountYuan: 5000 }]);
    expect(evolveObjection(going, answered.event)).toMatchObject({ state: 'correcting', closedOn: null });
    expect(
      answerObjection(desk(going), record, { ...given, corrections: [{ field: 'fine', value: '20000' }] }),
    ).toMatchObject({ code: 'nothing-corrected' });
    expect(answerObjection(desk(going), record, { ...given, outcome: 'rejected' })).toMatchObject({ kind: 'invalid' });
  });
  it('upheld about a decision needs no platform: it is done with the answer', () => {
    const going = checking(pushed(lodged('work-safety', 'refused')));
    const answered = sure(
      answerObjection(desk(going), record, {
        outcome: 'upheld',
        findings: [{ text: '材料齐全', evidence: '' }],
        corrections: [],
      }),
    );
    expect(evolveObjection(going, answered.event)).toMatchObject({ state: 'corrected', closedOn: today });
    expect(
      answerObjection(desk(going), record, {
        outcome: 'partly-upheld',
        findings: [{ text: '一', evidence: '' }],
        corrections: [],
      }),
    ).toMatchObject({ kind: 'invalid' });
  });
  it('is corrected when the last platform has taken it over, whatever the order', () => {
    const going = checking(pushed(lodged()));
    const { event } = sure(
      answerObjection(desk(going), record, {
        outcome: 'upheld',
        findings: [{ text: '有误', evidence: '' }],
        corrections: [{ field: 'act', value: '另一事由' }],
      }),
    );
    const start = evolveObjection(going, event);
    fc.assert(
      fc.property(fc.shuffledSubarray([...event.payload.correcting], { minLength: 3 }), (order) => {
        const states = order.reduce<Objection[]>(
          (all, system) =>
            all.concat(
              evolveObjection(all.at(-1)!, {
                type: 'correction-confirmed',
                on: today,
                cites: [],
                payload: { system, receiptNo: 'x' },
              } as ObjectionEvent),
            ),
          [start],
        );
        expect(states.map((one) => one.state)).toEqual(['correcting', 'correcting', 'correcting', 'corrected']);
      }),
    );
  });
});

describe('every state × act', () => {
  const acts: readonly ObjectionAct[] = ['accept', 'decline', 'extend', 'answer', 'withdraw'];
  const allowed: Readonly<Record<string, readonly ObjectionAct[]>> = {
    lodged: ['withdraw'],
    pushed: ['accept', 'decline', 'withdraw'],
    checking: ['extend', 'answer', 'withdraw'],
  };
  const going = checking(pushed(lodged()));
  for (const state of allObjectionStates)
    for (const act of acts)
      it(`${objectionStates[state].office}：${act}`, () => {
        const who = act === 'withdraw' ? ({ kind: 'applicant' } as const) : officer;
        const bar = checkObjectionAct({ objection: { ...going, state }, who, today }, act);
        expect(bar === null).toBe(allowed[state]?.includes(act) ?? false);
      });
  it('is for the unit alone, and withdrawing for the applicant or the window that took it in', () => {
    const stranger = { kind: 'officer', unitId: 'u2', roles: ['officer'] } as const;
    expect(checkObjectionAct({ objection: going, who: stranger, today }, 'answer')).toMatchObject({
      kind: 'forbidden',
    });
    expect(withdrawObjection(desk(going), '')).toMatchObject({ kind: 'forbidden' });
    const clerk = { kind: 'officer', unitId: 'w1', roles: ['window-clerk'] } as const;
    expect(
      checkObjectionAct({ objection: { ...going, windowUnitId: 'w1' }, who: clerk, today }, 'withdraw'),
    ).toBeNull();
  });
});

describe('properties', () => {
  it('an extension moves the due day by exactly its working days', () => {
    const going = checking(pushed(lodged()));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (days) => {
        const after = evolveObjection(going, sure(extendObjection(desk(going), { days, reason: '复杂' })));
        expect(after.clocks.check!.due).toBe(addWorkingDays(announcedCalendar, going.clocks.check!.due, days).date);
        expect(after.clocks.check!.days).toBe(7 + days);
      }),
    );
  });
  it('a correction undone leaves the record as it was', () => {
    fc.assert(
      fc.property(
        fc.subarray(['docNumber', 'act', 'content', 'basis', 'organName'], { minLength: 1 }),
        fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== ''),
        (fields, text) => {
          const { record: after, changes } = correctRecord(
            record,
            fields.map((field) => ({ field, value: text })),
          );
          const { record: back } = correctRecord(
            after,
            changes.map((one) => ({ field: one.field, value: one.before })),
          );
          expect({ ...back, facts: { basis: '', ...back.facts } }).toEqual({
            ...record,
            facts: { basis: '', ...record.facts },
          });
        },
      ),
    );
  });
});
