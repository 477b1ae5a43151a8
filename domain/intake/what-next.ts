import { type ItemState, itemStates } from '../item/states.ts';
import { formatChinese, type PlainDate } from '../plain-date.ts';

/** What a person without an account is told of an item. */
export interface Standing {
  readonly state: ItemState;
  readonly unitName: string;
  readonly unitPhone: string | null;
  /** The due day of the running clock. */
  readonly due: { readonly day: PlainDate; readonly provisional: boolean } | null;
  readonly closedOn: PlainDate | null;
}

function by(due: Standing['due']): string {
  if (!due) return '在规定期限内';
  return `最迟${formatChinese(due.day)}${due.provisional ? '（放假安排公布后可能调整）' : ''}`;
}

/** What happens next and by when, in one or two sentences. Dates are those of the item's own clocks. */
export function whatNext({ state, unitName, unitPhone, due, closedOn }: Standing): string {
  const when = by(due);
  const ask = unitPhone ? `有疑问请打${unitName}的电话 ${unitPhone}。` : `有疑问请问${unitName}。`;
  switch (state) {
    case 'registering':
      return '接下来由“信用中国”登记，登记后开始计算办理时限。您现在不用做什么。';
    case 'lodged':
      return `${unitName}${when}决定是否受理。受理、不受理或者要您补材料，都会通知您。`;
    case 'correcting':
      return `请您${when}一次补齐下面列出的材料。补齐后，${unitName}再决定是否受理。`;
    case 'accepted':
      return `${unitName}${when}作出决定，结果会通知您。`;
    case 'handing-over':
      return `接下来送到${unitName}的办理系统，送到后会通知您。`;
    case 'handed-over':
      return `由${unitName}在它的系统里办理，有结果会回到这里并通知您。${ask}`;
    case 'granted':
      return `各平台${when}停止公示，全部停止后会通知您。`;
    default:
      return `${closedOn ? `${formatChinese(closedOn)}` : ''}${itemStates[state].office}，这一项不会再有变化。${ask}`;
  }
}
