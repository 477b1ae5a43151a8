/** Customs: grade adjustment and repair of information are different procedures; where the case cannot tell them apart, only what all share is said. */
import { type CustomsRoute, customsRoutes } from '#law/list-waits.ts';
import { formatChinese, type PlainDate } from '../plain-date.ts';
import {
  type CaseInput,
  dutiesDone,
  isPublished,
  noDates,
  type Outlook,
  type Reason,
  unclearRoute,
} from './assess-case.ts';
import { reason } from './assess-class.ts';
import { generalBar } from './assess-general-bar.ts';
import { unknownRegime } from './assess-standing.ts';
import { type DateStep, dayAfter, periodEnd } from './publication-period.ts';

const clockName = { finding: '认定之日', published: '公示之日', correction: '改正之日' } as const;

export function assessCustoms(input: CaseInput): Outlook {
  const rule = customsRoutes.on(input.on);
  if (!rule) return unknownRegime('needs-classification', 'gacc251');
  if (input.class === 'minor') return minor();
  const routes = rule.value.filter((route) => input.class === undefined || route.class === input.class);
  const waits = routes.map((route) => ({ route, step: stepOf(input, route) }));
  const known = waits.flatMap((wait) => wait.step ?? []);
  const ends = routes.map((route) => endOf(input, route)).filter((step) => step !== undefined);
  const latest = [...ends].sort((a, b) => (a.end < b.end ? -1 : 1)).at(-1);
  const sorted = [...known].sort((a, b) => (a.end < b.end ? -1 : 1));
  // Serious: both routes wait a year, the later governs. Otherwise the day before which no route is open.
  const gate = input.class === 'serious' ? sorted.at(-1) : sorted[0];
  const result = (
    verdict: Outlook['verdict'],
    reasons: readonly Reason[],
    route: Outlook['application']['route'],
  ): Outlook => ({
    class: input.class ?? 'needs-classification',
    publication: {
      shown: !latest || input.on <= latest.end,
      from: input.findingDate,
      earliestEnd: gate?.end ?? null,
      latestEnd: input.class === 'serious' ? (latest?.end ?? null) : null,
    },
    application: { route, from: route === 'none' || !gate ? null : dayAfter(gate.end) },
    verdict,
    reasons: [
      ...waits.map(({ route: one, step }) =>
        reason('customs-route', `${one.name}：${step?.text ?? '自公示之日起算，没有提供公示日期。'}`, one.cite),
      ),
      ...reasons,
    ],
    steps: [...known, ...ends],
  });
  return decide(input, waits, latest, ends, result);
}

type Answer = (
  verdict: Outlook['verdict'],
  reasons: readonly Reason[],
  route: Outlook['application']['route'],
) => Outlook;

function decide(
  input: CaseInput,
  waits: readonly { route: CustomsRoute; step: DateStep | undefined }[],
  latest: DateStep | undefined,
  ends: readonly DateStep[],
  result: Answer,
): Outlook {
  const bar = generalBar(input);
  if (bar?.verdict === 'barred') {
    const outlook = result('barred', [bar.reason], 'apply');
    return { ...outlook, application: { route: 'apply', from: bar.from } };
  }
  if (bar?.verdict === 'needs-confirmation') return result('needs-confirmation', [bar.reason], 'needs-confirmation');
  const steps = waits.map((wait) => wait.step);
  const duties = dutiesDone(input)
    ? []
    : [reason('duties-outstanding', '失信行为还没有纠正，或者法定义务还没有履行。', 'gacc282:31')];
  if (steps.every((step) => !step || input.on <= step.end)) {
    const first = steps.flatMap((step) => step ?? []).sort((a, b) => (a.end < b.end ? -1 : 1))[0]!;
    return result(
      'not-yet',
      [
        reason(
          'not-yet',
          `无论属于哪一种情形都还没有到可以申请的时候，最早${formatChinese(dayAfter(first.end))}。`,
          first.cite,
        ),
        ...duties,
      ],
      'apply',
    );
  }
  const serious = input.class === 'serious' ? judgeSerious(input, steps, latest, ends, duties, result) : undefined;
  if (serious) return serious;
  const text =
    '失信等级调整和失信信息修复的等待期不同，从提供的情况分不清属于哪一种，请向海关核实认定依据（第十五条第几项）后申请。';
  return result('needs-confirmation', [reason('route-unknown', text, 'gacc282:29'), ...duties], 'needs-confirmation');
}

/** 严重失信企业 and serious information wait a year alike; without a publication date only the grade is at issue. */
function judgeSerious(
  input: CaseInput,
  steps: readonly (DateStep | undefined)[],
  latest: DateStep | undefined,
  ends: readonly DateStep[],
  duties: readonly Reason[],
  result: Answer,
): Outlook | undefined {
  if (latest && ends.every((step) => input.on > step.end)) {
    const text = '认定已满三年，海关应当根据信用状况重新确定等级并移出名单，请向海关核实结果。';
    return result('needs-confirmation', [reason('regraded', text, 'gacc282:30.2'), ...duties], 'needs-confirmation');
  }
  const open = steps.every((step) => !step || input.on > step.end) && ends.every((step) => input.on <= step.end);
  if (!open) return undefined;
  if (duties.length > 0) return result('duties-outstanding', duties, 'apply');
  const text = '等待期已满一年，现在可以申请；申请调整等级的，先调整为失信企业，同时移出名单。';
  return result('repairable-now', [reason('repairable-now', text, 'gacc282:30')], 'apply');
}

function stepOf(input: CaseInput, route: CustomsRoute): DateStep | undefined {
  const start = startOf(input, route);
  return start === undefined ? undefined : periodEnd('等待期', start, clockName[route.clock], route.wait, route.cite);
}

function endOf(input: CaseInput, route: CustomsRoute): DateStep | undefined {
  const start = startOf(input, route);
  return start === undefined || route.end === null
    ? undefined
    : periodEnd('最长期限', start, clockName[route.clock], route.end, route.cite);
}

function startOf(input: CaseInput, route: CustomsRoute): PlainDate | undefined {
  if (route.clock === 'finding') return input.findingDate;
  return isPublished(input) ? input.publishedDate : undefined;
}

function minor(): Outlook {
  return {
    class: 'minor',
    publication: noDates,
    application: { ...unclearRoute, route: 'none' },
    verdict: 'not-published',
    reasons: [reason('not-published', '海关的轻微失信信息不予公示，也不作为认定企业信用等级的记录。', 'gacc282:35')],
    steps: [],
  };
}
