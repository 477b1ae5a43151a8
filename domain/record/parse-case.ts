import { fineBrackets, penaltyKinds, recordClasses, recordFields } from '#law/classes.ts';
import { matterKeys, subjectTypes } from '#law/matter-keys.ts';
import { type PlainDate, parsePlainDate } from '../plain-date.ts';
import type { CaseInput, CasePenalty } from './assess-case.ts';

/** Why a case cannot be assessed: a code, a Chinese sentence, the field it is about (a path such as `penalties[0].kind`). */
export interface CaseFault {
  readonly code:
    | 'malformed-json'
    | 'not-an-object'
    | 'missing-field'
    | 'wrong-type'
    | 'unknown-value'
    | 'malformed-date'
    | 'negative-amount'
    | 'day-before-finding'
    | 'line-too-long';
  readonly text: string;
  readonly field: string | null;
}

/** A case that could not be read; `id` is echoed where it could be. */
export interface UnreadableCase {
  readonly id: string | number | null;
  readonly error: CaseFault;
}

type Source = Readonly<Record<string, unknown>>;

/** Stops reading at the first fault; never leaves this file. */
class Fault {
  readonly fault: CaseFault;
  constructor(fault: CaseFault) {
    this.fault = fault;
  }
}

/** Names of the fields in Chinese, for sentences. */
const names: Readonly<Record<string, string>> = {
  id: '编号',
  matter: '事项',
  subjectType: '主体类型',
  findingDate: '认定日期',
  publishedDate: '公示日期',
  penalties: '处罚',
  procedure: '处罚程序',
  field: '领域',
  class: '分类',
  dutiesPerformed: '义务是否履行',
  correctionDate: '改正日期',
  commitmentMade: '是否承诺',
  samePenaltyAgain: '是否再次受到同类处罚',
  fraudFoundOn: '弄虚作假查实日期',
  sector: '认定单位的领域',
  on: '查询日期',
  kind: '处罚种类',
  amountYuan: '罚款金额（元）',
  bracket: '裁量阶次',
  termEnds: '限制期限届满日',
};

/** `penalties[0].termEnds` → 处罚第1项的限制期限届满日 */
function nameOf(path: string): string {
  const match = /^penalties\[(\d+)\](?:\.(\w+))?$/.exec(path);
  if (!match) return names[path] ?? path;
  const head = `处罚第${Number(match[1]) + 1}项`;
  return match[2] ? `${head}的${names[match[2]] ?? match[2]}` : head;
}

/**
 * Reads a case strictly: unknown words, days that do not exist, wrong types and missing required fields are faults.
 * Required: matter, subjectType, findingDate, dutiesPerformed, on. An absent publishedDate is read as null, null in an
 * optional field as absent, fields not known are ignored. The day asked may not lie before the finding.
 */
export function parseCase(value: unknown): CaseInput | UnreadableCase {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: { code: 'not-an-object', text: '一行应当是一个 JSON 对象。', field: null } };
  const source = value as Source;
  const id = typeof source.id === 'string' || typeof source.id === 'number' ? source.id : null;
  try {
    return readCase(source, id);
  } catch (thrown) {
    if (thrown instanceof Fault) return { id, error: thrown.fault };
    throw thrown;
  }
}

/** Tells a case that could not be read. */
export function isUnreadable(value: CaseInput | UnreadableCase): value is UnreadableCase {
  return 'error' in value;
}

