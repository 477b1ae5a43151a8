import { longestCounts } from '#contract/calendar.ts';
import { parsePlainDate } from '#domain/plain-date.ts';
import type { CallInput } from '../api.ts';
import type { FieldProblem } from '../api-problem.ts';

/** A pause as typed; `to` empty: it has not ended. */
export interface PauseInput {
  readonly from: string;
  readonly to: string;
}

/** What is typed on the page 算日子. */
export interface DayQuestionInput {
  readonly from: string;
  readonly count: string;
  readonly unit: 'working-days' | 'natural-days' | 'months';
  readonly direction: 'forward' | 'back';
  readonly pauses: readonly PauseInput[];
}

/** How many pauses the page has room for. */
export const mostPauses = 5;
export const unitNames = { 'working-days': '个工作日', 'natural-days': '日', months: '个月' } as const;

/** The question an address holds, for links from a date elsewhere and for the back button. */
export function readQuestion(search: Readonly<Record<string, unknown>>, today: string): DayQuestionInput {
  const text = (key: string) => (search[key] === undefined ? '' : String(search[key]));
  const unit = text('unit');
  return {
    from: parsePlainDate(text('from')) ?? today,
    count: /^\d{1,4}$/.test(text('count')) ? text('count') : '',
    unit: unit === 'natural-days' || unit === 'months' ? unit : 'working-days',
    direction: text('direction') === 'back' ? 'back' : 'forward',
    pauses: text('pauses')
      .split(',')
      .filter((span) => /^[\d-]{10}\.\.([\d-]{10})?$/.test(span))
      .slice(0, mostPauses)
      .map((span) => ({ from: span.slice(0, 10), to: span.slice(12) })),
  };
}

/** What keeps a question from being asked, by field. */
export function checkQuestion({ from, count, unit, direction, pauses }: DayQuestionInput): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const fault = (field: string, text: string) => faults.push({ field, text });
  if (!parsePlainDate(from)) fault('from', '请选择起算的日期');
  const longest = longestCounts[unit];
  if (!/^\d+$/.test(count)) fault('count', '请填写数目，只填数字');
  else if (Number(count) > longest) fault('count', `最多推算 ${longest} ${unitNames[unit]}`);
  if (direction === 'forward')
    for (const [index, pause] of pauses.entries()) {
      if (!parsePlainDate(pause.from)) fault(`pause-${index}-from`, '请选择中止从哪天开始');
      else if (pause.to !== '' && !parsePlainDate(pause.to)) fault(`pause-${index}-to`, '请选择中止到哪天为止');
      else if (pause.to !== '' && pause.to < pause.from) fault(`pause-${index}-to`, '结束的日子不能早于开始的日子');
    }
  return faults;
}

/** The question as the address and the interface write it. */
export function toQuery(input: DayQuestionInput): CallInput<'countDays'>['query'] {
  const { from, count, unit, direction } = input;
  const pauses = direction === 'forward' ? input.pauses.map((pause) => `${pause.from}..${pause.to}`).join(',') : '';
  return {
    from,
    count: Number(count),
    unit,
    ...(direction === 'back' ? { direction } : {}),
    ...(pauses === '' ? {} : { pauses }),
  };
}
