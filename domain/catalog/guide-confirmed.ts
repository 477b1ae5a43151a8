import { className } from '#law/classes.ts';
import { type ClassStandard, type Confirmation, citeRow, type FineBand } from '#law/law-book.ts';
import { findPoint, sayAnswer } from '#law/points.ts';
import type { Matter } from './catalog.ts';
import type { LawDay } from './guide-law.ts';
import { type Cited, say } from './guide-text.ts';

/** What named offices have settled in writing for a matter, and the class standards of fields, in force on the day. */
export function confirmedAnswers(matter: Matter, day: LawDay): Cited[] {
  const answers = answersFor(matter, day).map((one) => {
    const point = findPoint(one.point)!;
    return say(`${point.name}：${sayAnswer(point, one.value)}（${one.paper.office}书面确认）。`, citeRow(one));
  });
  return [...answers, ...standardsFor(matter, day).map(standardLine)];
}

/** Ids of the open questions that these answers settle for the matter. */
export function settledQuestions(matter: Matter, day: LawDay): string[] {
  const points = answersFor(matter, day).map((one) => findPoint(one.point)!);
  return points.flatMap((point) => (point.question && isWhole(point.key, matter) ? [point.question] : []));
}

/** An answer about the matter's wait or basis, or about its whole track, leaves nothing of the question open for it; one condition does. */
function isWhole(point: string, matter: Matter): boolean {
  const own = [`wait:${matter.lawEntry}`, `basis:${matter.lawEntry}`].includes(point);
  return own || point.startsWith('transition:') || point.startsWith('unperformed:');
}

function answersFor(matter: Matter, day: LawDay): Confirmation[] {
  const keys = new Set(day.law.confirmations.map((one) => one.point).filter((point) => concerns(point, matter)));
  return [...keys].sort().flatMap((key) => {
    const found = findPoint(key) ? day.law.confirmed(key, day.on) : undefined;
    return found ? [found] : [];
  });
}

function concerns(point: string, { lawEntry, track, recordType }: Matter): boolean {
  const [topic = '', of = ''] = point.split(':');
  if (of === lawEntry) return true;
  if (topic === 'class') return track === 'general' && recordType === 'penalty';
  return (
    of === track && ['transition', 'unperformed', 'fraud-clock', 'clock', 'combination', 'correction'].includes(topic)
  );
}

/** Class standards speak of penalties on 信用中国 (36号第十一条). */
function standardsFor({ track, recordType, sector }: Matter, day: LawDay): ClassStandard[] {
  if (track !== 'general' || recordType !== 'penalty') return [];
  const sectors = [...new Set(day.law.standards.map((one) => one.sector))].sort();
  return sectors
    .filter((one) => sector === 'other' || one === sector)
    .flatMap((one) => day.law.standard(one, day.on) ?? []);
}

function standardLine(standard: ClassStandard): Cited {
  const fines = standard.fines.map(band).join('；');
  const persons = standard.personFines.length > 0 ? `；对自然人：${standard.personFines.map(band).join('；')}` : '';
  const kinds = Object.entries(standard.kinds).map(([kind, of]) => `${kind}属于${className[of!]}`);
  const parts = [...(fines ? [`罚款${fines}${persons}`] : []), ...kinds].join('；');
  return say(`${standard.paper.office}的分类标准：${parts}。`, 'ndrc36:11', citeRow(standard));
}

function band({ over, upTo, class: of }: FineBand): string {
  const from = over > 0 ? `超过${over}元` : '';
  const to = upTo === null ? '' : `${from ? '至' : ''}${upTo}元以下`;
  return `${from}${to || (from ? '' : '不论数额')}的属于${className[of]}`;
}
