import type { FormContent } from '#contract/intake.ts';
import { markForm } from '#domain/intake/form-marks.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { TextField } from '../ui/Field.tsx';
import { AgentFields } from './AgentFields.tsx';
import { ApplyPage } from './ApplyPage.tsx';
import { checkSubject } from './application-checks.ts';
import { useApply, withForm } from './apply-context.ts';
import { formControls } from './form-controls.ts';
import { LastApplication } from './LastApplication.tsx';
import { subjectKinds } from './subject-kinds.ts';
import { ValueMark } from './ValueMark.tsx';

/** 主体信息: prefilled, with where each value came from and which of them no source vouches for. */
export function ApplySubject() {
  const { content, prefill, update } = useApply();
  const { form } = content;
  const marks = markForm(form, prefill.form);
  const text = (key: 'name' | 'identifier' | 'address' | 'phone' | 'registryOrgan' | 'legalRep') => {
    const onChange = (value: string) => update(withForm({ [key]: value }));
    return {
      id: key,
      value: form[key] ?? '',
      source: form[key] && !marks[key] ? prefill.sources[key] : undefined,
      mark: <ValueMark mark={marks[key]} known={prefill.form[key]} source={prefill.sources[key]} restore={onChange} />,
      onChange,
    };
  };
  return (
    <ApplyPage
      title="主体信息"
      lead="登记过的内容已经帮您填好，请核对。"
      check={(apply) => checkSubject(apply.content.form)}
    >
      {(error) => (
        <>
          <LastApplication />
          <ChoiceField
            id="subjectKind"
            legend="主体类型"
            inline
            choices={subjectKinds}
            error={error('subjectKind')}
            value={form.subjectKind ? [form.subjectKind] : []}
            onChange={([value]) => update(withForm({ subjectKind: value as FormContent['subjectKind'] }))}
          />
          <TextField {...formControls.name} {...text('name')} error={error('name')} />
          <TextField
            {...text('identifier')}
            label={form.subjectKind === 'person' ? '证件号码' : '证件号码（统一社会信用代码）'}
            maxLength={40}
            error={error('identifier')}
          />
          <TextField {...formControls.address} {...text('address')} error={error('address')} />
          <TextField {...formControls.phone} {...text('phone')} error={error('phone')} />
          {form.subjectKind !== 'person' && (
            <>
              <TextField {...formControls.registryOrgan} {...text('registryOrgan')} optional />
              <TextField {...formControls.legalRep} {...text('legalRep')} error={error('legalRep')} />
            </>
          )}
          <AgentFields error={error} />
        </>
      )}
    </ApplyPage>
  );
}
