import { generalClassOfKind, marketClassing } from '#law/classes.ts';
import { type Answers, kindsOf, lowFine, unknown } from './assessment.ts';
import {
  type Answer,
  fieldChoices,
  matterChoices,
  onlyFor,
  penaltyChoices,
  subjectChoices,
} from './calculator-choices.ts';

/** One question: one tap, several ticks, or a day. */
export interface Question {
  readonly id: keyof Answers;
  readonly kind: 'one' | 'many' | 'day';
  readonly title: string;
  readonly hint?: string;
  readonly choices?: readonly Answer[];
  /** What passing over it is called, where one may not know. */
  readonly skip?: string;
  /** The earliest day; the latest is today unless `future`. */
  readonly from?: string | undefined;
  readonly future?: boolean;
}

const isPenalty = (a: Answers) => a.matter === 'market-penalty' || a.matter === 'other-penalty';
const market = marketClassing.rows.at(-1)!.value;
const general = generalClassOfKind.rows.at(-1)!.value;
const has = (a: Answers, list: readonly string[]) => kindsOf(a).some((kind) => list.includes(kind));
/** A fine by itself or with the lightest kinds: only then its amount decides. */
const isLightFine = (a: Answers) =>
  has(a, ['罚款']) && kindsOf(a).every((kind) => ['罚款', '警告', '通报批评'].includes(kind));
const only = (a: Answers, kind: string) => a.penalties === kind;
/** Matters whose periods count from the day of publication. */
const fromPublication = [
  'market-penalty',
  'market-serious',
  'tax-serious',
  'customs-discredited',
  'statistics-serious',
  'overloading',
];
/** Matters in which a further penalty closes the door. */
const againMatters = ['market-serious', 'tax-serious', 'wage-arrears'];
const withTerm = [...market.restrictions, '暂扣许可证件'];

/** A market penalty that is shown for a fixed time whatever one does, or not at all. */
function runsByItself(a: Answers): boolean {
  if (a.matter !== 'market-penalty') return false;
  return (
    a.shown === 'no' ||
    only(a, '警告') ||
    only(a, '通报批评') ||
    has(a, market.noApplication) ||
    (only(a, '罚款') && a.amount === 'low' && a.bracket === 'lighter')
  );
}

function subjectsOf(a: Answers): readonly Answer[] {
  const allowed = onlyFor[a.matter ?? ''];
  return allowed ? subjectChoices.filter((one) => allowed.includes(one.value)) : subjectChoices;
}

const yes = (label: string): Answer => ({ value: 'yes', label });
const no = (label: string): Answer => ({ value: 'no', label });
const notSure: Answer = { value: unknown, label: '不清楚' };

function aboutDays(a: Answers): (Question | false)[] {
  const counts = fromPublication.includes(a.matter ?? '');
  const asksShown = counts || a.matter === 'other-penalty' || a.subjectType === 'person';
  return [
    {
      id: 'findingDate',
      kind: 'day',
      title: isPenalty(a) ? '处罚决定书是哪天作出的？' : '列入决定是哪天作出的？',
      hint: '看决定书末尾盖章处的日期。',
    },
    asksShown &&
      a.matter !== 'judgment-defaulter' && {
        id: 'shown',
        kind: 'one',
        title: '网上能查到吗？',
        hint: '在“信用中国”或国家企业信用信息公示系统查。',
        choices: counts
          ? [
              { value: 'same', label: '能查到，和决定书同一天公示', hint: '不清楚哪天公示的也选这个' },
              { value: 'other', label: '能查到，另一天公示的' },
              no('查不到'),
            ]
          : [{ value: 'same', label: '能查到' }, no('查不到')],
      },
    a.shown === 'other' && {
      id: 'publishedDate',
      kind: 'day',
      title: '哪天开始公示的？',
      hint: '公示页面上有。',
      from: a.findingDate,
    },
  ];
}

