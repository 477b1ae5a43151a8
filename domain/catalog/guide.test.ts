import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headingOf, parseCitation } from '#law/cite.ts';
import { printedLaw } from '#law/law-book.ts';
import { announcedCalendar } from '../working-days.ts';
import { type Catalog, catalogOf, type Matter } from './catalog.ts';
import { matterGuide, wholeGuide } from './guide.ts';
import type { Cited, MatterGuide } from './guide-text.ts';
import { firstVersions } from './matter-from-law.ts';

const on = '2026-11-23';
const firsts = firstVersions();

/** An ordinary list entered by people, on an entry this release has no matter for. */
const added: Matter = {
  ...firsts.find((one) => one.matterKey === 'work-safety')!,
  matterKey: 'energy-serious',
  lawEntry: 'serious-list',
  position: 15,
  name: '某某领域严重失信主体名单',
  sector: 'energy',
  plain: '被某某部门列入名单，改正后申请移出。',
};

function catalogWith(matters: readonly Matter[] = firsts): Catalog {
  return catalogOf({ matters, units: [], regions: [], calendar: announcedCalendar });
}

const texts = new Map<string, string>();
function textOf(sourceId: string): string {
  let text = texts.get(sourceId);
  if (text === undefined) {
    text = readFileSync(resolve(import.meta.dirname, `../../law/texts/${sourceId}.md`), 'utf8');
    texts.set(sourceId, text);
  }
  return text;
}

/** Whether a citation leads to something readable. */
function resolves(id: string): boolean {
  const citation = parseCitation(id);
  if (!citation) return false;
  const heading = headingOf(citation);
  const text = textOf(citation.sourceId);
  return heading ? new RegExp(`^#+ ${heading}(?![\\p{Script=Han}\\d])`, 'mu').test(text) : text.length > 40;
}

function sentencesOf(guide: MatterGuide): Cited[] {
  return [
    ...guide.what,
    ...guide.who,
    ...guide.conditions,
    ...guide.periods,
    ...guide.steps,
    ...guide.limitNotes,
    ...guide.results,
    ...guide.remedies,
    ...guide.confirmed,
    guide.fee,
    ...[...guide.plain, ...guide.questions].flatMap((one) => one.answers),
    ...guide.materials.map((one) => ({ text: one.name, cites: one.cites })),
  ];
}

const whole = wholeGuide(catalogWith([...firsts, added]), on);
const guides: [string, MatterGuide][] = whole.matters.map((one) => [one.name, one]);

describe('the guide of a day', () => {
  test('front matter after 附件2, every matter in force once', () => {
    expect(whole.front.map((one) => one.title).slice(0, 6)).toEqual([
      '事项名称',
      '联办范围',
      '申报条件',
      '办理方式',
      '办理流程',
      '结果反馈',
    ]);
    expect(whole.matters).toHaveLength(15);
    expect(whole.front.find((one) => one.title === '联办范围')?.lines[0]?.text).toContain('共15个事项');
    for (const line of whole.front.flatMap((one) => one.lines)) {
      expect(line.cites.length, line.text).toBeGreaterThan(0);
      for (const id of line.cites) expect(resolves(id), `${id}：${line.text}`).toBe(true);
    }
  });

  test.each(guides)('%s: every sentence rests on clauses that can be read', (_, guide) => {
    for (const { text, cites } of sentencesOf(guide)) {
      expect(cites.length, text).toBeGreaterThan(0);
      for (const id of cites) expect(resolves(id), `${id}：${text}`).toBe(true);
    }
  });

  test.each(guides)('%s: all parts are there, in Chinese, without codes', (_, guide) => {
    expect(guide.plain.map((one) => one.key)).toEqual(['what', 'can', 'when', 'need', 'how-long', 'cost', 'if-not']);
    expect(guide.questions.length).toBeGreaterThanOrEqual(6);
    expect(new Set(guide.questions.map((one) => one.question)).size).toBe(guide.questions.length);
    for (const part of ['who', 'conditions', 'periods', 'materials', 'steps', 'results', 'remedies'] as const)
      expect(guide[part].length, part).toBeGreaterThan(0);
    for (const one of [...guide.plain, ...guide.questions]) expect(one.answers.length, one.question).toBeGreaterThan(0);
    for (const { text } of sentencesOf(guide)) {
      expect(text).not.toMatch(/undefined|null|NaN|[（(][VFSMD?][）)]|[a-z]{3,}|。。|；。|，。/);
      expect(text).toMatch(/[一-龥]/);
    }
  });

  test('what was not read says so, and does not bar', () => {
    const charity = guideOf('charity-serious');
    expect(charity.conditions.some((one) => one.text.includes('未见原文，不据以拒绝'))).toBe(true);
    expect(charity.periods.find((one) => one.cites.includes('mca60'))?.text).toContain('转引，未见原文');
    const tax = guideOf('tax-serious');
    expect(tax.periods.map((one) => one.text).join('')).toContain('税务总局令第54号：自公布之日起满6个月，可以申请。');
    expect(tax.limitNotes[0]).toMatchObject({ text: expect.stringContaining('15个工作日决定') });
    expect(tax.limitNotes[0]!.cites).toContain('sta54:21');
  });

  test('limits, materials and bars are the row’s own', () => {
    const own = { ...firsts[0]!, limits: { ...firsts[0]!.limits, decide: 4 } };
    const guide = matterGuide(own, { on, law: printedLaw });
    expect(guide.steps.find((one) => one.title === '审核决定')?.limit).toBe('4个工作日内（自受理之日起）');
    const howLong = guide.plain.find((one) => one.key === 'how-long')!;
    expect(howLong.answers.map((one) => one.text).join('')).toContain('受理后4个工作日内');
    expect(guide.questions.find((one) => one.key === 'how-long')!.answers[0]!.text).toContain('4个工作日');
    expect(guide.materials.map((one) => one.key)).toEqual(own.materials.map((one) => one.key));
  });

  test('the court’s list is decided by the court, has no acceptance and no fraud bar of ours', () => {
    const court = guideOf('judgment-defaulter');
    expect(court.steps.map((one) => one.title)).toEqual(['申请', '转送执行法院', '法院审查', '删除失信信息']);
    expect(court.questions.map((one) => one.key)).not.toContain('fraud');
    expect(court.remedies[0]?.cites).toEqual(['spc17:12']);
  });

  test('the same row and law on two days read the same', () => {
    const catalog = catalogWith();
    expect(wholeGuide(catalog, '2026-05-01')).toEqual(wholeGuide(catalog, on));
  });
});

function guideOf(key: string): MatterGuide {
  return whole.matters.find((one) => one.matterKey === key)!;
}
