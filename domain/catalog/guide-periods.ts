import { type Confirmation, citeRow } from '#law/law-book.ts';
import type { ListRule, ListTerm } from '#law/list-waits.ts';
import type { Matter } from './catalog.ts';
import { confirmedOf, type LawDay, lawOfDay, listRuleOf } from './guide-law.ts';
import { type Cited, say } from './guide-text.ts';
import { clockWord, monthsWord, sureWord } from './guide-words.ts';

/** How long records of a matter are shown and from when they may be repaired, by the law in force on a day. */
export function periodsOf(matter: Matter, day: LawDay): Cited[] {
  if (matter.recordType === 'abnormal')
    return [say('没有最短公示期限：列入的原因消除以后，随时可以申请移出；不申请的，不会到期自动移出。', 'samr107:12')];
  if (matter.recordType === 'judgment') return courtPeriods();
  if (matter.track === 'customs') return customsPeriods(day);
  if (matter.track === 'market') return matter.recordType === 'penalty' ? marketPeriods(day) : marketListPeriods(day);
  return listPeriods(matter, day) ?? generalPeriods(matter, day);
}

function courtPeriods(): Cited[] {
  return [
    say(
      '妨碍执行、规避执行、违反财产报告或者限制消费令等情形，期限二年，情节严重或者多项失信的可以延长一至三年；积极履行或者主动纠正的，法院可以决定提前删除。',
      'spc17:2',
    ),
    say('没有期限的，出现应当删除的情形就删除，不必等；有期限的，期限届满后删除。', 'spc17:10'),
  ];
}

function marketPeriods(day: LawDay): Cited[] {
  const rule = lawOfDay.market(day);
  const classes = lawOfDay.marketClasses(day)?.value;
  if (!rule) return [];
  const { value } = rule;
  const note = rule.note && !confirmedOf('clock:market', day) ? [say(`起算：${rule.note}`, ...rule.cite)] : [];
  if (value.kind === 'one-span')
    return [
      say(
        `公示满${monthsWord(value.min.months)}可以申请${sureWord(value.min.sure)}，最长公示${monthsWord(value.max.months)}。`,
        value.min.cite,
        value.max.cite,
      ),
      ...note,
    ];
  const yuan = (amount: number) => (amount >= 10_000 ? `${amount / 10_000}万元` : `${amount}元`);
  const low = classes
    ? `（按从轻或者减轻处罚，经营主体${yuan(classes.lowFine.business)}以下、责任人员${yuan(classes.lowFine.person)}以下）`
    : '';
  const serious = `满${monthsWord(value.serious.min ?? 0)}可以申请，满${monthsWord(value.serious.max)}自动停止公示`;
  return [
    say(
      `轻微：只受到警告的不公示；只受到通报批评或者较低数额罚款${low}的，公示满${monthsWord(value.minor.max)}自动停止，不用申请。`,
      'samr107:7',
    ),
    say(
      `一般：公示满${monthsWord(value.general.min ?? 0)}可以申请，满${monthsWord(value.general.max)}自动停止公示。`,
      'samr107:9',
    ),
    say(`严重：${serious}。食品、药品、特种设备等领域的处罚，除轻微外都是严重。`, 'samr107:8'),
    ...(classes
      ? [
          say(`${classes.restrictions.join('、')}：还要等限制期限届满才能申请。`, 'samr107:8'),
          say(
            `${classes.noApplication.join('、')}：不受理提前停止公示的申请，满${monthsWord(value.serious.max)}自动停止。`,
            'samr107:8(3)',
          ),
        ]
      : []),
    ...note,
  ];
}

function marketListPeriods(day: LawDay): Cited[] {
  const rule = lawOfDay.marketList(day);
  if (!rule) return [];
  const { min, max, clock } = rule.value;
  const from = clock === 'published' ? '公示之日' : '列入决定之日';
  return [
    say(
      `自${from}起满${monthsWord(min ?? 0)}可以申请移出，满${monthsWord(max)}自动移出；管理措施期限没有届满的，不得提前移出。`,
      ...rule.cite,
    ),
  ];
}

