import { formatChinese } from '#domain/plain-date.ts';
import type { OpinionRow } from '../casework/opinion-store.ts';

/** What can be told about an opinion that was asked of another unit. */
export type OpinionNews = 'asked' | 'given' | 'withdrawn' | 'closed' | 'last-day' | 'overdue';

/** Words of a message; nothing of the item beyond what the asked unit was shown. */
interface OpinionWords {
  readonly title: string;
  readonly body: string;
}

const shownOf = ({ shown }: OpinionRow) => `${shown.subjectName}（${shown.organName}${shown.docNumber}）`;

/** For the unit that is asked; null where it is not its news. */
export function askedUnitWords(row: OpinionRow, news: OpinionNews, fromUnit: string): OpinionWords | null {
  const about = shownOf(row);
  const day = formatChinese(row.due_on);
  switch (news) {
    case 'asked':
      return {
        title: `${fromUnit}征求意见`,
        body: `${about}：${row.question}\n请在${day}前答复，在“征求意见”里办理。`,
      };
    case 'last-day':
      return {
        title: '征求意见快到答复日',
        body: `${fromUnit}就${about}征求的意见，请在${day}前答复：${row.question}`,
      };
    case 'overdue':
      return {
        title: '征求意见已过答复日',
        body: `${fromUnit}就${about}征求的意见，答复日是${day}，还没有答复。对方的办理期限照常计算，请尽快答复：${row.question}`,
      };
    case 'withdrawn':
    case 'closed':
      return {
        title: '征求意见已撤回，不用答复',
        body: `${fromUnit}就${about}征求的意见不用再答复。原因：${row.withdrawn_reason ?? ''}`,
      };
    case 'given':
      return null;
  }
}

/** For the officer who asked; null where it is not their news. */
export function askingOfficerWords(row: OpinionRow, news: OpinionNews, askedUnit: string): OpinionWords | null {
  if (news === 'given')
    return {
      title: `${askedUnit}已答复征求的意见`,
      body: `${shownOf(row)}：${row.question}\n答复：${row.answer ?? ''}`,
    };
  if (news === 'overdue')
    return {
      title: `${askedUnit}过了答复日还没有答复`,
      body: `${shownOf(row)}：${row.question}\n答复日是${formatChinese(row.due_on)}。办理期限照常计算，可以催一催对方，或者撤回以后直接决定。`,
    };
  return null;
}
