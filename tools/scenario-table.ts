import type { CaseInput, CasePenalty, RouteWord, VerdictWord } from '#domain/record/assess-case.ts';
import {
  caseOf,
  type ScenarioAnswer,
  type ScenarioRow,
  type ScenarioTable,
} from '#domain/record/scenarios/scenario.ts';
import { scenarioTables } from '#domain/record/scenarios/scenario-tables.ts';
import { formatCitation } from '#law/cite.ts';
import { className, type FineBracket, fieldName } from '#law/classes.ts';
import { subjectTypeName } from '#law/matter-keys.ts';
import { matters } from '#law/matters.ts';

const verdictName: Readonly<Record<VerdictWord, string>> = {
  'repairable-now': '现在可以申请修复',
  'not-yet': '还不能申请',
  'duties-outstanding': '先履行义务',
  'ends-automatically': '到期自动停止，不用申请',
  'not-published': '不公示或者公示已经停止，不用修复',
  'no-route': '没有行政修复的渠道',
  barred: '不得申请',
  'needs-classification': '由认定单位先分类',
  'needs-confirmation': '由认定单位确认',
};

const routeName: Readonly<Record<RouteWord, string>> = {
  apply: '申请',
  automatic: '自动停止',
  none: '无需或者不能申请',
  judicial: '执行法院',
  'needs-confirmation': '向认定单位确认',
};

const bracketName: Readonly<Record<FineBracket, string>> = {
  lighter: '从轻或者减轻',
  ordinary: '一般阶次',
  heavier: '从重',
};

/** docs/scenarios.md: a table for each matter, one sentence of law a row. */
export function scenarioTable(): string {
  const count = scenarioTables.reduce((sum, table) => sum + table.rows.length, 0);
  return [
    '# 情景表',
    '',
    '由 `domain/record/scenarios` 生成（`npm run generate`），不要手改。每一行由 `npm test` 与程序的答复核对，依据的条文必须出现在答复的理由里。',
    '',
    `共${scenarioTables.length}个事项、${count}种情景。“案情”是情景的全部事实，“答复”只写情景要说明的几项；“最短期到”“最长期到”是期间的最后一日。`,
    ...scenarioTables.flatMap(tableOf),
    '',
  ].join('\n');
}

function tableOf(table: ScenarioTable): string[] {
  const matter = matters[table.matter as keyof typeof matters];
  return [
    '',
    `## ${matter.position}. ${matter.name}`,
    '',
    '| | 情景 | 案情 | 查询日 | 答复 | 依据 |',
    '|---|---|---|---|---|---|',
    ...table.rows.map((row, index) => rowOf(table, row, index)),
  ];
}

function rowOf(table: ScenarioTable, row: ScenarioRow, index: number): string {
  const [sentence, facts, answer, cites] = row;
  const cells = [
    `${matters[table.matter as keyof typeof matters].position}.${index + 1}`,
    sentence,
    sayCase(caseOf(table, row)),
    facts.on,
    sayAnswer(answer),
    cites.map(sayCite).join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** 国家发展改革委令第36号第十二条: the number stands for the text where it has one. */
function sayCite(cite: string): string {
  const [, title, number, place] = /^《(.*?)》（(.*?号.*?|.*?)）(.*)$/.exec(formatCitation(cite)) ?? [];
  if (number === undefined) return formatCitation(cite);
  return `${number.endsWith('号') ? number : `《${title}》`}${place}`;
}

function sayCase(input: CaseInput): string {
  const duties = input.dutiesPerformed
    ? input.correctionDate === undefined
      ? '义务已履行'
      : `义务${input.correctionDate}履行`
    : '义务未履行';
  return [
    subjectTypeName[input.subjectType],
    `${input.findingDate}认定`,
    input.publishedDate === null ? '没有公示' : `${input.publishedDate}公示`,
    ...(input.procedure === undefined ? [] : [input.procedure === 'simple' ? '简易程序' : '普通程序']),
    ...(input.field === undefined ? [] : [`领域：${fieldName[input.field]}`]),
    ...(input.penalties.length === 0 ? [] : [input.penalties.map(sayPenalty).join('、')]),
    ...(input.class === undefined ? [] : [`认定单位分类：${className[input.class]}`]),
    duties,
    ...(input.commitmentMade === false ? ['没有作出信用承诺'] : []),
    ...(input.samePenaltyAgain ? ['再次受到处罚'] : []),
    ...(input.fraudFoundOn === undefined ? [] : [`${input.fraudFoundOn}查实弄虚作假`]),
  ].join('；');
}

function sayPenalty({ kind, amountYuan, bracket, termEnds }: CasePenalty): string {
  const amount = amountYuan === undefined ? '' : `${amountYuan}元`;
  const which = bracket === undefined ? '' : `（${bracketName[bracket]}）`;
  return `${kind}${amount}${which}${termEnds === undefined ? '' : `（到${termEnds}）`}`;
}

function sayAnswer({ verdict, class: found, shown, earliestEnd, latestEnd, from, route }: ScenarioAnswer): string {
  const day = (value: string | null) => value ?? '无';
  return [
    `**${verdictName[verdict]}**`,
    ...(found === undefined ? [] : [`类别：${found === 'needs-classification' ? '待定' : className[found]}`]),
    ...(shown === undefined ? [] : [shown ? '在公示' : '不在公示']),
    ...(earliestEnd === undefined ? [] : [`最短期到：${day(earliestEnd)}`]),
    ...(latestEnd === undefined ? [] : [`最长期到：${day(latestEnd)}`]),
    ...(from === undefined ? [] : [`可以申请的首日：${day(from)}`]),
    ...(route === undefined ? [] : [`途径：${routeName[route]}`]),
  ].join('<br>');
}