function customsPeriods(day: LawDay): Cited[] {
  const rule = lawOfDay.customs(day);
  return (rule?.value ?? []).map((route) =>
    say(
      `${route.name}：自${clockWord[route.clock]}起满${monthsWord(route.wait)}${route.end === null || route.end === route.wait ? '' : `；满${monthsWord(route.end)}到期`}。`,
      route.cite,
    ),
  );
}

function termWords(term: ListTerm, then: string): string {
  return `${term.by}：自${clockWord[term.clock]}起满${monthsWord(term.months)}，${then}${sureWord(term.sure)}。`;
}

/** The waits of a list side by side; undefined where the matter is on no list with a rule of its own. */
function listPeriods(matter: Matter, day: LawDay): Cited[] | undefined {
  const rule = listRuleOf(matter, day);
  if (!rule) return undefined;
  const answer = confirmedOf(`wait:${matter.lawEntry}`, day);
  const waits = answer ? confirmedWait(answer) : waitsBySide(rule);
  const ends = rule.ends.map((end) => say(termWords(end, '自动停止公示'), end.cite));
  const doubt =
    rule.basisDoubtful && !confirmedOf(`basis:${matter.lawEntry}`, day)
      ? [say('这个名单的依据有待主管部门确认；不能作为名单的，按原行政处罚的类别计算。', 'ndrc36:4.2')]
      : [];
  return [...waits, ...ends, ...doubt];
}

function waitsBySide({ waits }: ListRule): Cited[] {
  const each = waits.map((wait) => say(termWords(wait, '可以申请'), wait.cite));
  if (waits.length < 2) return each;
  const cites = waits.map((wait) => wait.cite);
  return [
    ...each,
    say('两个期限都满的，可以申请；只满其中一个的，规定没有写明以哪个为准，可以提交，由认定单位决定。', ...cites),
  ];
}

/** One wait, as the office that may answer has answered; what it rests on stands under what is confirmed. */
function confirmedWait(answer: Confirmation): Cited[] {
  if (typeof answer.value === 'string') return [];
  const { months, clock } = answer.value;
  const wait = months === 0 ? '没有等待期，随时可以申请' : `自${clockWord[clock]}起满${monthsWord(months)}，可以申请`;
  return [say(`${answer.paper.office}书面确认：${wait}。`, citeRow(answer))];
}

function generalPeriods(matter: Matter, day: LawDay): Cited[] {
  const rule = lawOfDay.general(day);
  if (!rule) return [];
  const { value } = rule;
  if (value.kind === 'one-span')
    return [
      say(
        `公示满${monthsWord(value.min.months)}可以申请${sureWord(value.min.sure)}，最长公示${monthsWord(value.max.months)}${sureWord(value.max.sure)}。${rule.note ?? ''}`,
        value.min.cite,
      ),
    ];
  const serious = say(
    `严重：满${monthsWord(value.serious.min ?? 0)}可以申请，满${monthsWord(value.serious.max)}自动停止公示。`,
    'ndrc36:10',
    'ndrc36:12',
  );
  const from = say(
    '期限自认定文书之日起计算；涉及多种处罚的按最长的一种，附带期限的处罚期限届满前不得提前终止公示。',
    'ndrc36:7',
    'ndrc36:12.3',
  );
  if (matter.recordType === 'serious-list') return [serious, from];
  return [
    say(
      `轻微：原则上不公示；公示的最长${monthsWord(value.minor.max)}，法定责任履行完就可以申请。`,
      'ndrc36:8',
      'ndrc36:12',
    ),
    say(
      `一般：满${monthsWord(value.general.min ?? 0)}可以申请，满${monthsWord(value.general.max)}自动停止公示。`,
      'ndrc36:9',
      'ndrc36:12',
    ),
    serious,
    from,
  ];
}
