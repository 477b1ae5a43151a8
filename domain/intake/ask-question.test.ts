import { describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { announcedCalendar as calendar } from '../working-days.ts';
import { answerQuestion, askQuestion, type EarlierQuestion } from './ask-question.ts';

const on = (today: string) => ({ today, calendar, answerDays: 3 });
const asked = (askedOn: string, answered = false): EarlierQuestion => ({ askedOn, answered });

describe('asking', () => {
  test.each([
    ['on a Monday', '2026-11-23', '2026-11-26'],
    ['on a Friday, over the weekend', '2026-11-27', '2026-12-02'],
    ['on the eve of National Day, over the holidays', '2026-09-30', '2026-10-10'],
  ])('%s: an answer is promised three working days later', (_, today, dueOn) => {
    expect(askQuestion(on(today), ' 还要多久？ ', [])).toEqual({ text: '还要多久？', askedOn: today, dueOn });
  });

  test.each([
    ['nothing but spaces', '      ', [], 'question-short'],
    ['three characters', '在吗？', [], 'question-short'],
    [
      'a fourth while three wait',
      '还要多久？',
      [asked('2026-11-20'), asked('2026-11-20'), asked('2026-11-20')],
      'questions-open',
    ],
    [
      'a sixth in one day, all answered',
      '还要多久？',
      Array.from({ length: 5 }, () => asked('2026-11-23', true)),
      'questions-today',
    ],
  ])('%s is refused', (_, text, earlier, code) => {
    const result = askQuestion(on('2026-11-23'), text, earlier);
    expect(isRefusal(result) && result.code).toBe(code);
  });

  test('answered ones of other days do not count', () => {
    const earlier = Array.from({ length: 20 }, () => asked('2026-11-20', true));
    expect(askQuestion(on('2026-11-23'), '还要多久？', earlier)).toMatchObject({ dueOn: '2026-11-26' });
  });
});

describe('answering', () => {
  const item = { unitId: 'tax-360100' };
  const officer = { unitId: 'tax-360100', roles: ['officer'] };
  test.each([
    ['the unit', officer, false, '请耐心等待。', null],
    ['another unit', { ...officer, unitId: 'tax-360200' }, false, '请等待。', 'not-the-authority'],
    ['a window in the same place', { ...officer, roles: ['window-clerk'] }, false, '请等待。', 'not-the-authority'],
    ['a second time', officer, true, '请等待。', 'question-answered'],
    ['with nothing', officer, false, '  ', 'text-missing'],
  ])('by %s', (_, who, answered, text, code) => {
    const result = answerQuestion(item, who, { answered }, text);
    expect(isRefusal(result) ? result.code : null).toBe(code);
  });
});
