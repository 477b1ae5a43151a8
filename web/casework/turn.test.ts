import { expect, test } from 'vitest';
import { emptyFindings, saidOfClock, turnOf, whyIdle } from './turn.ts';
import { foundBy } from './use-findings.ts';

type View = Parameters<typeof whyIdle>[0] & Parameters<typeof saidOfClock>[1];

const view = (state: string, waitsOn: string, more: object = {}) =>
  ({ summary: { state, waitsOn }, chain: null, timeline: [], clocks: [], ...more }) as unknown as View;
const proposal = (more: object) => ({
  proposal: { actName: '准予修复', by: { id: '1', name: '廖某某' }, since: '2026-11-24', waitsFor: 'review', ...more },
});

test('while something is proposed it is the turn of those who review or sign, by name and since when', () => {
  const review = turnOf(view('accepted', 'authority', { chain: proposal({ waitsOn: ['甲', '乙'] }) }));
  expect(review.turn).toBe('现在等待审核');
  expect(review.says).toContain('廖某某已提请“准予修复”');
  expect(review.says).toMatch(/11月24日.*起等待审核，由甲、乙审核/);
  const sign = turnOf(view('accepted', 'authority', { chain: proposal({ waitsFor: 'sign', waitsOn: [] }) }));
  expect(sign).toMatchObject({ turn: '现在等待签发', says: expect.stringContaining('没有别人能签发') });
  expect(turnOf(view('accepted', 'authority'))).toMatchObject({ turn: '现在轮到办理单位' });
});

test('a correction that came to its day is the unit’s turn again', () => {
  expect(turnOf(view('correcting', 'applicant')).says).toContain('等申请人补正');
  expect(turnOf(view('correcting', 'authority')).says).toContain('补正期满');
});

test('a call for correction ends the limit for accepting without a decision, and the whole says what it does meanwhile', () => {
  const asked = view('correcting', 'applicant', {
    timeline: [{ type: 'correction-requested', on: '2026-11-24' }],
    clocks: [{ kind: 'correction', due: '2026-12-08' }],
  });
  expect(saidOfClock({ kind: 'acceptance', doneOn: '2026-11-24' }, asked).ended).toBe('已一次性告知补正');
  expect(saidOfClock({ kind: 'acceptance', doneOn: '2026-11-25' }, asked).ended).toBeNull();
  expect(saidOfClock({ kind: 'acceptance', doneOn: null }, asked).ended).toBeNull();
  const goesOn = saidOfClock({ kind: 'total', doneOn: null }, asked).note;
  expect(goesOn).toMatch(/照常计算.*12月8日/);
  expect(saidOfClock({ kind: 'total', doneOn: null, pausedSince: '2026-11-25' }, asked).note).toMatch(
    /11月25日.*停止计算/,
  );
  expect(saidOfClock({ kind: 'total', doneOn: null }, view('accepted', 'authority')).note).toBeNull();
});

test('whoever has nothing to do here is told whose it is', () => {
  const holder = { officerId: '1', name: '廖某某' };
  const holding = { standsIn: false, acts: [{ act: 'claim', label: '接手', allowed: true, why: null }] };
  const held = view('accepted', 'authority', { holding });
  const of = (it: View) => ({ ...it, summary: { ...it.summary, holder } });
  expect(whyIdle(of(held), '2')).toBe('这一件由廖某某承办。需要由您来办的，请在上面“接手”。');
  expect(whyIdle(of(held), '1')).toBe('这一件现在没有需要您办的事。');
  expect(whyIdle(of({ ...held, chain: proposal({ waitsOn: ['甲'] }) as never }), '1')).toMatch(
    /等待审核，由甲审核.*您现在不用办/,
  );
  expect(emptyFindings(of(held))).toBe('还没有逐项填写；由承办人廖某某填写。');
  expect(emptyFindings(view('lodged', 'authority'))).toMatch(/^受理后/);
  expect(emptyFindings(view('refused', 'nobody'))).toBeNull();
});

test('after the decision the conditions say who checked, and who signed', () => {
  const hands = {
    proposed: { by: { name: '甲' }, on: '2026-11-23' },
    signed: { by: { name: '乙' }, on: '2026-11-24' },
  };
  const entry = { type: 'granted', by: '乙（示例局）', on: '2026-11-24', payload: {} };
  const found = (payload: object) => foundBy({ chain: null, timeline: [{ ...entry, payload }] } as never);
  expect(found({})).toEqual({ by: '乙（示例局）', on: '2026-11-24', signed: null });
  expect(found({ chain: hands })).toEqual({ by: '甲', on: '2026-11-23', signed: { by: '乙', on: '2026-11-24' } });
  expect(foundBy({ chain: proposal({ on: '2026-11-20' }) as never, timeline: [] })).toMatchObject({ by: '廖某某' });
  expect(foundBy({ chain: null, timeline: [] })).toBeNull();
});
