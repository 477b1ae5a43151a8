import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acceptItem } from '#domain/casework/accept-item.ts';
import { claimItem } from '#domain/casework/assign-item.ts';
import { correctItem } from '#domain/casework/correct-item.ts';
import { grantItem, refuseItem } from '#domain/casework/decide-item.ts';
import type { Desk } from '#domain/casework/deciding.ts';
import { declineItem } from '#domain/casework/decline-item.ts';
import { extendItem } from '#domain/casework/extend-item.ts';
import {
  acceptObjection,
  allObjectionActs,
  type ObjectionDesk,
  withdrawObjection,
} from '#domain/casework/objections/act-on-objection.ts';
import { allObjectionStates, type Objection } from '#domain/casework/objections/objection.ts';
import { requestCorrection } from '#domain/casework/request-correction.ts';
import { endorse, retract, returnProposal, toSign } from '#domain/casework/sign-off.ts';
import { verifyItem } from '#domain/casework/verify-item.ts';
import { withdrawItem } from '#domain/casework/withdraw-item.ts';
import { allItemActions } from '#domain/item/available-actions.ts';
import { startClock } from '#domain/item/clocks.ts';
import { holdingActs } from '#domain/item/holding.ts';
import { allItemStates } from '#domain/item/states.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { announcedCalendar } from '#domain/working-days.ts';
import { actsPage } from './acts-page.ts';
import { type AnyAct, fittingItem, itemIn, persons, rightPerson } from './item-cases.ts';

const page = actsPage();
const today = '2026-11-23';

/** The cells of a table, by the code of the row and by its place; the first table below a heading. */
function tableBelow(heading: string): Map<string, string[]> {
  const lines = page.slice(page.indexOf(`${heading}\n`)).split('\n');
  const from = lines.findIndex((line) => line.startsWith('| '));
  const rows = lines.slice(from + 2, lines.indexOf('', from));
  return new Map(
    rows.map((row) => {
      const [head = '', ...cells] = row.slice(2, -2).split(' | ');
      return [head.match(/`(.+)`/)![1]!, cells.map((cell) => cell.replaceAll('`', ''))];
    }),
  );
}

/** What really happens, as a cell says it. */
const outcome = (decided: unknown) => (isRefusal(decided) ? decided.code : '●');

/** The acts themselves, each with what it needs to go through. */
const decide: Partial<Record<AnyAct, (desk: Desk) => unknown | Refusal>> = {
  accept: acceptItem,
  decline: (desk) => declineItem(desk, { reasons: [{ code: 'x', text: '不属于本机关' }], docNumber: '1' }),
  'request-correction': (desk) =>
    requestCorrection(desk, { missing: [{ key: 'proof', name: '缴款凭证', reason: '看不清' }] }),
  correct: (desk) => correctItem(desk, { materials: [{ key: 'proof', attachmentIds: ['file'] }] }),
  verify: (desk) => verifyItem(desk, { method: 'online', finding: '已缴清' }),
  extend: (desk) => extendItem(desk, { reason: '需要实地核查' }),
  grant: (desk) =>
    grantItem(desk, {
      findings: [{ key: 'c', text: '', met: true, evidence: '' }],
      note: '',
      docNumber: '1',
      obstacle: null,
      required: [{ key: 'c', text: '已纠正' }],
    }),
  refuse: (desk) => refuseItem(desk, { reasons: [{ code: 'x', text: '尚未缴清' }], findings: [], docNumber: '1' }),
  endorse: (desk) => endorse(desk, { note: '' }),
  sign: toSign,
  return: (desk) => returnProposal(desk, { reason: '依据不足' }),
  retract,
  withdraw: (desk) => withdrawItem(desk, { reason: '不办了' }),
  claim: (desk) => claimItem(desk, { saw: null, reason: '' }),
};

const ready = {
  clocks: {
    decision: startClock(announcedCalendar, 'decision', today, 7, []),
    correction: startClock(announcedCalendar, 'correction', today, 10, []),
  },
  missing: [{ key: 'proof', name: '缴款凭证', reason: '看不清' }],
};

