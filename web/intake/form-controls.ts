import type { CorrectableFormField } from '#domain/casework/correctable-fields.ts';
import { fieldLabels } from '#domain/intake/form-marks.ts';

interface FormControl {
  readonly label: string;
  readonly hint?: string;
  readonly maxLength: number;
  readonly type?: 'tel';
  readonly inputMode?: 'tel';
  readonly autoComplete?: 'tel';
}

/** How the fields of the joint form are asked: the same control and words where the form is filled in and where it is corrected. */
export const formControls: Readonly<Record<CorrectableFormField, FormControl>> = {
  name: { label: fieldLabels.name, maxLength: 200 },
  address: { label: fieldLabels.address, maxLength: 300 },
  phone: {
    label: fieldLabels.phone,
    hint: '办理中有事会打这个电话、发短信到这个号码。',
    type: 'tel',
    inputMode: 'tel',
    autoComplete: 'tel',
    maxLength: 20,
  },
  registryOrgan: { label: fieldLabels.registryOrgan, maxLength: 200 },
  legalRep: { label: fieldLabels.legalRep, maxLength: 60 },
  facts: {
    label: fieldLabels.facts,
    hint: '几句话就可以。例如：罚款已于某月某日缴清，过期商品已全部下架，建立了进货查验制度。',
    maxLength: 4000,
  },
};
