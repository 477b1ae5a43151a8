import type { MatterExtraField } from '../catalog/catalog.ts';
import { faultOfExtra } from '../intake/extra-fields.ts';
import { fieldLabels } from '../intake/form-marks.ts';

/**
 * Fields of the joint form that an authority may name in its call for correction. Who applies (主体类型、证件号码) is no matter of a
 * correction: another subject is another application.
 */
export const correctableFormFields = ['name', 'address', 'phone', 'registryOrgan', 'legalRep', 'facts'] as const;
export type CorrectableFormField = (typeof correctableFormFields)[number];

/** A field named in a call for correction: of the joint form, or of the 另附表 of this matter. */
export type NamedField =
  | { readonly part: 'form'; readonly field: CorrectableFormField }
  | { readonly part: 'extra'; readonly field: string };

/** The key under which a call for correction names a field; keys of materials hold no colon. */
export function keyOfField({ part, field }: NamedField): string {
  return `${part}:${field}`;
}

/** The field that a key names; null where it names a material or another statement. */
export function namedField(key: string): NamedField | null {
  const [, part, field] = /^(form|extra):(.+)$/.exec(key) ?? [];
  if (part === 'extra') return { part, field: field! };
  const known = correctableFormFields.find((one) => one === field);
  return part === 'form' && known ? { part, field: known } : null;
}

const limits: Readonly<Record<CorrectableFormField, number>> = {
  name: 200,
  address: 300,
  phone: 20,
  registryOrgan: 200,
  legalRep: 60,
  facts: 4000,
};
const phoneShape = /^(1\d{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/;

type AskedFields = readonly Pick<MatterExtraField, 'key' | 'label' | 'type' | 'required' | 'choices'>[];

/** Whether a key that looks like a field names one that there is. */
export function isKnownField(key: string, extraFields: AskedFields): boolean {
  if (!key.includes(':')) return true;
  const named = namedField(key);
  return named !== null && (named.part === 'form' || extraFields.some((one) => one.key === named.field));
}

/** What is wrong with a corrected value, in one sentence: the same rules as when the form was handed in. Null where nothing is. */
export function faultOfCorrected(
  named: NamedField,
  value: string | undefined,
  extraFields: AskedFields,
): string | null {
  const given = (value ?? '').trim();
  if (named.part === 'extra') {
    const field = extraFields.find((one) => one.key === named.field);
    return field ? faultOfExtra({ ...field, required: true }, given) : null;
  }
  const label = fieldLabels[named.field];
  if (given === '') return `请填写“${label}”`;
  if (given.length > limits[named.field]) return `“${label}”最多 ${limits[named.field]} 个字`;
  if (named.field === 'phone' && !phoneShape.test(given))
    return '联系电话要填手机号，或带区号的座机，例如 0791-88888888';
  return null;
}

/** What was filled in: the joint form, and the answers of the 另附表 for this item. */
export interface FilledIn {
  readonly form: Readonly<Partial<Record<CorrectableFormField, string>>>;
  readonly extra: Readonly<Record<string, string>> | undefined;
}

/** What stands where a call for correction names this field; '' where nothing was filled in. */
export function valueOfField(named: NamedField, { form, extra }: FilledIn): string {
  return (named.part === 'form' ? form[named.field] : extra?.[named.field]) ?? '';
}

/** A field that a call names, as it is put before whoever answers: what stands there, and how the 另附表 asks it (null: the form does). */
export interface FieldToCorrect<F> {
  readonly key: string;
  readonly value: string;
  readonly asks: F | null;
}

/** Of the lines of a call those that name a field; lines that name a material are not among them. */
export function fieldsToCorrect<F extends { readonly key: string }>(
  missing: readonly { readonly key: string }[],
  filledIn: FilledIn,
  extraFields: readonly F[],
): FieldToCorrect<F>[] {
  return missing.flatMap(({ key }) => {
    const named = namedField(key);
    if (!named) return [];
    const asks = named.part === 'extra' ? (extraFields.find((one) => one.key === named.field) ?? null) : null;
    return [{ key, value: valueOfField(named, filledIn), asks }];
  });
}
