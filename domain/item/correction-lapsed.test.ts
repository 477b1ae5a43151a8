import { expect, test } from 'vitest';
import { correctionLapsed } from './correction-lapsed.ts';
import type { Clock, Item } from './item.ts';

const clock: Clock = {
  kind: 'correction',
  start: '2026-11-23',
  days: 10,
  due: '2026-12-07',
  provisional: false,
  cites: ['ndrc36:16'],
};

test.each<[Item['state'], string, boolean]>([
  ['correcting', '2026-12-06', false],
  ['correcting', '2026-12-07', false],
  ['correcting', '2026-12-08', true],
  ['lodged', '2026-12-08', false],
  ['declined', '2026-12-08', false],
])('36号第十六条: %s on %s, asked for by 7 December: lapsed is %s', (state, today, lapsed) => {
  expect(correctionLapsed({ state, clocks: { correction: clock } }, today)).toBe(lapsed);
});

test('without a day nothing lapses', () => {
  expect(correctionLapsed({ state: 'correcting', clocks: {} }, '2030-01-01')).toBe(false);
});
