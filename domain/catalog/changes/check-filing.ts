import { addMonths, formatChineseShort, type PlainDate, parsePlainDate } from '../../plain-date.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Catalog, Unit } from '../catalog.ts';
import type { ProposedChange } from './catalog-change.ts';
import { planChange } from './plan-change.ts';

const filingCite = ['plan4:2-6'];

/** Who files or decides: a keeper of the catalogue at a unit. */
export interface Keeper {
  readonly officerId: string;
  readonly unit: Pick<Unit, 'unitId' | 'sector' | 'level' | 'name'>;
}

/** The lead department of the province: 省发展改革委. */
export function isLead(unit: Keeper['unit']): boolean {
  return unit.sector === 'ndrc' && unit.level === 'province';
}

/** Checks a filing on the day it is made: who, which day, and whether the catalogue and the law allow what it would do. */
export function checkFiling(catalog: Catalog, change: ProposedChange, who: Keeper, today: PlainDate): Refusal | null {
  const refusal = checkKeeper(catalog, change, who) ?? checkDay(change, today);
  if (refusal) return refusal;
  const plan = planChange(catalog, change);
  return 'refused' in plan ? plan : null;
}

/**
 * At least one month before its day for a matter (corresponding day; 赣信用办〔2024〕4号 二（六）), earlier only with a stated legal
 * reason. Everything else may begin on the day it is filed, never before: what was said of past days stays said.
 */
export function checkDay(change: ProposedChange, today: PlainDate): Refusal | null {
  const { effectiveOn, urgentReason, kind } = change;
  if (parsePlainDate(effectiveOn) === undefined) return dayFault(`${effectiveOn} 不是有效的日期`);
  if (kind !== 'matter') return effectiveOn < today ? dayFault('生效日不能早于今天') : null;
  if (effectiveOn <= today) return dayFault('生效日必须在今天之后');
  const earliest = addMonths(today, 1);
  if (effectiveOn >= earliest || (urgentReason?.trim().length ?? 0) >= 5) return null;
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

function dayFault(text: string): Refusal {
  return refuse('invalid', 'day-passed', `${text}。`, { fields: [{ field: 'effectiveOn', text }] });
}

/** The fields a change belongs to: of what stands and of what it says; none where only the lead department may make it. */
function sectorOf(catalog: Catalog, change: ProposedChange): readonly string[] {
  switch (change.kind) {
    case 'matter': {
      const listed = catalog.matters.find((one) => one.matterKey === change.target);
      return [listed?.sector, change.content.op === 'new' ? change.content.sector : undefined].filter(
        (sector) => sector !== undefined,
      );
    }
    case 'confirmation':
      return [];
    case 'class-standard':
      return [change.target];
    case 'unit':
      return [catalog.units.get(change.target)?.sector ?? ''];
    default:
      return [];
  }
}

/** Keepers of a provincial authority change what is their own field's; the lead department's keepers may change anything. */
function checkKeeper(catalog: Catalog, change: ProposedChange, { unit }: Keeper): Refusal | null {
  if (isLead(unit)) return null;
  const sectors = sectorOf(catalog, change);
  if (unit.level === 'province' && sectors.length > 0 && sectors.every((sector) => sector === unit.sector)) return null;
  const text =
    change.kind === 'confirmation' || change.kind === 'calendar-year' || change.kind === 'calendar-day'
      ? '这一类内容由省发展改革委的目录管理人员录入。'
      : '您只能报备本单位领域的内容；其他领域由该领域省级单位或者省发展改革委报备。';
  return refuse('forbidden', 'not-your-field', text, { cite: filingCite });
}

/**
 * Who may approve: never the person who filed. A field's own standards and units are approved by another keeper of the same unit or of
 * the lead department, everything else by the lead department, with whom it is filed.
 */
export function checkDecider(
  change: Pick<ProposedChange, 'kind'> & { readonly filedById: string; readonly filedUnit: string },
  who: Keeper,
): Refusal | null {
  if (who.officerId === change.filedById)
    return refuse('forbidden', 'two-persons', '报备和审核要由两个人进行：您报备的内容，请另一位目录管理人员审核。', {
      cite: filingCite,
    });
  const own = (change.kind === 'class-standard' || change.kind === 'unit') && who.unit.unitId === change.filedUnit;
  if (own || isLead(who.unit)) return null;
  return refuse('forbidden', 'lead-decides', '这项报备由省发展改革委的目录管理人员审核。', { cite: filingCite });
}
