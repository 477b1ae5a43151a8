import { formatChineseShort } from '#domain/plain-date.ts';
import type { Verdict, VerdictWord } from '#domain/record/assess-case.ts';

const words: Readonly<Record<VerdictWord, string>> = {
  'repairable-now': '现在可以申请',
  'not-yet': '还没有到可以申请的时候',
  'duties-outstanding': '义务还没有履行完',
  'ends-automatically': '到期自动停止公示',
  'not-published': '不公示或者已停止公示',
  'no-route': '没有可以申请的修复',
  barred: '不得申请',
  'needs-classification': '要等认定单位分类',
  'needs-confirmation': '要向认定单位确认',
};

/** A verdict in a few Chinese words: 还没有到可以申请的时候，2027年4月21日起可以申请. */
export function sayVerdict({ verdict, application }: Verdict): string {
  const from = verdict === 'not-yet' && application.from ? `，${formatChineseShort(application.from)}起可以申请` : '';
  return `${words[verdict]}${from}`;
}
