import type { FormContent } from '#contract/intake.ts';
import { type FormMark, markForm, markWords } from '#domain/intake/form-marks.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { TextField } from '../ui/Field.tsx';
import { ApplyPage } from './ApplyPage.tsx';
import { checkSubject } from './application-checks.ts';
import { useApply, withForm } from './apply-context.ts';
import { formControls } from './form-controls.ts';
import { LastApplication } from './LastApplication.tsx';
import { subjectKinds } from './subject-kinds.ts';

const emptyAgent = { name: '', identifier: '', phone: '' };

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
      mark: <Mark mark={marks[key]} known={prefill.form[key]} source={prefill.sources[key]} restore={onChange} />,
      onChange,
    };
  };
  const agent = form.agent;
  const setAgent = (change: Partial<NonNullable<FormContent['agent']>>) =>
    update(withForm({ agent: { ...emptyAgent, ...agent, ...change } }));
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
          <ChoiceField
            id="hasAgent"
            legend="由别人代您经办吗？"
            inline
            choices={[
              { value: 'no', label: '我自己办' },
              { value: 'yes', label: '有经办人' },
            ]}
            value={[agent ? 'yes' : 'no']}
            onChange={([value]) => update(withForm({ agent: value === 'yes' ? (agent ?? emptyAgent) : undefined }))}
          />
          {agent && (
            <>
              <TextField
                id="agentName"
                label="经办人姓名"
                maxLength={60}
                value={agent.name}
                error={error('agentName')}
                onChange={(name) => setAgent({ name })}
              />
              <TextField
                id="agentIdentifier"
                label="经办人证件号码"
                maxLength={40}
                value={agent.identifier}
                error={error('agentIdentifier')}
                onChange={(identifier) => setAgent({ identifier })}
              />
              <TextField
                id="agentPhone"
                label="经办人电话"
                type="tel"
                maxLength={20}
                value={agent.phone}
                error={error('agentPhone')}
                onChange={(phone) => setAgent({ phone })}
              />
            </>
          )}
        </>
      )}
    </ApplyPage>
  );
}

interface MarkProps {
  mark: FormMark | undefined;
  known: string | undefined;
  source: string | undefined;
  restore: (value: string) => void;
}

/** 自填, or 已修改 with what the source says and the way back to it. */
function Mark({ mark, known, source, restore }: MarkProps) {
  if (!mark) return null;
  if (mark === 'typed') return <span className="tag">{markWords.typed}</span>;
  return (
    <>
      <span className="tag">{markWords.changed}</span> {source}登记的是“{known}”
      <Button kind="quiet" onClick={() => restore(known ?? '')}>
        改回登记的
      </Button>
    </>
  );
}
