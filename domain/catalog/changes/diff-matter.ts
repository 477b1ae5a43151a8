import { subjectTypeName } from '#law/matter-keys.ts';
import type { Matter, MatterLimits } from '../catalog.ts';
import type { DiffLine } from './catalog-change.ts';

const limitNames: Readonly<Record<keyof MatterLimits, string>> = {
  accept: '受理期限',
  decide: '审核决定期限',
  extend: '可以延长',
  total: '全程期限',
  effects: '落实期限',
};

/** What differs between two versions of a matter, as people read it; undefined: not listed. Of a new one everything is told. */
export function diffMatter(before: Matter | undefined, after: Matter | undefined): DiffLine[] {
  if (!after) return before ? [{ label: '事项', before: `${before.name}（在目录中）`, after: null }] : [];
  const lines = linesOf(before, after);
  if (before) return lines.filter((line) => line.before !== line.after);
  return [
    { label: '事项', before: null, after: `${after.name}（在目录中）` },
    ...lines.filter((line) => line.label !== '名称' && line.after !== sayDays(null)),
  ];
}

function linesOf(before: Matter | undefined, after: Matter): DiffLine[] {
  const line = (label: string, say: (matter: Matter) => string): DiffLine => ({
    label,
    before: before ? say(before) : null,
    after: say(after),
  });
  return [
    line('名称', (one) => one.name),
    line('说明', (one) => one.plain),
    line('办理单位', (one) => one.authority),
    line('办理层级', levelsOf),
    line('适用对象', subjectsOf),
    ...(Object.keys(limitNames) as (keyof MatterLimits)[]).map((key) =>
      line(limitNames[key], (one) => sayDays(one.limits[key])),
    ),
    ...diffLists('条件', before?.conditions, after.conditions, (one) => one.text),
    ...diffLists(
      '材料',
      before?.materials,
      after.materials,
      (one) => `${one.name}（${sourceNames[one.source]}${one.required ? '，必需' : ''}）`,
    ),
    ...diffLists(
      '附表内容',
      before?.extraFields,
      after.extraFields,
      (one) => `${one.label}${one.required ? '（必填）' : ''}${one.choices ? `：${one.choices.join('、')}` : ''}`,
    ),
  ];
}

const sourceNames = {
  shared: '共享取得，不用提交',
  authority: '认定单位自有，不用提交',
  applicant: '申请人提供',
} as const;

function subjectsOf(matter: Matter): string {
  return matter.subjectTypes.map((type) => subjectTypeName[type]).join('、');
}

const levelNames = { province: '省级', city: '市级', county: '县级', 'new-area': '赣江新区' } as const;

function levelsOf(matter: Matter): string {
  return matter.levels.map((level) => levelNames[level]).join('、');
}

function sayDays(days: number | null): string {
  return days === null ? '没有规定' : `${days}个工作日`;
}

function diffLists<T extends { readonly key: string }>(
  label: string,
  before: readonly T[] = [],
  after: readonly T[],
  say: (one: T) => string,
): DiffLine[] {
  const [old, next] = [
    new Map(before.map((one) => [one.key, say(one)])),
    new Map(after.map((one) => [one.key, say(one)])),
  ];
  return [...new Set([...old.keys(), ...next.keys()])].map((key) => ({
    label,
    before: old.get(key) ?? null,
    after: next.get(key) ?? null,
  }));
}

/** One difference as a sentence: 受理期限由3个工作日改为2个工作日；新增材料…… */
export function sayDiff({ label, before, after }: DiffLine): string {
  if (before === null) return `新增${label}：${after}`;
  if (after === null) return `取消${label}：${before}`;
  return `${label}由“${before}”改为“${after}”`;
}