function aboutPenalty(a: Answers): (Question | false)[] {
  if (!isPenalty(a)) return [];
  const isMarket = a.matter === 'market-penalty';
  const serious = kindsOf(a).some((kind) => general[kind as keyof typeof general]?.class === 'serious');
  const bound = lowFine(a) >= 10_000 ? `${lowFine(a) / 10_000} 万元` : `${lowFine(a)} 元`;
  const open = isMarket && a.shown !== 'no';
  return [
    !(isMarket && a.shown === 'no') && {
      id: 'penalties',
      kind: 'many',
      title: '处罚了什么？',
      hint: '可以选几项。',
      choices: penaltyChoices,
    },
    open &&
      isLightFine(a) && {
        id: 'amount',
        kind: 'one',
        title: `罚款超过 ${bound}吗？`,
        choices: [
          { value: 'low', label: `没有超过 ${bound}` },
          { value: 'high', label: `超过 ${bound}` },
        ],
      },
    open &&
      isLightFine(a) &&
      a.amount === 'low' && {
        id: 'bracket',
        kind: 'one',
        title: '决定书里写了“从轻”或者“减轻”处罚吗？',
        choices: [{ value: 'lighter', label: '写了' }, { value: 'ordinary', label: '没有写' }, notSure],
      },
    !isMarket &&
      !serious &&
      kindsOf(a).length > 0 && {
        id: 'procedure',
        kind: 'one',
        title: '是当场开出的处罚吗？',
        hint: '当场开出、金额不大的，是简易程序。',
        choices: [{ value: 'simple', label: '当场开出的' }, { value: 'ordinary', label: '不是当场' }, notSure],
      },
    open &&
      !runsByItself(a) &&
      !has(a, market.restrictions) &&
      kindsOf(a).length > 0 && {
        id: 'field',
        kind: 'one',
        title: '和下面哪个领域有关？',
        choices: fieldChoices,
      },
    has(a, withTerm) &&
      !runsByItself(a) && {
        id: 'termEnds',
        kind: 'day',
        title: '限制到哪天为止？',
        hint: '看决定书里写的期限。',
        skip: '没有写，或者不清楚',
        from: a.findingDate,
        future: true,
      },
  ];
}

function aboutDuties(a: Answers): (Question | false)[] {
  const asks = !runsByItself(a) && !(a.matter === 'market-serious' && a.shown === 'no');
  return [
    a.matter === 'customs-discredited' && {
      id: 'class',
      kind: 'one',
      title: '海关认定的是哪一种？',
      choices: [
        { value: 'serious', label: '严重失信', hint: '决定书写明“严重失信主体名单”' },
        { value: 'general', label: '失信企业，或者一般失信信息' },
        notSure,
      ],
    },
    asks && {
      id: 'duties',
      kind: 'one',
      title: isPenalty(a) ? '罚款都缴清、该整改的都整改了吗？' : '该履行的都履行、该改正的都改正了吗？',
      choices: [yes('都完成了'), no('还没有')],
    },
    a.matter === 'wage-arrears' &&
      a.duties === 'yes' && {
        id: 'correctionDate',
        kind: 'day',
        title: '哪天付清、改正的？',
        hint: '等待的时间从这一天起算。',
      },
    asks &&
      (againMatters.includes(a.matter ?? '') || a.matter === 'market-penalty') && {
        id: 'again',
        kind: 'one',
        title: '这以后，又因为同一类行为被处罚过吗？',
        choices: [no('没有'), yes('有')],
      },
  ];
}

/** The questions that matter for what has been answered so far, in their order; later ones may depend on answers to come. */
export function questionsFor(a: Answers): readonly Question[] {
  const first: Question[] = [{ id: 'matter', kind: 'one', title: '遇到的是哪一种？', choices: matterChoices }];
  if (!a.matter) return first;
  const subjects = subjectsOf(a);
  const all: (Question | false)[] = [
    ...first,
    a.matter !== 'judgment-defaulter' &&
      subjects.length > 1 && { id: 'subjectType', kind: 'one', title: '是谁的信息？', choices: subjects },
    ...aboutDays(a),
    ...aboutPenalty(a),
    ...aboutDuties(a),
  ];
  return all.filter((one): one is Question => one !== false);
}

/** The first question without an answer; undefined when everything that matters is answered. */
export function nextQuestion(a: Answers): Question | undefined {
  return questionsFor(a).find((one) => !a[one.id]);
}

/** Only the answers to questions that are asked: what was answered on another way is kept, but counts for nothing. */
export function answersThatCount(a: Answers): Answers {
  const asked = new Set(questionsFor(a).map((one) => one.id));
  return Object.fromEntries(Object.entries(a).filter(([id]) => asked.has(id as keyof Answers)));
}

/** How an answer reads on the list of answers. */
export function answerText(question: Question, value: string): string {
  const labels = value.split('、').map((one) => question.choices?.find((choice) => choice.value === one)?.label ?? one);
  return value === unknown ? (question.skip ?? '不清楚') : labels.join('、');
}
