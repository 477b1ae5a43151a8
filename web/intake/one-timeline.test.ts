import { describe, expect, it } from 'vitest';
import { oneTimeline } from './one-timeline.ts';

const event = (itemId: string, version: number, at: string, title: string) => ({
  ...{ itemId, version, at, title, on: at.slice(0, 10), type: 'accepted', text: '', by: '南昌市应急管理局', cites: [] },
});
const question = (over: object = {}) => ({
  questionId: 'q',
  itemId: 'a',
  text: '受理以后还要多久？',
  askedBy: '示例甲',
  askedAt: '2026-11-24T01:00:00Z',
  due: '2026-11-27',
  standing: 'later' as const,
  workingDaysLeft: 3,
  answer: null,
  answeredBy: null,
  answeredAt: null,
  ...over,
});
const events = [
  event('a', 1, '2026-11-23T02:00:00Z', '提交申请'),
  event('b', 1, '2026-11-23T02:00:00Z', '提交申请'),
  event('a', 2, '2026-11-25T02:00:00Z', '受理'),
];
const titles = (list: ReturnType<typeof oneTimeline>) => list.map((one) => one.title);

describe('one line of time', () => {
  it('puts a question between the events around it, the newest first, with the day the answer is promised for', () => {
    const list = oneTimeline(events, [question()]);
    expect(titles(list)).toEqual(['受理', '提问', '提交申请', '提交申请']);
    expect(list[1]).toMatchObject({ text: '受理以后还要多久？', answerDue: { day: '2026-11-27', standing: 'open' } });
  });

  it('puts an answer on its own day, and says what it answers', () => {
    const answered = {
      standing: 'answered',
      answer: '大约十个工作日。',
      answeredBy: '某局',
      answeredAt: '2026-11-26T01:00:00Z',
    };
    const list = oneTimeline(events, [question(answered)]);
    expect(titles(list)).toEqual(['答复“受理以后还要多久？”', '受理', '提问', '提交申请', '提交申请']);
    expect(list[0]).toMatchObject({ by: '某局', text: '大约十个工作日。', on: '2026-11-26' });
    expect(list[2]!.answerDue?.standing).toBe('answered');
  });

  it('says that a promise was not kept', () => {
    expect(oneTimeline([], [question({ standing: 'overdue' })])[0]!.answerDue?.standing).toBe('late');
  });

  it('takes the day of a question by the clock of the province, not of the world', () => {
    expect(oneTimeline([], [question({ askedAt: '2026-11-24T17:30:00Z' })])[0]!.on).toBe('2026-11-25');
  });

  it('gives every entry an id of its own and loses none', () => {
    const list = oneTimeline(events, [question(), question({ questionId: 'r', itemId: 'b' })]);
    expect(new Set(list.map((one) => one.id)).size).toBe(5);
  });
});