function readCase(source: Source, id: string | number | null): CaseInput {
  if (source.id !== undefined && source.id !== null && id === null) throw wrongType('id', '字符串或者数字');
  const input: CaseInput = {
    id,
    matter: required(source, 'matter', (v, f) => word(v, f, entries)),
    subjectType: required(source, 'subjectType', (v, f) => word(v, f, subjectTypes)),
    findingDate: required(source, 'findingDate', date),
    publishedDate: optional(source, 'publishedDate', date) ?? null,
    penalties: optional(source, 'penalties', penalties) ?? [],
    procedure: optional(source, 'procedure', (v, f) => word(v, f, ['simple', 'ordinary'] as const)),
    field: optional(source, 'field', (v, f) => word(v, f, recordFields)),
    class: optional(source, 'class', (v, f) => word(v, f, recordClasses)),
    dutiesPerformed: required(source, 'dutiesPerformed', yesOrNo),
    correctionDate: optional(source, 'correctionDate', date),
    commitmentMade: optional(source, 'commitmentMade', yesOrNo),
    samePenaltyAgain: optional(source, 'samePenaltyAgain', yesOrNo),
    fraudFoundOn: optional(source, 'fraudFoundOn', date),
    sector: optional(source, 'sector', sector),
    on: required(source, 'on', date),
  };
  if (input.on < input.findingDate)
    throw new Fault({
      code: 'day-before-finding',
      text: `查询日期（on）${input.on}早于认定日期${input.findingDate}，那时还没有这条记录。`,
      field: 'on',
    });
  return input;
}

function required<T>(source: Source, field: string, read: (value: unknown, field: string) => T, path = field): T {
  const value = own(source, field);
  if (value === undefined || value === null)
    throw new Fault({ code: 'missing-field', text: `缺少${nameOf(path)}（${path}）。`, field: path });
  return read(value, path);
}

function optional<T>(
  source: Source,
  field: string,
  read: (value: unknown, field: string) => T,
  path = field,
): T | undefined {
  const value = own(source, field);
  return value === undefined || value === null ? undefined : read(value, path);
}

/** A field of the object itself: what JSON did not carry is absent, whatever the prototype has. */
function own(source: Source, field: string): unknown {
  return Object.hasOwn(source, field) ? source[field] : undefined;
}

function penalties(value: unknown): readonly CasePenalty[] {
  if (!Array.isArray(value)) throw wrongType('penalties', '数组');
  return value.map((one: unknown, index) => {
    const path = `penalties[${index}]`;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) throw wrongType(path, '对象');
    const source = one as Source;
    return {
      kind: required(source, 'kind', (v, f) => word(v, f, penaltyKinds), `${path}.kind`),
      amountYuan: optional(source, 'amountYuan', amount, `${path}.amountYuan`),
      bracket: optional(source, 'bracket', (v, f) => word(v, f, fineBrackets), `${path}.bracket`),
      termEnds: optional(source, 'termEnds', date, `${path}.termEnds`),
    };
  });
}

function word<const T extends readonly string[]>(value: unknown, field: string, words: T): T[number] {
  if (typeof value !== 'string') throw wrongType(field, '字符串');
  if (!words.includes(value)) {
    const text = `${nameOf(field)}（${field}）不认识“${value.slice(0, 40)}”，可以用：${words.join('、')}。`;
    throw new Fault({ code: 'unknown-value', text, field });
  }
  return value;
}

function date(value: unknown, field: string): PlainDate {
  if (typeof value !== 'string') throw wrongType(field, '日期字符串，如 2026-11-23');
  const day = parsePlainDate(value);
  if (day === undefined)
    throw new Fault({
      code: 'malformed-date',
      text: `${nameOf(field)}（${field}）“${value.slice(0, 40)}”不是存在的日期，应写成 2026-11-23 这样。`,
      field,
    });
  return day;
}

/** What a case may be judged by: a matter, or the entry that lists set up later rest on. */
const entries = [...matterKeys, 'serious-list'] as const;

function sector(value: unknown, field: string): string {
  if (typeof value !== 'string') throw wrongType(field, '字符串');
  return value.slice(0, 40);
}

function yesOrNo(value: unknown, field: string): boolean {
  if (typeof value !== 'boolean') throw wrongType(field, 'true 或者 false');
  return value;
}

function amount(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(field, '数字（元）');
  if (value < 0) throw new Fault({ code: 'negative-amount', text: `${nameOf(field)}（${field}）不能是负数。`, field });
  return value;
}

function wrongType(field: string, expected: string): Fault {
  return new Fault({ code: 'wrong-type', text: `${nameOf(field)}（${field}）应当是${expected}。`, field });
}
