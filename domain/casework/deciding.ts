import type { ActingPerson } from '../item/available-actions.ts';
import type { Item } from '../item/item.ts';
import type { Moot } from '../item/moot.ts';
import type { PlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Calendar } from '../working-days.ts';

/** What every decision of the desk is given: the item as it stands, who acts, the day and the calendar of that day. */
export interface Desk {
  readonly item: Item;
  readonly who: ActingPerson;
  readonly today: PlainDate;
  readonly calendar: Calendar;
  /** What became of the record since it was applied for; absent or null: nothing. */
  readonly moot?: Moot | null;
}

/** Refuses an empty or over-long text; the limit is in characters. */
export function checkText(field: string, label: string, text: string, max = 2000): Refusal | null {
  const length = text.trim().length;
  if (length === 0)
    return refuse('invalid', 'text-missing', `请填写${label}。`, { fields: [{ field, text: `请填写${label}。` }] });
  if (length > max)
    return refuse('invalid', 'text-too-long', `${label}不能超过 ${max} 个字。`, {
      fields: [{ field, text: `${label}不能超过 ${max} 个字，现在是 ${length} 个字。` }],
    });
  return null;
}

/** Refuses an empty list of reasons: 36号第十六、十七条 and 107号第十四、十七条 ask for reasons whenever something is not done. */
export function checkReasons(reasons: readonly { text: string }[], cite: readonly string[]): Refusal | null {
  if (reasons.length > 0 && reasons.every((reason) => reason.text.trim().length > 0)) return null;
  return refuse('invalid', 'reasons-missing', '必须写明理由。', {
    cite,
    fields: [{ field: 'reasons', text: '请至少写明一条理由。' }],
  });
}
