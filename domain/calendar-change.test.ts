import { expect, test } from 'vitest';
import { calendarChanges } from './calendar-change.ts';
import { announcedCalendar, calendarKnownOn } from './working-days.ts';

const notice = { title: '国务院办公厅关于2027年部分节假日安排的通知', number: null, issuedOn: '2026-12-01' };
const with2027 = {
  years: { ...announcedCalendar.years, 2027: { holidays: ['2027-01-01'], makeupWorkdays: [], notice } },
};

test('a notice that came, and one that changed a year', () => {
  expect(calendarChanges(announcedCalendar, with2027)).toEqual([`《${notice.title}》公布`]);
  expect(calendarChanges(calendarKnownOn('2019-03-21'), calendarKnownOn('2019-03-22'))).toEqual([
    '《国务院办公厅关于调整2019年劳动节假期安排的通知》（国办发明电〔2019〕3号）调整了放假安排',
  ]);
  expect(calendarChanges(with2027, announcedCalendar)).toEqual(['2027年的放假安排已撤下']);
});

test('edits that came and went; the last edit of a day counts', () => {
  const rest = { date: '2026-12-07', kind: 'rest' as const, why: '示例停工' };
  const edited = { ...announcedCalendar, edits: [rest] };
  expect(calendarChanges(announcedCalendar, edited)).toEqual(['2026年12月7日放假：示例停工']);
  expect(calendarChanges(edited, { ...announcedCalendar, edits: [{ ...rest, why: '改了说法' }] })).toEqual([]);
  expect(calendarChanges(edited, announcedCalendar)).toEqual(['2026年12月7日的调整已取消']);
  expect(
    calendarChanges(edited, { ...announcedCalendar, edits: [rest, { ...rest, kind: 'work', why: '复工' }] }),
  ).toEqual(['2026年12月7日上班：复工']);
});

test('the same days are no change', () => {
  expect(calendarChanges(with2027, structuredClone(with2027))).toEqual([]);
});
