import { formatChinese, type PlainDate, parsePlainDate } from '../../plain-date.ts';
import type { CorrectableRecord, FactType } from './correctable-record.ts';
import { splitChoices } from './penalty-fields.ts';
import { fieldOf, fieldsOf } from './record-fields.ts';

/** A value of a record that may be wrong on display, by name. */
export interface NamedFact {
  readonly field: string;
  readonly label: string;
  readonly type: FactType;
  /** What can be chosen; empty where it is written freely. */
  readonly choices: string[];
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

/** The values of a record that an objection may name: all of them, or those that set how long it is shown. */
export function namedFacts(record: CorrectableRecord, ground: 'content' | 'period'): NamedFact[] {
  return fieldsOf(record)
    .filter(([, field]) => ground === 'content' || field.ofPeriod)
    .map(([name, field]) => ({
      field: name,
      label: field.label,
      type: field.type,
      choices: [...(field.choices ?? [])],
      says: field.read(record),
    }));
}

/** How a named value is called; the name itself where there is none such. */
export function factLabel(field: string): string {
  return fieldOf(field)?.label ?? field;
}

/** A value of a field as people read it: days in full, nothing said as such. */
export function sayFact(field: string, value: string): string {
  if (value === '') return '（空）';
  const day = fieldOf(field)?.type === 'day' ? parsePlainDate(value) : undefined;
  return day ? formatChinese(day) : value;
}

/** Days that may lie ahead: when display begins, and when something ends. */
const mayLieAhead: readonly string[] = ['publishedDate', 'termEnds', 'measuresEnd', 'publicUntil', 'validUntil'];

/** What is wrong with a value given for a field, as a Chinese sentence; null where nothing is. */
export function valueFault(name: string, value: string, today: PlainDate): string | null {
  const field = fieldOf(name);
  const words = value.trim();
  if (!field) return '没有这一项。';
  if (words === '') return '请写正确的内容。';
  switch (field.type) {
    case 'day': {
      const day = parsePlainDate(words);
      if (!day) return '日期请写成 2026-04-08 这样。';
      return day > today && !mayLieAhead.includes(name) ? '日期不能晚于今天。' : null;
    }
    case 'yuan':
      return /^\d{1,12}(\.\d{1,2})?$/.test(words) ? null : '金额请写数字，最多两位小数。';
    case 'choice':
      return field.choices?.includes(words) ? null : `请从“${field.choices?.join('、')}”里选。`;
    case 'choices': {
      const unknown = splitChoices(words).find((one) => !field.choices?.includes(one));
      return unknown === undefined ? null : `没有“${unknown}”这一种，请从列出的里面选。`;
    }
    case 'text':
      return words.length > 1000 ? '最多写 1000 个字。' : null;
  }
}

/**
 * Applies changes in the order of the fields, so that a kind of penalty is there before its amount; `changes` says what each value was
 * and what it is now, unchanged values left out.
 */
export function correctRecord(
  record: CorrectableRecord,
  wanted: readonly { readonly field: string; readonly value: string }[],
): { readonly record: CorrectableRecord; readonly changes: readonly RecordChange[] } {
  let after = record;
  const changes: RecordChange[] = [];
  for (const [name, field] of fieldsOf(record)) {
    const given = wanted.findLast((one) => one.field === name);
    if (!given) continue;
    const before = field.read(after);
    const next = field.write(after, given.value.trim());
    const now = field.read(next);
    if (now === before) continue;
    after = next;
    changes.push({ field: name, label: field.label, before, after: now });
  }
  return { record: after, changes };
}
