import { describe, expect, test } from 'vitest';
import { judgeService, type ServiceNoted, servedByAnnouncement } from './judge-service.ts';

const direct: ServiceNoted = {
  way: 'direct',
  servedOn: '2026-11-20',
  decisionServedOn: '2026-11-20',
  announcedOn: null,
  hasReceipt: true,
  findingDate: '2026-10-08',
  madeOn: '2026-10-09',
  edition: 1,
  today: '2026-11-23',
};
const fieldsOf = (change: Partial<ServiceNoted>) =>
  judgeService({ ...direct, ...change }).faults.map((one) => one.field);

describe('days that cannot be', () => {
  test.each<[string, Partial<ServiceNoted>, string[]]>([
    ['a day like any other', {}, []],
    ['today', { servedOn: '2026-11-23', decisionServedOn: '2026-11-23' }, []],
    ['the day the notice was made', { servedOn: '2026-10-09', decisionServedOn: '2026-10-09' }, []],
    ['tomorrow', { servedOn: '2026-11-24' }, ['servedOn']],
    ['before the decision', { servedOn: '2026-10-07' }, ['servedOn']],
    ['before the notice was made', { servedOn: '2026-10-08' }, ['servedOn']],
    ['the decision before it was made', { decisionServedOn: '2026-10-07' }, ['decisionServedOn']],
    ['the decision tomorrow', { decisionServedOn: '2026-11-24' }, ['decisionServedOn']],
    ['an announcement where nothing was announced', { announcedOn: '2026-10-10' }, ['announcedOn']],
    ['an announcement without its day', { way: 'public' }, ['announcedOn']],
    ['announced tomorrow', { way: 'public', announcedOn: '2026-11-24' }, ['announcedOn']],
    ['announced before the decision', { way: 'public', announcedOn: '2026-10-01' }, ['announcedOn']],
    ['announced before the notice was made', { way: 'public', announcedOn: '2026-10-08' }, ['announcedOn']],
    ['served on the day of the announcement', { way: 'public', announcedOn: '2026-11-20' }, ['announcedOn']],
  ])('%s', (_, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields);
  });

  test('a notice made anew: what went out before was the old one', () => {
    const [fault] = judgeService({ ...direct, servedOn: '2026-10-08', edition: 3 }).faults;
    expect(fault!.text).toBe(
      '这份告知书2026年10月9日（周五）才制作，送达日期不能比它早。此前送出的是旧版的，请补送现行的第 3 版后再登记。',
    );
  });
});

describe('an announcement', () => {
  test('counts as served thirty days after; the clause is known at second hand, so that a shorter one is told and not refused', () => {
    expect(servedByAnnouncement('2026-10-20')).toBe('2026-11-19');
    const at = (servedOn: string) => judgeService({ ...direct, way: 'public', announcedOn: '2026-10-20', servedOn });
    expect(at('2026-11-19')).toEqual({ faults: [], notes: [] });
    const early = at('2026-11-18');
    expect(early.faults).toEqual([]);
    expect(early.notes[0]).toMatch(
      /经过30日到2026年11月19日（周四）才视为送达（.*《中华人民共和国民事诉讼法》.*第九十五条）/,
    );
  });
});

test('without anything left on file, the receipt of the way is asked for, by article, and nothing is refused', () => {
  const words = {
    direct: '送达回证',
    left: '拍照、录像',
    mail: '邮件回执',
    electronic: '确认书',
    public: '公告的载体',
  };
  for (const [way, word] of Object.entries(words) as [ServiceNoted['way'], string][]) {
    const announcedOn = way === 'public' ? '2026-10-20' : null;
    const judged = judgeService({ ...direct, way, announcedOn, hasReceipt: false });
    expect(judged.faults, way).toEqual([]);
    expect(judged.notes.join(), way).toContain(word);
    expect(judged.notes.join(), way).toContain('第六十一条');
  }
});