describe('cells of docs/acts.md against the acts themselves', () => {
  const states = tableBelow('### 本平台决定的办件');
  const outside = tableBelow('### 执行法院决定的办件');
  const roles = tableBelow('## 办件：岗位 × 办理');
  for (const [act, run] of Object.entries(decide) as [AnyAct, (desk: Desk) => unknown][])
    test(act, () => {
      const deskOf = (over: Partial<Desk>): Desk =>
        ({ who: rightPerson(act), today, calendar: announcedCalendar, ...over }) as Desk;
      allItemStates.forEach((state, at) => {
        const plain = deskOf({ item: fittingItem(act, state, ready) });
        expect(states.get(act)![at], `${act} in ${state}`).toBe(outcome(run(plain)));
        const court = fittingItem(act, state, { ...ready, decider: 'outside', receiver: 'court' });
        expect(outside.get(act)![at], `${act} in ${state}, court`).toBe(outcome(run(deskOf({ item: court }))));
      });
      const home = allItemStates[states.get(act)!.indexOf('●')]!;
      const here = act === 'claim' ? 'lodged' : home;
      persons.forEach(([name, who], at) => {
        const decided = run(deskOf({ item: fittingItem(act, here, ready), who }));
        expect(roles.get(act)![at], `${act} by ${name}`).toBe(outcome(decided));
      });
    });

  test('no act is missing, and cells that people rely on say what they should', () => {
    expect([...states.keys()]).toEqual([...allItemActions, ...holdingActs]);
    expect(states.get('accept')![allItemStates.indexOf('lodged')]).toBe('●');
    expect(states.get('grant')![allItemStates.indexOf('refused')]).toBe('already-closed');
    expect(outside.get('accept')!.every((cell) => cell === 'decided-outside')).toBe(true);
    expect(roles.get('sign')!.filter((cell) => cell === '●')).toHaveLength(1);
  });

  test('every code that a cell shows has its sentence in the legend, and none has a name of a person in it', () => {
    const legend = tableBelow('## 拒绝的代号');
    const before = page.slice(0, page.indexOf('## 拒绝的代号'));
    const tables = before.split('\n').filter((line) => line.startsWith('| '));
    const codes = new Set(
      tables
        .flatMap((row) => row.slice(2, -2).split(' | ').slice(1))
        .flatMap((cell) => cell.match(/^`([a-z-]+)`$/)?.[1] ?? []),
    );
    expect(codes.size).toBeGreaterThan(20);
    for (const code of codes) expect(legend.get(code)?.[1], code).toMatch(/[。]$/);
    expect(page).not.toMatch(/示例[甲乙丙]/);
  });
});

describe('objections and orders', () => {
  test('objections: accepting and withdrawing, in every state', () => {
    const cells = tableBelow('## 异议：状态 × 办理');
    expect([...cells.keys()]).toEqual([...allObjectionActs]);
    const limits = { push: 1, accept: null, check: 7, correct: null, mayExtend: true, cites: [], open: [] };
    const deskOf = (state: Objection['state'], who: ObjectionDesk['who']) => ({
      objection: { state, unitId: 'unit', windowUnitId: null, clocks: {}, limits } as unknown as Objection,
      who,
      today,
      calendar: announcedCalendar,
    });
    const officer = { kind: 'officer', unitId: 'unit', roles: ['officer'] } as const;
    allObjectionStates.forEach((state, at) => {
      expect(cells.get('accept')![at]).toBe(outcome(acceptObjection(deskOf(state, officer), '')));
      expect(cells.get('withdraw')![at]).toBe(outcome(withdrawObjection(deskOf(state, { kind: 'applicant' }), '')));
    });
  });
  test('orders: what stands shielded can be restored, what was annulled is past everything', () => {
    const cells = tableBelow('## 信息处置：信息的情况 × 处置');
    expect(cells.get('restoring')!.slice(0, 8)).toEqual([
      ...Array(3).fill('not-shielded'),
      '●',
      'already-completed',
      'record-annulled',
      ...Array(2).fill('not-shielded'),
    ]);
    expect([...cells.values()].every((row) => row[5] === 'record-annulled')).toBe(true);
  });
});

test('an item that fits a step has its proposal; a plain one has none', () => {
  expect(fittingItem('sign', 'accepted').proposal?.reviewed).toBeDefined();
  expect(itemIn('accepted').proposal).toBeUndefined();
});

test('states of objections and orders stand in docs/states.md', () => {
  const states = readFileSync(resolve(import.meta.dirname, '../../docs/states.md'), 'utf8');
  expect(states).toContain('correcting --> corrected: 最后一个平台完成更正');
  expect(states).toContain('asked --> ordered: 单位决定办理');
});
