import { citeRow } from '#law/law-book.ts';
import type { Matter } from './catalog.ts';
import { confirmedOf, type LawDay, lawOfDay, listRuleOf } from './guide-law.ts';
import { type Cited, say } from './guide-text.ts';
import { monthsWord } from './guide-words.ts';

/** What a grant brings: the three effects, each with its clause; then what happens by itself and what that does not do. */
export function resultsOf(matter: Matter, day: LawDay): Cited[] {
  return [...effectsOf(matter), ...automaticEnd(matter, day)];
}

function effectsOf(matter: Matter): Cited[] {
  const days = matter.limits.effects;
  const within = days === null ? '' : `，${days}个工作日内`;
  const cites = matter.limitCites.effects;
  if (matter.receiver === 'court')
    return [
      say(`法院${within.replace('，', '')}删除失信信息，各公示平台随之停止公示。`, 'spc17:10', ...cites),
      say('删除以后又出现应当纳入的情形的，可以重新纳入。', 'spc17:10.3'),
    ];
  if (matter.receiver === 'market-platform') {
    const first =
      matter.recordType === 'penalty'
        ? '停止公示这条行政处罚信息'
        : matter.recordType === 'abnormal'
          ? '移出经营异常名录，同时停止公示列入信息，恢复正常记载状态'
          : '移出严重违法失信名单，同时停止公示相关行政处罚信息（另有规定的除外）';
    return [
      say(`${first}${within ? `：自作出决定之日起${within.slice(1)}完成` : ''}。`, 'samr107:2', ...cites),
      say('停止共享：“信用中国”等系统共享修复结果，其他部门协助停止公示。', 'samr107:25'),
      say('解除惩戒：依法解除相关管理措施。', 'samr107:2'),
    ];
  }
  return [
    say(
      `终止公示：各领域的系统都不再公开这条信息${within ? `，自作出决定之日起${within.slice(1)}完成` : ''}。`,
      'ndrc36:3',
      ...cites,
    ),
    say('停止共享和使用：不再向部门、地方和第三方机构共享，状态更新为已修复。', 'ndrc36:3'),
    say('解除惩戒：同步解除因这条信息采取的失信惩戒措施。', 'ndrc36:3'),
  ];
}

/** The end that comes by itself, and what it does not do. */
export function automaticEnd(matter: Matter, day: LawDay): Cited[] {
  if (matter.recordType === 'abnormal') return [say('不会到期自动移出：改正以后要申请，才能移出。', 'samr107:12')];
  if (matter.receiver === 'court')
    return [
      say('有期限的，期限届满后由法院删除，不用申请；没有期限的，不会因为时间久了就删除。', 'spc17:10'),
      say('删除不等于债务消灭：没有履行完的义务仍然要履行，再次拒不履行的可以重新纳入。', 'spc17:1', 'spc17:10.3'),
    ];
  const market = matter.track === 'market';
  const max = longest(matter, day);
  const ends = say(`不申请的，最长公示期届满后自动停止公示${max ? `（${max}）` : ''}。`, ...endClauses(matter));
  if (market)
    return [
      ends,
      say(
        '公示期届满停止公示，也依法解除相关管理措施；管理措施、限制期限还没有届满的，不因此提前结束。',
        'samr107:2',
        'samr107:8',
        'samr107:13.2',
      ),
      ...(matter.recordType === 'penalty'
        ? [say('停止公示不等于处罚不用执行：决定书写明的义务没有履行完的，仍要履行。', 'apl:66')]
        : []),
    ];
  return [
    ends,
    say(
      '自动停止只是不再公示：修复还包括停止共享和使用、解除惩戒，仍有其他限制的，可以向认定单位申请。',
      'ndrc36:3',
      'ndrc36:12.2',
    ),
    unperformed(matter, day),
  ];
}

/** What is done at the maximum with duties not performed: the list's own rule, an office's answer, or what is open. */
function unperformed(matter: Matter, day: LawDay): Cited {
  const answer = confirmedOf('unperformed:general', day);
  if (answer)
    return say(
      answer.value === 'ends'
        ? '到期时义务还没有履行完的，也停止公示；义务本身不因此免除。'
        : '到期时义务还没有履行完的，履行完以前继续公示。',
      'ndrc36:12.2',
      citeRow(answer),
    );
  return say(
    listRuleOf(matter, day)?.endsUnperformed
      ? '到期时义务还没有履行完的：名单自己的规定到期就停止公布，“信用中国”渠道按行业主管部门的规定；义务本身不因此免除。'
      : '到期时还没有纠正、没有履行完义务的，怎样处理按行业主管部门的规定，不一定停止公示。',
    'ndrc36:12.2',
  );
}

function endClauses({ track, recordType }: Matter): string[] {
  if (track === 'customs') return ['gacc282:35', 'ndrc36:12.2'];
  if (track !== 'market') return ['ndrc36:12.2'];
  return recordType === 'penalty' ? ['samr107:7', 'samr107:8', 'samr107:9'] : ['samr107:13.2'];
}

/** The longest span a record of the matter is shown, in words. */
function longest(matter: Matter, day: LawDay): string | null {
  const rule = listRuleOf(matter, day);
  if (rule) return rule.ends.length > 0 ? monthsWord(Math.max(...rule.ends.map((end) => end.months))) : null;
  if (matter.track === 'customs')
    return monthsWord(Math.max(0, ...(lawOfDay.customs(day)?.value ?? []).map((route) => route.end ?? 0)));
  if (matter.track === 'market' && matter.recordType !== 'penalty') {
    const list = lawOfDay.marketList(day)?.value;
    return list ? monthsWord(list.max) : null;
  }
  const value = (matter.track === 'market' ? lawOfDay.market(day) : lawOfDay.general(day))?.value;
  if (!value) return null;
  if (value.kind === 'one-span') return monthsWord(value.max.months);
  const { minor, general, serious } = value;
  return matter.recordType === 'penalty'
    ? `轻微${monthsWord(minor.max)}、一般${monthsWord(general.max)}、严重${monthsWord(serious.max)}`
    : monthsWord(serious.max);
}
