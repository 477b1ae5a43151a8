import { isMatterKey, matters as lawMatters } from '#law/matters.ts';
import { addDays, addMonths, formatChineseShort, type PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Catalog, Matter, MatterLimits } from './catalog.ts';
import { firstVersion } from './matter-from-law.ts';

/** What a filing says about a matter. */
export interface MatterChange {
  readonly matterKey: string;
  readonly kind: 'new' | 'change' | 'withdraw';
  readonly effectiveOn: PlainDate;
  readonly basis: string;
  /** Why the day is nearer than a month, as a legal reason. */
  readonly urgentReason: string | null;
  readonly content: {
    readonly name?: string;
    readonly limits?: { readonly accept?: number; readonly decide?: number };
    /** Key of the entry of law/matters.ts that a new matter rests on. */
    readonly lawEntry?: string;
  };
}

/** What a filing does to the versions of its matter on its day. */
export interface VersionChange {
  /** Version to end and its last day. */
  readonly close: { readonly version: number; readonly last: PlainDate } | null;
  readonly open: Matter | null;
}

const filingCite = ['plan4:2-6'];

/** The newest version of a matter that has no end; undefined where the matter is not listed. */
function openVersion(catalog: Catalog, matterKey: string): Matter | undefined {
  return catalog.matters.find((matter) => matter.matterKey === matterKey && matter.validTo === null);
}

/**
 * Checks a filing on the day it is made: at least one month before its day (corresponding day; 赣信用办〔2024〕4号 二（六）), earlier
 * only with a stated legal reason; limits no looser than the law entry's. Gives what will happen on the day.
 */
export function fileMatterChange(catalog: Catalog, change: MatterChange, today: PlainDate): VersionChange | Refusal {
  const late = checkDay(change, today);
  return late ?? planChange(catalog, change);
}

function checkDay({ effectiveOn, urgentReason }: MatterChange, today: PlainDate): Refusal | null {
  if (effectiveOn <= today)
    return refuse('invalid', 'day-passed', '生效日必须在今天之后。', {
      fields: [{ field: 'effectiveOn', text: '生效日必须在今天之后' }],
    });
  const earliest = addMonths(today, 1);
  if (effectiveOn >= earliest) return null;
  if ((urgentReason?.trim().length ?? 0) >= 5) return null;
  return refuse(
    'unmet-condition',
    'filed-too-late',
    `变化应当在生效前至少一个月报备：今天报备的，最早${formatChineseShort(earliest)}生效。确有法定理由必须提前的，请写明理由。`,
    {
      cite: filingCite,
      fields: [{ field: 'effectiveOn', text: `不早于${formatChineseShort(earliest)}，或者写明提前生效的法定理由` }],
    },
  );
}

/** What a filing does, whatever the day it was made; refuses where the catalogue or the law no longer allows it. */
export function planChange(catalog: Catalog, change: MatterChange): VersionChange | Refusal {
  const current = openVersion(catalog, change.matterKey);
  if (change.kind === 'new') return planNew(catalog, change, current);
  if (!current)
    return refuse('not-found', 'matter-not-listed', `目录中没有有效的事项“${change.matterKey}”，不能变更或者取消。`);
  if (change.effectiveOn <= current.validFrom)
    return refuse(
      'conflict',
      'newer-version',
      `现行版本自${formatChineseShort(current.validFrom)}起有效，生效日必须更晚。`,
      {
        fields: [{ field: 'effectiveOn', text: `必须晚于${current.validFrom}` }],
      },
    );
  const close = { version: current.version, last: addDays(change.effectiveOn, -1) };
  if (change.kind === 'withdraw') return { close, open: null };
  const limits = stricter(current, change);
  if ('refused' in limits) return limits;
  const name = change.content.name?.trim() || current.name;
  if (name === current.name && limits.accept === current.limits.accept && limits.decide === current.limits.decide)
    return refuse('invalid', 'nothing-changed', '内容与现行版本相同，没有要变更的地方。', {
      fields: [{ field: 'content', text: '请填写新的名称或者期限' }],
    });
  const open = { ...current, name, limits, version: current.version + 1, validFrom: change.effectiveOn };
  return { close, open };
}

function planNew(catalog: Catalog, change: MatterChange, current: Matter | undefined): VersionChange | Refusal {
  if (current)
    return refuse('conflict', 'matter-listed', `事项“${current.name}”已经在目录中，请按变更报备。`, {
      fields: [{ field: 'matterKey', text: '已经在目录中' }],
    });
  const entry = change.content.lawEntry ?? change.matterKey;
  if (!isMatterKey(entry))
    return refuse('invalid', 'no-law-entry', '新事项要写明所依据的法规条目，例如 other-penalty。', {
      fields: [{ field: 'content.lawEntry', text: `可以是：${Object.keys(lawMatters).join('、')}` }],
    });
  const name = change.content.name?.trim();
  if (!name && entry !== change.matterKey)
    return refuse('invalid', 'no-name', '新事项要写明名称。', {
      fields: [{ field: 'content.name', text: '请填写名称' }],
    });
  const law = firstVersion(lawMatters[entry]);
  const before = catalog.matters.filter((one) => one.matterKey === change.matterKey);
  const limits = stricter(law, change);
  if ('refused' in limits) return limits;
  const open: Matter = {
    ...law,
    matterKey: change.matterKey,
    name: name || law.name,
    limits,
    position: before[0]?.position ?? Math.max(0, ...catalog.matters.map((one) => one.position)) + 1,
    version: Math.max(0, ...before.map((one) => one.version)) + 1,
    validFrom: change.effectiveOn,
  };
  return { close: null, open };
}

const limitNames = { accept: '受理', decide: '审核决定' } as const;

/** The limits with those filed; none may be longer than what the law entry says today. */
function stricter(matter: Matter, change: MatterChange): MatterLimits | Refusal {
  const filed = change.content.limits ?? {};
  const law = isMatterKey(matter.lawEntry) ? firstVersion(lawMatters[matter.lawEntry]) : matter;
  for (const key of ['accept', 'decide'] as const) {
    const [days, most] = [filed[key], law.limits[key]];
    if (days === undefined || most === null || days <= most) continue;
    const text = `${limitNames[key]}期限不能比法定的${most}个工作日更长`;
    return refuse('unmet-condition', 'looser-than-law', `${text}。`, {
      cite: law.limitCites[key],
      fields: [{ field: `content.limits.${key}`, text }],
    });
  }
  return { ...matter.limits, ...filed };
}
