import { commitmentCite } from '#law/commitment.ts';
import type { Matter as LawMatter } from '#law/matter.ts';
import { subjectTypeName } from '#law/matter-keys.ts';
import { isMatterKey, matters as lawMatters } from '#law/matters.ts';
import { remediesOf } from '#law/remedies.ts';
import type { PlainDate } from '../plain-date.ts';
import { isRefusal } from '../refusal.ts';
import type { Catalog, Matter, Region, Unit } from './catalog.ts';
import { doorsOf, type GuideDoor } from './guide-doors.ts';
import { periodsOf } from './guide-periods.ts';
import { questionsOf } from './guide-questions.ts';
import { type GuideStep, stepsOf } from './guide-steps.ts';
import { leadOf, mayDecide, routeItem } from './route-item.ts';

/** A sentence of the guide with the citation ids it rests on. */
export interface Cited {
  readonly text: string;
  readonly cites: readonly string[];
}

/** The guide page of a matter as data (附件2; 任务二（一）): all of it made from catalogue and law, nothing written by hand. */
export interface Guide {
  readonly who: readonly Cited[];
  readonly conditions: readonly Cited[];
  readonly steps: readonly GuideStep[];
  readonly periods: readonly Cited[];
  readonly remedies: readonly Cited[];
  readonly doors: readonly GuideDoor[];
  readonly fee: Cited;
  readonly units: readonly Unit[];
  readonly unitNote: string | null;
  readonly openQuestions: readonly string[];
}

/** The law entry a matter rests on; undefined only for a row whose entry this release does not know. */
function lawOf(matter: Matter): LawMatter | undefined {
  return isMatterKey(matter.lawEntry) ? lawMatters[matter.lawEntry] : undefined;
}

/** Makes the guide of a matter for a day, and for a region where one is chosen. */
export function makeGuide(catalog: Catalog, matter: Matter, on: PlainDate, region: Region | null): Guide {
  const law = lawOf(matter);
  return {
    who: whoMay(matter, law),
    conditions: conditionsOf(matter, law),
    steps: stepsOf(matter),
    periods: periodsOf(matter, on),
    remedies: law ? remediesOf(law.key).map((one) => ({ text: `${one.name}：${one.text}`, cites: [one.cite] })) : [],
    doors: doorsOf(matter),
    fee: { text: '不收费。任何单位和个人不得以信用修复的名义向申请人收取费用。', cites: ['ndrc36:26'] },
    ...competentUnits(catalog, matter, region),
    openQuestions: questionsOf(matter),
  };
}

function whoMay(matter: Matter, law: LawMatter | undefined): Cited[] {
  const names = matter.subjectTypes.map((type) => subjectTypeName[type]).join('、');
  const may = { text: `${names}，纠正失信行为、履行义务并符合条件后可以申请。`, cites: ['plan4:annex2'] };
  const not = (law?.excludes ?? []).map((one) => ({
    text: one.sure === 'V' ? one.text : `${one.text}（未见原文，不据以拒绝）`,
    cites: [one.cite],
  }));
  const how = {
    text: '一份联办申请表、一次承诺签名，可以同时申请多条信息；本人、法定代表人或者受委托的经办人都可以办。',
    cites: [commitmentCite],
  };
  return [may, ...not, how];
}

function conditionsOf(matter: Matter, law: LawMatter | undefined): Cited[] {
  const met = matter.conditions.map((one) => ({
    text: one.sure ? one.text : `${one.text}（未见原文，不据以拒绝）`,
    cites: one.cites,
  }));
  const bars = (law?.exclusions ?? []).map((one) => ({ text: `另外：${one.text}`, cites: [one.cite] }));
  return [...met, ...bars];
}

function competentUnits(catalog: Catalog, matter: Matter, region: Region | null): Pick<Guide, 'units' | 'unitNote'> {
  if (!region) return { units: provincialUnits(catalog, matter), unitNote: '选择所在地区后，显示具体办理单位。' };
  if (matter.sector === 'other') {
    const here = [...catalog.units.values()].filter(
      (unit) => unit.regionCode === region.code && unit.kind === 'authority' && mayDecide(matter, unit),
    );
    return { units: here, unitNote: '由作出处罚决定的部门办理：谁处罚、谁修复。' };
  }
  const routed = routeItem(catalog, { matter, regionCode: region.code });
  if (isRefusal(routed)) {
    const lead = leadOf(catalog, region);
    return { units: lead ? [lead] : [], unitNote: routed.text };
  }
  return {
    units: [routed.unit],
    unitNote: `${matter.authority}。决定书上的认定机关不在${region.name}的，以认定机关为准。`,
  };
}

function provincialUnits(catalog: Catalog, matter: Matter): Unit[] {
  const sector = matter.sector === 'other' ? 'ndrc' : matter.sector;
  return [...catalog.units.values()].filter((unit) => unit.level === 'province' && unit.sector === sector);
}
