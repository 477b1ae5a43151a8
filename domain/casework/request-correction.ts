import type { MatterExtraField } from '../catalog/catalog.ts';
import { checkAction } from '../item/available-actions.ts';
import { pauseClock, startClock } from '../item/clocks.ts';
import type { EventOf } from '../item/events.ts';
import type { MissingMaterial } from '../item/grounds.ts';
import type { Clock, Item } from '../item/item.ts';
import type { PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isKnownField } from './correctable-fields.ts';
import type { Desk } from './deciding.ts';

/**
 * Days the applicant is given where no rule says how many. The law sets no limit for the applicant (36号第十六条 is silent), so nothing
 * happens by itself when they are over: the day is a promise to be reminded of, not a bar. From the day after, the unit may decide on what
 * is there (domain/item/available-actions.ts).
 */
export const correctionDays = 10;

/** The limit over all, standing still where a named office confirmed that it does (law/points.ts `correction:general`). */
function pausedTotal({ clocks, limits }: Item, today: PlainDate): Clock[] {
  return clocks.total && limits.pausedForCorrection
    ? [pauseClock(clocks.total, today, '等待申请人补正', limits.pausedForCorrection)]
    : [];
}

/** What is not written yet in a list of what is missing, line by line, each named. */
export function blankLines(missing: readonly MissingMaterial[]): { readonly field: string; readonly text: string }[] {
  return missing.flatMap(({ name, reason }, at) => {
    if (!name.trim()) return [{ field: `missing.${at}.name`, text: `补正内容 ${at + 1} 还没有写名称。` }];
    if (!reason.trim())
      return [{ field: `missing.${at}.reason`, text: `“${name.trim()}”还没有写明为什么要补、补成什么样。` }];
    return [];
  });
}

/** 一次性告知补正: everything that is missing or wrong (materials, and fields of the form and its 另附表), at once and only once (36号第十六条, 107号第十四条). */
export function requestCorrection(
  desk: Desk,
  input: { missing: MissingMaterial[]; extraFields?: readonly MatterExtraField[] },
): EventOf<'correction-requested'> | Refusal {
  const { item, who, today, calendar } = desk;
  const refusal = checkAction(item, 'request-correction', who, today, desk.moot);
  if (refusal) return refusal;
  const blank = blankLines(input.missing);
  if (input.missing.length === 0 || blank.length > 0)
    return refuse('invalid', 'missing-list-empty', '请一次列全需要补正的内容，每一项都写明原因。', {
      cite: item.limits.cites.accept,
      fields: blank.length > 0 ? blank : [{ field: 'missing', text: '至少列出一项，并写明名称和原因。' }],
    });
  const keys = input.missing.map((one) => one.key);
  const odd = input.missing.findIndex(
    (one, at) => keys.indexOf(one.key) !== at || !isKnownField(one.key, input.extraFields ?? []),
  );
  if (odd >= 0)
    return refuse('invalid', 'missing-list-odd', `“${input.missing[odd]!.name}”列了两次，或者申请表里没有这一项。`, {
      fields: [{ field: `missing.${odd}.key`, text: '请去掉重复的，或改成“其他材料或说明”。' }],
    });
  return {
    type: 'correction-requested',
    on: today,
    cites: item.limits.cites.accept,
    payload: {
      missing: input.missing,
      clocks: [startClock(calendar, 'correction', today, correctionDays, []), ...pausedTotal(item, today)],
    },
  };
}
