import { commitmentCite } from '#law/commitment.ts';
import { subjectTypeName } from '#law/matter-keys.ts';
import type { PlainDate } from '../plain-date.ts';
import { type Catalog, type Matter, mattersOn, type Region } from './catalog.ts';
import { confirmedAnswers } from './guide-confirmed.ts';
import { doorsOf } from './guide-doors.ts';
import { questionsOf } from './guide-faq.ts';
import { feeOf } from './guide-fee.ts';
import { frontMatter, guideTitle } from './guide-front.ts';
import { confirmedOf, type LawDay, lawOf, lawRemedies } from './guide-law.ts';
import { openQuestionsOf } from './guide-open-questions.ts';
import { periodsOf } from './guide-periods.ts';
import { plainLayer, whatHappened } from './guide-plain.ts';
import { resultsOf } from './guide-results.ts';
import { limitNotesOf, stepsOf } from './guide-steps.ts';
import { type Cited, type MatterGuide, say, type WholeGuide } from './guide-text.ts';
import { contactsOf, type GuideContacts } from './guide-units.ts';

/** The guide of a matter with whom to ask in a region. */
export interface Guide extends MatterGuide, GuideContacts {}

/** Makes the guide of a matter for a day, and for a region where one is chosen. */
export function makeGuide(catalog: Catalog, matter: Matter, on: PlainDate, region: Region | null): Guide {
  return { ...matterGuide(matter, { on, law: catalog.law }), ...contactsOf(catalog, matter, region) };
}

/**
 * The guide of a matter on a day (附件2; 任务二（一）): all of it made from the matter's row and the law of that day, nothing written
 * by hand. Two days under the same row and the same law give the same text: the day itself is nowhere in it.
 */
export function matterGuide(matter: Matter, day: LawDay): MatterGuide {
  return {
    matterKey: matter.matterKey,
    position: matter.position,
    name: matter.name,
    plain: plainLayer(matter, day),
    what: whatHappened(matter),
    who: whoMay(matter, day),
    conditions: conditionsOf(matter),
    periods: periodsOf(matter, day),
    materials: matter.materials.map(({ key, name, why, required, source, cites }) => ({
      key,
      name,
      why,
      required,
      source,
      cites,
    })),
    steps: stepsOf(matter, day),
    limits: matter.limits,
    limitNotes: limitNotesOf(matter, day),
    results: resultsOf(matter, day),
    remedies: lawRemedies(matter).map((one) => say(`${one.name}：${one.text}`, one.cite)),
    doors: doorsOf(matter),
    fee: feeOf()[0],
    questions: questionsOf(matter, day),
    confirmed: confirmedAnswers(matter, day),
    openQuestions: openQuestionsOf(matter, day),
  };
}

/** 《信用修复一件事指引》 of a day: front matter after 附件2, then every matter in force, in the order of 附件3. */
export function wholeGuide(catalog: Catalog, on: PlainDate): WholeGuide {
  const day: LawDay = { on, law: catalog.law };
  return {
    title: guideTitle,
    front: frontMatter(catalog, on),
    matters: mattersOn(catalog, on).map((matter) => matterGuide(matter, day)),
  };
}

function whoMay(matter: Matter, day: LawDay): Cited[] {
  const names = matter.subjectTypes.map((type) => subjectTypeName[type]).join('、');
  const may = say(`${names}，纠正失信行为、履行义务并符合条件后可以申请。`, 'plan4:annex2');
  const not = (lawOf(matter)?.excludes ?? []).flatMap((one) => {
    if (one.sure === 'V') return [say(one.text, one.cite)];
    // An office's answer stands in the list of what is confirmed.
    if (confirmedOf(`excluded:${matter.lawEntry}:${one.subjectType}`, day)) return [];
    return [say(`${one.text}（未见原文，不据以拒绝）`, one.cite)];
  });
  const how = say(
    '一份联办申请表、一次承诺签名，可以同时申请多条信息；本人、法定代表人或者受委托的经办人都可以办。',
    commitmentCite,
  );
  return [may, ...not, how];
}

function conditionsOf(matter: Matter): Cited[] {
  const met = matter.conditions.map((one) =>
    say(one.sure ? one.text : `${one.text}（未见原文，不据以拒绝）`, ...one.cites),
  );
  const bars = (lawOf(matter)?.exclusions ?? []).map((one) => say(`另外：${one.text}`, one.cite));
  return [...met, ...bars];
}
