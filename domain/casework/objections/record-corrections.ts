import { className, recordClasses } from '#law/classes.ts';
import { formatChinese, type PlainDate, parsePlainDate } from '../../plain-date.ts';

/** A value of a record that may be wrong on display, by name. */
export interface NamedFact {
  readonly field: string;
  readonly label: string;
  readonly type: 'text' | 'day' | 'yuan' | 'class';
  /** As people read it; empty where the record has none. */
  readonly says: string;
}

/** A change of one value: before and after as people read them. */
export interface RecordChange {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The parts of a stored record that can be named and changed. */
export interface CorrectableRecord {
  readonly docNumber: string;
  readonly organName: string;
  readonly findingDate: PlainDate;
  readonly publishedDate: PlainDate | null;
  readonly correctionDate: PlainDate | null;
  readonly class: 'minor' | 'general' | 'serious' | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Field {
  readonly label: string;
  readonly type: NamedFact['type'];
  readonly read: (record: CorrectableRecord) => string;
  readonly write: (record: CorrectableRecord, value: string) => CorrectableRecord;
  /** Absent: every record has it. */
  readonly has?: (record: CorrectableRecord) => boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const factText = (label: string, name: string): Field => ({
  label,
  type: 'text',
  read: ({ facts }) => textOf(facts[name]),
  write: (record, value) => ({ ...record, facts: { ...record.facts, [name]: value } }),
});

interface Penalty {
  readonly kind: string;
  readonly amountYuan?: number;
}
const penaltiesOf = ({ facts }: CorrectableRecord): readonly Penalty[] =>
  Array.isArray(facts.penalties) ? (facts.penalties as Penalty[]) : [];
const fineOf = (record: CorrectableRecord) => penaltiesOf(record).find((one) => one.kind === '罚款');

const fields: Readonly<Record<string, Field>> = {
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
    read: (record) => record.findingDate,
    write: (record, value) => ({ ...record, findingDate: value }),
  },
  publishedDate: {
    label: '开始公示日期',
    type: 'day',
    read: (record) => record.publishedDate ?? '',
    write: (record, value) => ({ ...record, publishedDate: value }),
  },
  correctionDate: {
    label: '纠正、履行日期',
    type: 'day',
    read: (record) => record.correctionDate ?? '',
    write: (record, value) => ({ ...record, correctionDate: value }),
  },
  class: {
    label: '失信程度',
    type: 'class',
    read: (record) => (record.class ? className[record.class] : ''),
    write: (record, value) => ({
      ...record,
      class: recordClasses.find((one) => className[one] === value) ?? null,
    }),
  },
  act: factText('违法（列入）事由', 'act'),
  fine: {
    label: '罚款金额（元）',
    type: 'yuan',
    has: (record) => fineOf(record) !== undefined,
    read: (record) => String(fineOf(record)?.amountYuan ?? ''),
    write: (record, value) => ({
      ...record,
      facts: {
        ...record.facts,
        penalties: penaltiesOf(record).map((one) =>
          one === fineOf(record) ? { ...one, amountYuan: Number(value) } : one,
        ),
      },
    }),
  },
  content: factText('处罚（名单措施）内容', 'content'),
  basis: factText('处罚（列入）依据', 'basis'),
};

/** Which values set how long a record is shown: what an objection against the period is about. */
const periodFields: readonly string[] = ['publishedDate', 'findingDate', 'correctionDate', 'class', 'fine'];

/** The values of a record that an objection may name. */
export function namedFacts(record: CorrectableRecord, ground: 'content' | 'period'): NamedFact[] {
  return Object.entries(fields)
    .filter(([name, field]) => (field.has?.(record) ?? true) && (ground === 'content' || periodFields.includes(name)))
    .map(([name, field]) => ({ field: name, label: field.label, type: field.type, says: field.read(record) }));
}

/** How a named value is called; the name itself where there is none such. */
export function factLabel(field: string): string {
  return fields[field]?.label ?? field;
}

/** A value of a field as people read it: days in full, nothing said as such. */
export function sayFact(field: string, value: string): string {
  if (value === '') return '（空）';
  const day = fields[field]?.type === 'day' ? parsePlainDate(value) : undefined;
  return day ? formatChinese(day) : value;
}

/** What is wrong with a value given for a field, as a Chinese sentence; null where nothing is. */
export function valueFault(field: string, value: string, today: PlainDate): string | null {
  const type = fields[field]?.type;
  const words = value.trim();
  if (!type) return '没有这一项。';
  if (words === '') return '请写正确的内容。';
  if (type === 'day') {
    const day = parsePlainDate(words);
    if (!day) return '日期请写成 2026-04-08 这样。';
    return day > today && field !== 'publishedDate' ? '日期不能晚于今天。' : null;
  }
  if (type === 'yuan') return /^\d{1,12}(\.\d{1,2})?$/.test(words) ? null : '金额请写数字，最多两位小数。';
  if (type === 'class') return Object.values(className).includes(words) ? null : '请选轻微、一般或者严重。';
  return words.length > 1000 ? '最多写 1000 个字。' : null;
}

/** Applies changes one after the other; `changes` says what each value was and what it is now, unchanged values left out. */
export function correctRecord(
  record: CorrectableRecord,
  wanted: readonly { readonly field: string; readonly value: string }[],
): { readonly record: CorrectableRecord; readonly changes: readonly RecordChange[] } {
  let after = record;
  const changes: RecordChange[] = [];
  for (const { field: name, value } of wanted) {
    const field = fields[name];
    if (!field) continue;
    const before = field.read(after);
    const next = field.write(after, value.trim());
    const now = field.read(next);
    if (now === before) continue;
    after = next;
    changes.push({ field: name, label: field.label, before, after: now });
  }
  return { record: after, changes };
}
