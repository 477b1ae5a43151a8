import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Person, type World } from '../testing/world.ts';

let world: World;
let guest: Person;
beforeAll(async () => {
  world = await openWorld();
  guest = world.guest();
});
afterAll(() => world.end());

const count = (query: string) => guest.get(`/api/v1/day-counts?${query}`);

describe('GET /api/v1/day-counts', () => {
  test('working days: date, sentence, steps with the notice they rest on, every day passed', async () => {
    const { status, body } = await count('from=2026-09-24&count=6');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      unit: 'working-days',
      direction: 'forward',
      date: '2026-10-10',
      provisional: false,
      asOf: null,
      text: '从2026年9月24日（周四）起6个工作日，到2026年10月10日（周六）。',
      notes: [],
    });
    const holiday = body.steps.find((step: { from: string }) => step.from === '2026-10-01');
    expect(holiday).toMatchObject({ kind: 'rest', to: '2026-10-07', text: '10月1日至7日 国庆节放假，7天不计入' });
    expect(holiday.notice).toContain('国办发明电〔2025〕7号');
    expect(body.days).toHaveLength(17);
    expect(body.days.at(-1)).toEqual({
      date: '2026-10-10',
      kind: 'counted',
      day: 'make-up',
      why: '调休上班（周六）',
      n: 6,
    });
  });

  test('pauses, an extension, an end that is still open', async () => {
    expect((await count('from=2026-11-23&count=7&pauses=2026-11-25..2026-11-27')).body.date).toBe('2026-12-07');
    const extended = (await count('from=2026-11-23&count=7&extend=10')).body;
    expect(extended.date).toBe('2026-12-16');
    expect(extended.steps.map((step: { kind: string }) => step.kind)).toContain('extended');
    const waiting = (await count('from=2026-11-23&count=7&pauses=2026-11-25..')).body;
    expect(waiting).toMatchObject({ date: null, last: null });
    expect(waiting.text).toContain('中止还没有结束');
  });

  test('natural days and months move off a rest day, with the article; counted back nothing moves', async () => {
    const days = (await count('from=2026-09-21&count=10&unit=natural-days')).body;
    expect(days).toMatchObject({ last: '2026-10-01', date: '2026-10-08' });
    expect(days.steps.at(-1).cites[0].text).toContain('民法典');
    expect(days.notes[0]).toContain('以办理单位的答复为准');
    expect((await count('from=2026-11-23&count=15&unit=natural-days')).body).toMatchObject({
      date: '2026-12-08',
      notes: [],
    });
    expect((await count('from=2026-01-31&count=1&unit=months')).body.last).toBe('2026-02-28');
    expect((await count('from=2027-01-01&count=1&unit=months&direction=back')).body.date).toBe('2026-12-01');
    expect((await count('from=2026-10-08&count=1&direction=back')).body.date).toBe('2026-09-30');
  });

  test('as known on a day: before and after the notice of 22 March 2019', async () => {
    expect((await count('from=2019-04-26&count=3&asOf=2019-03-21')).body).toMatchObject({
      date: '2019-05-02',
      asOf: '2019-03-21',
    });
    expect((await count('from=2019-04-26&count=3&asOf=2019-03-22')).body.date).toBe('2019-04-30');
    expect((await count('from=2019-04-26&count=3')).body.date).toBe('2019-04-30');
  });

  test.each([
    ['from=2026-02-30&count=1', 'fields-invalid'],
    ['from=2026-11-23&count=1&asOf=2026-13-01', 'fields-invalid'],
    ['from=2026-11-23&count=251', 'count-too-long'],
    ['from=2026-11-23&count=61&unit=months', 'count-too-long'],
    ['from=2026-11-23&count=7&pauses=2026-11-27..2026-11-25', 'pause-reversed'],
    ['from=2026-11-23&count=7&pauses=2026-11-31..', 'no-such-day'],
    ['from=2026-11-23&count=7&pauses=2026-11-25..2036-11-25', 'pause-too-long'],
    ['from=2026-11-23&count=7&direction=back&pauses=2026-11-25..', 'only-forward'],
    ['from=2026-11-23&count=7&unit=months&extend=3', 'extension-unit'],
  ])('%s is refused in a Chinese sentence: %s', async (query, code) => {
    const { status, body } = await count(query);
    expect(status).toBe(400);
    expect(body.code).toBe(code);
    expect(body.detail).toMatch(/\p{Script=Han}/u);
  });

  test('a malformed pause or unit names its field', async () => {
    for (const query of [
      'from=2026-11-23&count=7&pauses=昨天',
      'from=2026-11-23&count=7&unit=weeks',
      'from=2026-11-23',
    ]) {
      const { status, body } = await count(encodeURI(query));
      expect(status).toBe(400);
      expect(body.fields).toHaveLength(1);
    }
  });
});

describe('GET /api/v1/working-days', () => {
  test('answers as it always has', async () => {
    const { body } = await guest.get('/api/v1/working-days?from=2026-09-24&add=6');
    expect(Object.keys(body).sort()).toEqual(['add', 'date', 'from', 'provisional', 'steps']);
    expect(body).toMatchObject({ from: '2026-09-24', add: 6, date: '2026-10-10', provisional: false });
    expect(body.steps[0]).toEqual({ date: '2026-09-24', kind: 'start', why: '起算当日不计入' });
    expect(body.steps.at(-1)).toEqual({ date: '2026-10-10', kind: 'counted', why: '调休上班（周六）', n: 6 });
  });
});

describe('GET /api/v1/calendar/:year', () => {
  test('a year that was changed has both versions; the day asked about decides which one holds', async () => {
    const now = (await guest.get('/api/v1/calendar/2019')).body;
    expect(now).toMatchObject({ provisional: false, notice: { number: '国办发明电〔2019〕3号' } });
    expect(now.versions.map((one: { inForce: boolean }) => one.inForce)).toEqual([false, true]);
    expect(now.versions[0].notice).toMatchObject({ issuedOn: '2018-12-04', announcedOn: '2018-12-06' });
    expect(now.days).toContainEqual(expect.objectContaining({ date: '2019-05-05', working: true, kind: 'make-up' }));
    const then = (await guest.get('/api/v1/calendar/2019?asOf=2019-03-21')).body;
    expect(then.notice.number).toBe('国办发明电〔2018〕15号');
    expect(then.versions.map((one: { inForce: boolean }) => one.inForce)).toEqual([true, false]);
    expect(then.days.map((one: { date: string }) => one.date)).not.toContain('2019-05-02');
    // 4 days off, two of them ordinary weekend, made up on two Sundays: the same number of working days.
    expect(now.workingDays).toBe(then.workingDays);
  });

  test('next year is missing in November: provisional, and the alarm says so', async () => {
    const { body } = await guest.get('/api/v1/calendar/2027');
    expect(body).toMatchObject({ provisional: true, notice: null, versions: [] });
    expect(body.days.map((one: { date: string }) => one.date)).toContain('2027-10-01');
    expect(body.alarm).toMatchObject({ year: 2027, since: '2026-11-01' });
    expect(body.alarm.text).toContain('2027年的放假安排还没有录入');
  });

  test('years that are not kept are not found', async () => {
    for (const year of ['2014', '2100']) {
      const { status, body } = await guest.get(`/api/v1/calendar/${year}`);
      expect([status, body.code]).toEqual([404, 'no-such-year']);
    }
    expect((await guest.get('/api/v1/calendar/abcd')).status).toBe(400);
  });
});
