import { canonicalJson } from '../canonical-json.ts';
import type { MatterLimits } from './catalog.ts';
import type { Cited, GuideSection, MatterGuide, WholeGuide } from './guide-text.ts';

/** What changed between two guides for one matter; `matterKey` null for the front matter. */
export interface GuideChange {
  readonly matterKey: string | null;
  readonly name: string;
  readonly sentences: readonly string[];
}

/** What a later guide says otherwise than an earlier one, matter by matter, in sentences for people. */
export function guideChanges(before: WholeGuide, after: WholeGuide): GuideChange[] {
  const earlier = new Map(before.matters.map((one) => [one.matterKey, one]));
  const later = new Set(after.matters.map((one) => one.matterKey));
  const of = ({ matterKey, name }: MatterGuide, ...sentences: readonly string[]) => ({ matterKey, name, sentences });
  const changed = after.matters.flatMap((now) => {
    const then = earlier.get(now.matterKey);
    if (!then) return [of(now, '新增这个事项。')];
    const sentences = matterChanges(then, now);
    return sentences.length > 0 ? [of(now, ...sentences)] : [];
  });
  const gone = before.matters
    .filter((one) => !later.has(one.matterKey))
    .map((one) => of(one, '取消这个事项，不再接收新的申请。'));
  const front = frontChanges(before.front, after.front);
  return [...(front.length > 0 ? [{ matterKey: null, name: '总则', sentences: front }] : []), ...changed, ...gone];
}

/** What changed for one matter; empty where nothing did. */
export function matterChanges(then: MatterGuide, now: MatterGuide): string[] {
  if (canonicalJson(then) === canonicalJson(now)) return [];
  const said = [
    ...(then.name === now.name ? [] : [`名称由“${then.name}”改为“${now.name}”。`]),
    ...limitChanges(then.limits, now.limits),
    ...listChanges('谁可以申请', then.who, now.who),
    ...listChanges('条件', then.conditions, now.conditions),
    ...listChanges('公示和等待的期限', then.periods, now.periods),
    ...listChanges('书面确认', then.confirmed, now.confirmed),
    ...listChanges('材料', then.materials.map(materialLine), now.materials.map(materialLine)),
    ...listChanges('救济途径', then.remedies, now.remedies),
    ...listChanges('结果', then.results.map(withoutNumbers), now.results.map(withoutNumbers)),
    ...listChanges('步骤', then.steps.map(withoutLimit), now.steps.map(withoutLimit)),
    ...listChanges('待明确的问题', then.openQuestions.map(asLine), now.openQuestions.map(asLine)),
  ];
  return said.length > 0 ? said : ['说明文字有调整，谁能办、条件、材料和期限没有变化。'];
}

const limitNames: Readonly<Record<keyof MatterLimits, string>> = {
  accept: '受理期限',
  decide: '审核决定期限',
  extend: '可以延长的期限',
  total: '全程期限',
  effects: '停止公示、移出的期限',
};

function limitChanges(then: MatterLimits, now: MatterLimits): string[] {
  const words = (days: number | null) => (days === null ? '没有规定' : `${days}个工作日`);
  return (Object.keys(limitNames) as (keyof MatterLimits)[])
    .filter((key) => then[key] !== now[key])
    .map((key) => `${limitNames[key]}由${words(then[key])}改为${words(now[key])}。`);
}

type Line = Pick<Cited, 'text' | 'cites'>;

function listChanges(what: string, then: readonly Line[], now: readonly Line[]): string[] {
  const [old, current] = [new Set(then.map((one) => one.text)), new Set(now.map((one) => one.text))];
  const gone = [...old].filter((text) => !current.has(text));
  const added = [...current].filter((text) => !old.has(text));
  if (gone.length === 1 && added.length === 1) return [`${what}由“${bare(gone[0]!)}”改为“${bare(added[0]!)}”。`];
  return [
    ...gone.map((text) => `${what}取消：“${bare(text)}”。`),
    ...added.map((text) => `${what}增加：“${bare(text)}”。`),
  ];
}

const bare = (text: string) => text.replace(/。$/, '');

const sources = { shared: '系统查', authority: '认定单位查', applicant: '申请人交' } as const;

function materialLine(one: MatterGuide['materials'][number]): Line {
  return { text: `${one.name}（${sources[one.source]}${one.required ? '' : '，有就交'}）`, cites: one.cites };
}

/** A limit is told once, under the limits. */
function withoutNumbers(line: Line): Line {
  return { ...line, text: line.text.replace(/\d+个工作日/g, '规定的工作日') };
}
function withoutLimit(step: MatterGuide['steps'][number]): Line {
  return withoutNumbers({ text: `${step.title}：${step.text}`, cites: step.cites });
}
function asLine(text: string): Line {
  return { text, cites: [] };
}

/** The front matter follows the matters: only which of its parts read otherwise is told. */
function frontChanges(then: readonly GuideSection[], now: readonly GuideSection[]): string[] {
  const earlier = new Map(then.map((one) => [one.title, canonicalJson(one.lines)]));
  const changed = now.filter((one) => earlier.get(one.title) !== canonicalJson(one.lines));
  return changed.length > 0 ? [`随事项调整的部分：${changed.map((one) => one.title).join('、')}。`] : [];
}
