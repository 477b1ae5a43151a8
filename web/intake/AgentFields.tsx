import type { FormContent } from '#contract/intake.ts';
import { maskCitizenId } from '#domain/citizen-id.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { TextField } from '../ui/Field.tsx';
import { useApply, withForm } from './apply-context.ts';
import { ValueMark } from './ValueMark.tsx';

type Agent = NonNullable<FormContent['agent']>;
const emptyAgent: Agent = { name: '', identifier: '', phone: '' };

/** 经办人: asked for; where the person who has logged in is one, filled in from the login, with where each value came from. */
export function AgentFields({ error }: { error: (field: string) => string | undefined }) {
  const { content, prefill, update } = useApply();
  const { agent } = content.form;
  const known = prefill.form.agent;
  const field = (key: keyof Agent, id: string) => {
    const value = agent?.[key] ?? '';
    const from = known?.[key];
    const source = prefill.sources[`agent.${key}`];
    const onChange = (next: string) => update(withForm({ agent: { ...emptyAgent, ...agent, [key]: next } }));
    const mark = from && value.trim() && value.trim() !== from ? 'changed' : undefined;
    return {
      id,
      value,
      onChange,
      error: error(id),
      source: from && value === from ? source : undefined,
      mark: mark && (
        <ValueMark
          mark={mark}
          known={from}
          source={source}
          restore={onChange}
          {...(key === 'identifier' ? { shown: maskCitizenId } : {})}
        />
      ),
    };
  };
  return (
    <>
      <ChoiceField
        id="hasAgent"
        legend="由别人代您经办吗？"
        inline
        choices={[
          { value: 'no', label: '我自己办' },
          { value: 'yes', label: '有经办人' },
        ]}
        value={[agent ? 'yes' : 'no']}
        onChange={([value]) =>
          update(withForm({ agent: value === 'yes' ? (agent ?? known ?? emptyAgent) : undefined }))
        }
      />
      {agent && (
        <>
          <TextField {...field('name', 'agentName')} label="经办人姓名" maxLength={60} />
          <TextField {...field('identifier', 'agentIdentifier')} label="经办人证件号码" maxLength={40} />
          <TextField {...field('phone', 'agentPhone')} label="经办人电话" type="tel" inputMode="tel" maxLength={20} />
        </>
      )}
    </>
  );
}
