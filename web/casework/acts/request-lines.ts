import type { ItemView } from '#contract/casework.ts';
import { correctableFormFields, keyOfField } from '#domain/casework/correctable-fields.ts';
import { fieldLabels } from '#domain/intake/form-marks.ts';

/** One line of a call for correction as it is being written. */
export interface RequestLine {
  readonly key: string;
  readonly name: string;
  readonly reason: string;
  /** What stands in the form now; absent for materials. */
  readonly now?: string;
}

/** Only what the applicant can bring is asked of the applicant. */
export function askableMaterials(view: ItemView): RequestLine[] {
  return view.materials
    .filter((one) => one.source === 'applicant')
    .map((one) => ({ key: one.key, name: one.name, reason: '' }));
}

/** What the applicant filled in: the joint form and the 另附表 of this matter, each with what stands there. */
export function askableFields(view: ItemView): RequestLine[] {
  const form = correctableFormFields
    .filter((field) => field !== 'legalRep' || view.form.subjectKind !== 'person')
    .map((field) => ({
      key: keyOfField({ part: 'form', field }),
      name: fieldLabels[field],
      reason: '',
      now: view.form[field],
    }));
  const extra = view.extraFields.map((one) => ({
    key: keyOfField({ part: 'extra', field: one.key }),
    name: one.label,
    reason: '',
    now: view.extra[one.key] ?? '',
  }));
  return [...form, ...extra];
}
