import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { Value } from 'typebox/value';
import { parsePlainDate } from '#domain/plain-date.ts';
import { type FieldFault, type Refusal, refuse } from '#domain/refusal.ts';

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Record<string, unknown>;
}

interface SchemaNode {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Record<string, SchemaNode>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** The schema node an error points at, so that the sentence can name the field in Chinese. */
function nodeAt(schema: SchemaNode, path: readonly string[]): SchemaNode | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return schema;
  const next = schema.properties?.[first] ?? schema.items ?? schema.anyOf?.find((one) => one.properties || one.items);
  return next && nodeAt(next === schema.anyOf?.[0] ? next : next, rest);
}

const datePattern = '^\\d{4}-\\d{2}-\\d{2}$';

function sentence(error: SchemaError, node: SchemaNode | undefined, label: string): string {
  const params = error.params;
  switch (error.keyword) {
    case 'required':
      return `请填写${label}。`;
    case 'type':
      return `${label}的格式不对，应为${typeNames[String(params.type)] ?? '规定的类型'}。`;
    case 'minLength':
      return Number(params.limit) <= 1 ? `请填写${label}。` : `${label}至少 ${params.limit} 个字。`;
    case 'maxLength':
      return `${label}不能超过 ${params.limit} 个字。`;
    case 'minimum':
      return `${label}不能小于 ${params.limit}。`;
    case 'maximum':
      return `${label}不能大于 ${params.limit}。`;
    case 'minItems':
      return `${label}至少要有 ${params.limit} 项。`;
    case 'maxItems':
      return `${label}最多 ${params.limit} 项。`;
    case 'enum':
    case 'anyOf':
    case 'const':
      return isChinese(node?.enum) ? `${label}只能是：${node!.enum!.join('、')}。` : `${label}不在可选范围内。`;
    case 'pattern':
      return node?.pattern === datePattern ? `${label}应写成 2026-11-23 这样的日期。` : `${label}的格式不对。`;
    default:
      return `${label}不符合要求。`;
  }
}

/** Values that people may read; codes of the wire are not for them. */
const isChinese = (values: readonly unknown[] | undefined): boolean =>
  values?.every((one) => /^[\u4e00-\u9fff]+$/.test(String(one))) === true;

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  null: '空',
};

function faultsOf(schema: SchemaNode, errors: readonly SchemaError[]): FieldFault[] {
  const faults = new Map<string, string>();
  for (const error of errors) {
    const at = error.instancePath.split('/').slice(1);
    const missing =
      error.keyword === 'required' ? ((error.params.requiredProperties as string[] | undefined) ?? []) : [''];
    for (const name of missing) {
      const path = name === '' ? at : [...at, name];
      const node = nodeAt(schema, path);
      const label = node?.title ?? (path.at(-1) || '请求内容');
      const field = path.join('.') || 'body';
      if (!faults.has(field)) faults.set(field, sentence(error, node, label));
    }
  }
  return [...faults].map(([field, text]) => ({ field, text }));
}

/** Real calendar days: the pattern alone would let 2026-02-30 through. */
function dateFaults(schema: SchemaNode, value: unknown, path: string[] = []): FieldFault[] {
  if (typeof value === 'string') {
    if (schema.pattern !== datePattern || parsePlainDate(value)) return [];
    return [{ field: path.join('.'), text: `${schema.title ?? '日期'}“${value}”不是真实的日期。` }];
  }
  if (Array.isArray(value))
    return schema.items ? value.flatMap((one, i) => dateFaults(schema.items!, one, [...path, String(i)])) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const next = schema.properties?.[key];
    return next
      ? dateFaults(next.anyOf?.find((node) => node.pattern === datePattern) ?? next, one, [...path, key])
      : [];
  });
}

/** One part of a request, checked against its schema. */
export interface PartCheck {
  check(value: unknown): { ok: true; value: unknown } | { ok: false; refusal: Refusal };
}

/** Where a text cannot be stored: NUL and lone surrogates never come from a person's keyboard. */
function unstorableAt(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? path.join('.') : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const at = unstorableAt(key, path) ?? unstorableAt(one, [...path, key]);
    if (at !== undefined) return at;
  }
  return undefined;
}

/** Texts of a query or path as the numbers the schema wants; a broken number stays a text, so that it is refused and not cut to a whole one. */
function convert(schema: TSchema, node: SchemaNode, given: object): unknown {
  const texts = given as Readonly<Record<string, unknown>>;
  const converted = Value.Convert(schema, { ...given }) as Record<string, unknown>;
  for (const [key, { type }] of Object.entries(node.properties ?? {}))
    if (type === 'integer' && typeof texts[key] === 'string' && Number(texts[key]) !== converted[key])
      converted[key] = texts[key];
  return converted;
}

/** Compiles the check of one part. `convert` turns the texts of a query or path into numbers where the schema wants them. */
export function checkPart(schema: TSchema, part: 'params' | 'query' | 'body'): PartCheck {
  const compiled: Validator = Compile(schema);
  const node = schema as unknown as SchemaNode;
  return {
    check(given) {
      const value = part === 'body' ? given : convert(schema, node, given ?? {});
      const faults = compiled.Check(value)
        ? dateFaults(node, value)
        : faultsOf(node, compiled.Errors(value) as unknown as SchemaError[]);
      const unstorable = faults.length === 0 ? unstorableAt(value) : undefined;
      if (unstorable !== undefined)
        faults.push({ field: unstorable || part, text: '内容里有不能保存的字符，请删除后重试。' });
      if (faults.length === 0) return { ok: true, value };
      const text = faults.length === 1 ? faults[0]!.text : `有 ${faults.length} 处填写有误，请逐一修改。`;
      return { ok: false, refusal: refuse('invalid', 'fields-invalid', text, { fields: faults }) };
    },
  };
}
