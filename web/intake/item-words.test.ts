import { describe, expect, it } from 'vitest';
import { allItemStates, isClosed, itemStates } from '#domain/item/states.ts';
import { lastDayWords, stagesOf, todoOf, toneOf, turnOf } from './item-words.ts';

describe('the words of an item for its applicant', () => {
  it.each(allItemStates)('%s: one stage at most is now, what is past is done, what ended says how', (state) => {
    const stages = stagesOf({ state });
    const now = stages.filter((stage) => stage.standing === 'now');
    expect(now.length).toBe(isClosed(state) ? 0 : 1);
    const order = stages.map((stage) => ['done', 'now', 'stopped', 'later'].indexOf(stage.standing));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(stages.some((stage) => stage.standing === 'later')).toBe(!isClosed(state) && state !== 'granted');
    expect(todoOf({ state, yourTurn: null, closedOn: isClosed(state) ? '2026-11-23' : null })).toMatch(/。$/);
  });

  it('names the authority where it is the authority’s turn, and the applicant where it is theirs', () => {
    const item = { unitName: '南昌市应急管理局', closedOn: null };
    const say = (state: 'accepted' | 'correcting' | 'granted') =>
      turnOf({ ...item, waitsOn: itemStates[state].waitsOn, publicText: itemStates[state].public });
    expect(say('accepted')).toBe('南昌市应急管理局：已受理，办理单位正在审核');
    expect(say('correcting')).toMatch(/^轮到您：/);
    expect(say('granted')).not.toContain('南昌市应急管理局');
  });

  it('shows amber only where the applicant has to act', () => {
    expect(toneOf({ state: 'correcting', yourTurn: '缺 1 份材料', closedOn: null })).toBe('you');
    expect(toneOf({ state: 'refused', yourTurn: null, closedOn: '2026-11-23' })).toBe('bad');
    expect(toneOf({ state: 'lodged', yourTurn: null, closedOn: null })).toBe('others');
  });

  it('says what each last day is for', () => {
    expect(lastDayWords({ kind: 'correction', label: '补正' })).toBe('请在这天以前补齐：');
    expect(lastDayWords({ kind: 'another', label: '别的期限' })).toBe('别的期限：');
  });
});
