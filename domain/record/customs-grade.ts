import { type CustomsGrade, type CustomsGradeRoute, customsGradeRoutes } from '#law/customs-grades.ts';
import type { PlainDate } from '../plain-date.ts';
import { dayAfter, periodEnd } from './publication-period.ts';

interface CitedLine {
  readonly text: string;
  readonly cites: readonly string[];
}

/** What a customs application does to the enterprise's grade. */
export interface GradeOutlook {
  readonly route: string;
  /** null: the grade is not at issue. */
  readonly before: CustomsGrade | null;
  readonly after: CustomsGrade | null;
  /** The grade today: after, once it was granted. */
  readonly now: CustomsGrade | null;
  /** By ground: from which day it can be asked for; null where the day it is counted from is not known. */
  readonly waits: readonly (CitedLine & { readonly from: PlainDate | null; readonly open: boolean })[];
  readonly means: readonly CitedLine[];
  readonly byItself: CitedLine | null;
  /** What the clauses leave open, and what is inferred from them. */
  readonly notes: readonly CitedLine[];
}

export interface GradeCase {
  /** 申请类型 of the annex. */
  readonly route: string;
  readonly findingDate: PlainDate;
  readonly publishedDate: PlainDate | null;
  readonly granted: boolean;
  readonly today: PlainDate;
}

const clocks = { finding: '认定之日', published: '公示之日' } as const;

/** The grade before and after, when it can be asked for and what a grant means; undefined where the annex names no kind we know. */
export function customsGrade(it: GradeCase): GradeOutlook | undefined {
  const routes: readonly CustomsGradeRoute[] = customsGradeRoutes.on(it.today)?.value ?? [];
  const route = routes.find((one) => one.name === it.route);
  if (!route) return undefined;
  const lines = (all: CustomsGradeRoute['means']) => all.map(({ text, cite }) => ({ text, cites: [cite] }));
  const inferred = route.means.filter((one) => one.sure === 'D');
  return {
    route: route.name,
    before: route.before,
    after: route.after,
    now: it.granted ? route.after : route.before,
    waits: route.waits.map((wait) => waitLine(it, wait)),
    means: lines(route.means),
    byItself: route.byItself && { text: route.byItself.text, cites: [route.byItself.cite] },
    notes: [
      ...(route.after !== null && route.afterSure === 'D'
        ? [{ text: `条文只写调整信用等级，调整为${route.after}是推断`, cites: ['gacc282:29.1', 'gacc282:17'] }]
        : []),
      ...inferred.map(({ text, cite }) => ({ text: `“${text}”是推断`, cites: [cite] })),
      ...lines(route.open),
    ],
  };
}

function waitLine(it: GradeCase, wait: CustomsGradeRoute['waits'][number]): GradeOutlook['waits'][number] {
  const start = wait.clock === 'finding' ? it.findingDate : it.publishedDate;
  const months = wait.months === 12 ? '一年' : `${wait.months}个月`;
  const text = `${wait.who}：自${clocks[wait.clock]}起满${months}`;
  const from =
    start === null ? null : dayAfter(periodEnd('等待期', start, clocks[wait.clock], wait.months, wait.cite).end);
  return { text, cites: [wait.cite], from, open: from !== null && from <= it.today };
}
