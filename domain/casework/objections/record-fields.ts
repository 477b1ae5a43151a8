import { className, fieldName, recordClasses, recordFields } from '#law/classes.ts';
import { type CorrectableField, type CorrectableRecord, withFact } from './correctable-record.ts';
import { isPenalty, penaltyFields } from './penalty-fields.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const factText = (label: string, name: string, more: Partial<CorrectableField> = {}): CorrectableField => ({
  label,
  type: 'text',
  read: ({ facts }) => textOf(facts[name]),
  write: (record, value) => withFact(record, name, value),
  ...more,
});

/** A last day that a file may also give as without end; only where the record has one. */
const lastDay = (label: string, name: string, more: Partial<CorrectableField> = {}): CorrectableField => ({
  ...factText(label, name, { type: 'day', ...more }),
  read: ({ facts }) => (facts[name] === 'long-term' ? '长期' : textOf(facts[name])),
  has: ({ facts }) => textOf(facts[name]) !== '',
});

/** A fact that is one of a list, kept by its key and read by its name. */
function factChoice(label: string, name: string, names: Readonly<Record<string, string>>, more = {}): CorrectableField {
  return {
    ...factText(label, name, { type: 'choice', choices: Object.values(names), ...more }),
    read: ({ facts }) => names[textOf(facts[name])] ?? '',
    write: (record, value) => withFact(record, name, Object.keys(names).find((key) => names[key] === value) ?? null),
  };
}

const procedures = { simple: '简易程序', ordinary: '普通程序' } as const;

/**
 * In the order in which changes are applied: kinds of penalty before what is said of one of them. Name and identifier of the subject are
 * not here: a record of somebody else is no wrong value, and a new name is entered as such.
 */
export const correctableFields: Readonly<Record<string, CorrectableField>> = {
  docNumber: {
    label: '文书号',
    type: 'text',
    read: (record) => record.docNumber,
    write: (record, value) => ({ ...record, docNumber: value }),
  },
  organName: {
    label: '认定机关',
    type: 'text',
    read: (record) => record.organName,
    write: (record, value) => ({ ...record, organName: value }),
  },
  findingDate: {
    label: '决定（列入）日期',
    type: 'day',
    ofPeriod: true,
    read: (record) => record.findingDate,
    write: (record, value) => ({ ...record, findingDate: value }),
  },
  publishedDate: {
    label: '开始公示日期',
    type: 'day',
    ofPeriod: true,
    read: (record) => record.publishedDate ?? '',
    write: (record, value) => ({ ...record, publishedDate: value }),
  },
  dutiesPerformed: {
    label: '义务履行情况',
    type: 'choice',
    choices: ['已履行', '未履行'],
    read: (record) => (record.dutiesPerformed ? '已履行' : '未履行'),
    write: (record, value) => ({ ...record, dutiesPerformed: value === '已履行' }),
  },
  correctionDate: {
    label: '纠正、履行日期',
    type: 'day',
    ofPeriod: true,
    read: (record) => record.correctionDate ?? '',
    write: (record, value) => ({ ...record, correctionDate: value }),
  },
  class: {
    label: '失信程度',
    type: 'choice',
    choices: Object.values(className),
    ofPeriod: true,
    read: (record) => (record.class ? className[record.class] : ''),
    write: (record, value) => ({ ...record, class: recordClasses.find((one) => className[one] === value) ?? null }),
  },
  ...penaltyFields,
  procedure: factChoice('处罚程序', 'procedure', procedures, { has: isPenalty, ofPeriod: true }),
  field: factChoice('所属领域', 'field', Object.fromEntries(recordFields.map((one) => [one, fieldName[one]])), {
    has: isPenalty,
    ofPeriod: true,
  }),
  act: factText('违法（列入）事由', 'act'),
  actFacts: factText('违法事实', 'actFacts', { has: ({ facts }) => textOf(facts.actFacts) !== '' }),
  content: factText('处罚（名单措施）内容', 'content'),
  basis: factText('处罚（列入）依据', 'basis'),
  licence: factText('暂扣、吊销的证照', 'licence', { has: ({ facts }) => textOf(facts.licence) !== '' }),
  measuresEnd: lastDay('名单措施届满日', 'measuresEnd', { ofPeriod: true }),
  publicUntil: lastDay('公示截止日期', 'publicUntil', { ofPeriod: true }),
  validUntil: lastDay('处罚有效期至', 'validUntil'),
  remark: factText('备注', 'remark', { has: ({ facts }) => textOf(facts.remark) !== '' }),
};

const extraOf = ({ facts }: CorrectableRecord): Readonly<Record<string, unknown>> =>
  typeof facts.extra === 'object' && facts.extra !== null ? (facts.extra as Record<string, unknown>) : {};

/** Columns of the file that no template names, by their own heading: 车牌号, 义务 … */
const extraField = (heading: string): CorrectableField => ({
  label: heading,
  type: 'text',
  read: (record) => textOf(extraOf(record)[heading]),
  write: (record, value) => withFact(record, 'extra', { ...extraOf(record), [heading]: value }),
});

const extraStart = 'extra:';

/** The field of a name; undefined where there is none such. */
export function fieldOf(name: string): CorrectableField | undefined {
  if (name.startsWith(extraStart)) return extraField(name.slice(extraStart.length));
  return Object.hasOwn(correctableFields, name) ? correctableFields[name] : undefined;
}

/** The fields a record has, in their order, those of its own headings last. */
export function fieldsOf(record: CorrectableRecord): readonly (readonly [name: string, field: CorrectableField])[] {
  return [
    ...Object.entries(correctableFields).filter(([, field]) => field.has?.(record) ?? true),
    ...Object.keys(extraOf(record)).map((heading) => [`${extraStart}${heading}`, extraField(heading)] as const),
  ];
}
