import type { MatterExtraField } from '../catalog/catalog.ts';
import { parsePlainDate } from '../plain-date.ts';

/** What an answer to one question of the 另附表 is checked by. */
type AskedField = Pick<MatterExtraField, 'label' | 'type' | 'required' | 'choices'>;

const numberShape = /^\d{1,12}(\.\d{1,4})?$/;

/**
 * What is wrong with an answer of the 另附表, in one sentence; null where nothing is. The form, the submission and a correction ask the
 * same question, so that nobody is refused for what the form let pass.
 */
export function faultOfExtra(field: AskedField, value: string | undefined): string | null {
  const given = (value ?? '').trim();
  if (given === '') return field.required ? `请${field.type === 'choice' ? '选择' : '填写'}“${field.label}”` : null;
  if (given.length > 1000) return `“${field.label}”最多 1000 个字`;
  if (field.type === 'date' && parsePlainDate(given) === undefined) return `“${field.label}”不是一个存在的日期`;
  if (field.type === 'number' && !numberShape.test(given)) return `“${field.label}”只填数字，例如 12.5`;
  if (field.type === 'choice' && field.choices && !field.choices.includes(given))
    return `“${field.label}”请从列出的选项中选一个`;
  return null;
}
