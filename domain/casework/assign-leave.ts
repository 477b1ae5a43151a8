import { diffDays, type PlainDate, parsePlainDate } from '../plain-date.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** 请假: from and until are its first and last day; the deputy (代办人) sees and acts on the items meanwhile. */
export interface Leave {
  readonly officerId: string;
  readonly deputyId: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** Longest leave that is entered at once, in days of the calendar: beyond that the items are handed over. */
const longestLeave = 366;

/** The leave somebody is on that day; of several the one that lasts longest. */
export function leaveOn(leaves: readonly Leave[], officerId: string, day: PlainDate): Leave | undefined {
  return leaves
    .filter((one) => one.officerId === officerId && one.from <= day && day <= one.until)
    .sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0))[0];
}

/** For whom somebody stands in that day. Only their own: standing in is not passed on. */
export function standsInFor(leaves: readonly Leave[], deputyId: string, day: PlainDate): string[] {
  const absent = leaves.filter((one) => one.deputyId === deputyId && one.from <= day && day <= one.until);
  return [...new Set(absent.map((one) => one.officerId))].filter(
    (officerId) => leaveOn(leaves, officerId, day)?.deputyId === deputyId,
  );
}

/** Checks a leave before it is entered: by oneself or by the head, not over, with a colleague who is there as deputy. */
export function checkLeave(input: {
  readonly leave: Leave;
  readonly by: { readonly officerId: string; readonly roles: readonly string[] };
  readonly team: readonly string[];
  readonly known: readonly Leave[];
  readonly today: PlainDate;
}): Refusal | null {
  const { leave, by, team, known, today } = input;
  const wrong = (field: string, text: string) => refuse('invalid', 'leave-odd', text, { fields: [{ field, text }] });
  if (leave.officerId !== by.officerId && !by.roles.includes('head'))
    return refuse('forbidden', 'not-the-head', '别人的请假由负责人登记，您可以登记自己的。');
  if (!team.includes(leave.officerId)) return wrong('officerId', '请选择本单位现在在岗的人。');
  if (!parsePlainDate(leave.from) || !parsePlainDate(leave.until)) return wrong('from', '请填写请假的起止日期。');
  if (leave.until < leave.from) return wrong('until', '最后一天不能早于第一天。');
  if (diffDays(leave.from, leave.until) > longestLeave)
    return wrong('until', '请假一次最多登记一年；更久的，请负责人移交名下的件。');
  if (leave.until < today) return wrong('until', '这段时间已经过去，不用登记。');
  if (!team.includes(leave.deputyId) || leave.deputyId === leave.officerId)
    return wrong('deputyId', '请选择本单位另一位在岗的人代办。');
  const clash = known.find(
    (one) => one.officerId === leave.deputyId && one.from <= leave.until && leave.from <= one.until,
  );
  if (clash) return wrong('deputyId', `代办人自己 ${clash.from} 至 ${clash.until} 也请假，请另选一位。`);
  const own = known.find(
    (one) => one.officerId === leave.officerId && one.from <= leave.until && leave.from <= one.until,
  );
  if (own) return wrong('from', `${own.from} 至 ${own.until} 已经登记过请假，请先结束那一段。`);
  const standing = known.find(
    (one) => one.deputyId === leave.officerId && one.from <= leave.until && leave.from <= one.until,
  );
  if (standing)
    return wrong('from', `这段时间正替别人代办（${standing.from} 至 ${standing.until}），请先为那一段另选代办人。`);
  return null;
}
