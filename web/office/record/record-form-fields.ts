import type { ImportColumn, ImportTemplate } from '#domain/record/import-column-names.ts';
import { columnSpellings, labelOfColumn } from '#domain/record/import-columns.ts';
import { penaltyKinds } from '#law/classes.ts';

/** One field of the form: a column of the import template, and how it is asked for. */
export interface RecordField {
  readonly column: ImportColumn;
  /** The heading the server reads it by, and the label people see. */
  readonly label: string;
  readonly kind: 'text' | 'area' | 'day' | 'choice' | 'choices';
  readonly choices?: readonly string[];
  readonly required?: boolean;
  readonly hint?: string;
}

export interface RecordFieldGroup {
  readonly title: string;
  readonly fields: readonly RecordField[];
}

type Ask = Omit<RecordField, 'column' | 'label'>;
const text: Ask = { kind: 'text' };
const needed: Ask = { kind: 'text', required: true };
const area: Ask = { kind: 'area' };
const day: Ask = { kind: 'day' };
const choice = (...choices: string[]): Ask => ({ kind: 'choice', choices });

const whom: readonly (readonly [ImportColumn, Ask])[] = [
  ['category', { ...choice('法人及非法人组织', '个体工商户', '自然人'), required: true }],
  ['uscc', { ...text, hint: '自然人不填' }],
  ['idNo', { ...text, hint: '只有自然人填，不会公示' }],
  ['name', needed],
  ['legalRep', text],
];
const standing: readonly (readonly [ImportColumn, Ask])[] = [
  ['dutiesPerformed', choice('是', '否', '部分')],
  ['correctionDate', day],
  ['class', { ...choice('轻微', '一般', '严重'), hint: '法律没有直接规定、由本单位划分的才填' }],
  ['remark', area],
];
const field = choice('食品', '药品', '特种设备', '医疗器械', '化妆品', '工业产品', '其他');

const groups: Readonly<
  Record<ImportTemplate, readonly (readonly [string, readonly (readonly [ImportColumn, Ask])[]])[]>
> = {
  penalty: [
    ['当事人', whom],
    [
      '处罚决定',
      [
        ['docNumber', needed],
        ['findingDate', { ...day, required: true }],
        ['act', text],
        ['actFacts', area],
        ['basis', area],
        ['penaltyKinds', { kind: 'choices', choices: penaltyKinds, required: true }],
        ['content', area],
        ['fine', text],
        ['confiscation', text],
        ['licence', text],
        ['procedure', choice('普通程序', '简易程序')],
        ['bracket', choice('减轻', '从轻', '一般', '从重')],
        ['field', field],
        ['termEnds', { ...day, hint: '有限制期限的填' }],
        ['organCode', { ...needed, hint: '本机关的代码，填一次会记住' }],
      ],
    ],
    [
      '公示和履行',
      [['publishedDate', { ...day, hint: '还没有公示的不填' }], ['validUntil', day], ['publicUntil', day], ...standing],
    ],
  ],
  list: [
    ['当事人', whom],
    [
      '列入决定',
      [
        ['matter', { kind: 'choice', choices: [], required: true }],
        ['docNumber', text],
        ['findingDate', { ...day, required: true }],
        ['act', { ...area, required: true }],
        ['actFacts', area],
        ['basis', area],
        ['content', area],
        ['termEnds', { ...day, hint: '管理措施有期限的填' }],
        ['organCode', { ...text, hint: '本机关的代码，填一次会记住' }],
      ],
    ],
    ['公示和履行', [['publishedDate', { ...day, hint: '还没有公示的不填' }], ['validUntil', day], ...standing]],
  ],
};

/** The organ is the officer's own unit and is not asked for. */
const given: readonly ImportColumn[] = ['organName'];

/** The fields of a template in groups; what is rarely needed stands last, so that nothing an import knows is missing. */
export function recordFields(template: ImportTemplate): RecordFieldGroup[] {
  const asked = groups[template].map(([title, fields]) => ({
    title,
    fields: fields.map(([column, ask]) => ({ column, label: labelOfColumn(template, column), ...ask })),
  }));
  const known = new Set([...given, ...asked.flatMap((group) => group.fields.map((one) => one.column))]);
  const rest = columnSpellings[template]
    .filter(({ column }) => !known.has(column))
    .map(({ column, label }) => ({ column, label, kind: 'text' as const }));
  return [...asked, { title: '不常用的项', fields: rest }];
}

/** What is sent: every field of the usual groups, so that the server can name what is missing, and of the rest what was filled. */
export function cellsOf(
  template: ImportTemplate,
  values: Readonly<Record<string, string>>,
  organName: string,
): Record<string, string> {
  const all = recordFields(template);
  const rare = all.at(-1)!.fields;
  const cells: Record<string, string> = { [labelOfColumn(template, 'organName')]: organName };
  for (const { label } of all.slice(0, -1).flatMap((group) => group.fields)) cells[label] = values[label]?.trim() ?? '';
  for (const { label } of rare) if (values[label]?.trim()) cells[label] = values[label]!.trim();
  return cells;
}
