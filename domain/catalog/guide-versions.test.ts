import { describe, expect, test } from 'vitest';
import { type Confirmation, lawBook } from '#law/law-book.ts';
import { announcedCalendar } from '../working-days.ts';
import { type Catalog, catalogOf, type Matter } from './catalog.ts';
import { candidateDays, guideVersions, versionOn } from './guide-versions.ts';
import { firstVersions } from './matter-from-law.ts';

const firsts = firstVersions();
const until = '2031-12-31';
const catalogWith = (matters: readonly Matter[]): Catalog =>
  catalogOf({ matters, units: [], regions: [], calendar: announcedCalendar });

/** The catalogue after a matter’s row was closed the day before and a new one opened. */
function withChange(key: string, from: string, before: string, over: Partial<Matter>): Catalog {
  const old = firsts.find((one) => one.matterKey === key)!;
  return catalogWith([
    ...firsts.filter((one) => one !== old),
    { ...old, validTo: before },
    { ...old, version: 2, validFrom: from, ...over },
  ]);
}

describe('versions of the guide', () => {
  const versions = guideVersions(catalogWith(firsts), until);

  test('begin on days of law or of rows, follow one another without gap, and each differs from the one before', () => {
    const days = candidateDays(catalogWith(firsts), until);
    for (const [index, one] of versions.entries()) {
      expect(days).toContain(one.from);
      expect(one.version).toBe(one.from.replaceAll('-', ''));
      const next = versions[index + 1];
      expect(one.to === null).toBe(next === undefined);
      if (next) {
        expect(one.to! < next.from).toBe(true);
        expect(one.content).not.toBe(next.content);
      }
      expect(one.whatChanged.length).toBeGreaterThan(0);
    }
    expect(versionOn(versions, '2026-11-23')?.from).toBe('2026-04-01');
    expect(versionOn(versions, '2020-01-01')).toBeUndefined();
  });

  test('the content is the same whenever it is asked for', () => {
    const again = guideVersions(catalogWith(firstVersions()), '2026-12-31');
    expect(again.map((one) => [one.version, one.content])).toEqual(
      versions.filter((one) => one.from <= '2026-12-31').map((one) => [one.version, one.content]),
    );
  });

  test('a changed limit makes a version from its day and says so, for that matter alone', () => {
    const limits = { ...firsts.find((one) => one.matterKey === 'tax-serious')!.limits, decide: 5 };
    const changed = guideVersions(withChange('tax-serious', '2027-01-01', '2026-12-31', { limits }), until);
    const last = changed.at(-1)!;
    expect([last.from, changed.at(-2)!.to]).toEqual(['2027-01-01', '2026-12-31']);
    expect(changed.slice(0, -1).map((one) => one.content)).toEqual(versions.map((one) => one.content));
    expect(last.whatChanged.filter((one) => one.matterKey !== null)).toEqual([
      {
        matterKey: 'tax-serious',
        name: '重大税收违法失信主体名单',
        sentences: ['审核决定期限由7个工作日改为5个工作日。'],
      },
    ]);
  });

  test('a row renewed without a difference makes no version', () => {
    const same = guideVersions(withChange('tax-serious', '2027-01-01', '2026-12-31', {}), until);
    expect(same.map((one) => one.content)).toEqual(versions.map((one) => one.content));
  });

  test('an office’s written answer makes a version from its day until its last, and stands with its source', () => {
    const paper = { title: '关于名单等待期的复函', number: null, issuedOn: '2026-11-30', office: '省税务局' };
    const confirmation: Confirmation = {
      id: 'c1',
      from: '2026-12-01',
      to: '2027-05-31',
      paper,
      point: 'wait:tax-serious',
      value: { months: 6, clock: 'published' },
    };
    const law = lawBook({ confirmations: [confirmation], standards: [] });
    const confirmed = guideVersions({ ...catalogWith(firsts), law }, until);
    expect(confirmed.map((one) => one.from).slice(-2)).toEqual(['2026-12-01', '2027-06-01']);
    const tax = confirmed.at(-2)!.guide.matters.find((one) => one.matterKey === 'tax-serious')!;
    expect(tax.periods[0]).toEqual({
      text: '省税务局书面确认：自公布之日起满6个月，可以申请。',
      cites: ['confirmation:c1'],
    });
    expect(tax.confirmed[0]?.cites).toEqual(['confirmation:c1']);
    expect(tax.openQuestions.some((one) => one.includes('六个月还是一年'))).toBe(false);
    expect(confirmed.at(-2)!.whatChanged.map((one) => one.matterKey)).toEqual(['tax-serious']);
    expect(confirmed.at(-1)!.content).toBe(versions.at(-1)!.content);
  });

  test('name, condition, material, and a matter withdrawn or added are told', () => {
    const old = firsts.find((one) => one.matterKey === 'culture-tourism')!;
    const over = {
      name: '文化和旅游市场严重失信主体名单',
      conditions: [...old.conditions, { key: 'x', text: '已参加培训', sure: true, cites: ['ndrc36:14(4)'] }],
      materials: old.materials.map((one) => (one.key === 'training' ? { ...one, required: true } : one)),
    };
    const last = guideVersions(withChange('culture-tourism', '2027-01-01', '2026-12-31', over), until).at(-1)!;
    expect(last.whatChanged.find((one) => one.matterKey === 'culture-tourism')?.sentences).toEqual([
      '名称由“文化和旅游市场严重失信主体”改为“文化和旅游市场严重失信主体名单”。',
      '条件增加：“已参加培训”。',
      '材料由“信用修复培训记录（申请人交，有就交）”改为“信用修复培训记录（申请人交）”。',
    ]);

    const gone = guideVersions(
      catalogWith(firsts.map((one) => (one === old ? { ...one, validTo: '2026-12-31' } : one))),
      until,
    ).at(-1)!;
    expect(gone.from).toBe('2027-01-01');
    expect(gone.whatChanged.at(-1)).toMatchObject({
      matterKey: 'culture-tourism',
      sentences: ['取消这个事项，不再接收新的申请。'],
    });
    expect(gone.whatChanged[0]).toMatchObject({ matterKey: null, name: '总则' });

    const added = {
      ...old,
      matterKey: 'energy-serious',
      lawEntry: 'serious-list',
      position: 15,
      validFrom: '2027-02-01',
    };
    const more = guideVersions(catalogWith([...firsts, added]), until).at(-1)!;
    expect(more.whatChanged.at(-1)).toMatchObject({ matterKey: 'energy-serious', sentences: ['新增这个事项。'] });
  });
});
