import type { ObjectionWay } from '#contract/objection-views.ts';
import { sayFact } from '#domain/casework/objections/record-corrections.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField, SelectField, TextField } from '../../ui/Field.tsx';

type Fact = ObjectionWay['facts'][number];

interface Props {
  readonly facts: readonly Fact[];
  /** By field: what it should say. */
  readonly claims: Readonly<Record<string, string>>;
  readonly change: (claims: Readonly<Record<string, string>>) => void;
  readonly faultOf: (id: string) => string | undefined;
  readonly id: string;
}

/** Which values are wrong, and what each should say; what it says now stands beside. */
export function ClaimFields({ facts, claims, change, faultOf, id }: Props) {
  const chosen = Object.keys(claims);
  return (
    <>
      <ChoiceField
        id={id}
        legend="哪里不对？"
        hint="可以选几处，再写应当是什么。"
        many
        error={faultOf(id)}
        choices={facts.map((fact) => ({
          value: fact.field,
          label: fact.label,
          hint: `现在公示：${sayFact(fact.field, fact.says)}`,
        }))}
        value={chosen}
        onChange={(next) => change(Object.fromEntries(next.map((field) => [field, claims[field] ?? ''])))}
      />
      {facts
        .filter((fact) => chosen.includes(fact.field))
        .map((fact) => (
          <ClaimField
            key={fact.field}
            fact={fact}
            value={claims[fact.field] ?? ''}
            error={faultOf(`${id}-value-${fact.field}`)}
            id={`${id}-value-${fact.field}`}
            onChange={(value) => change({ ...claims, [fact.field]: value })}
          />
        ))}
    </>
  );
}

function ClaimField(props: {
  fact: Fact;
  value: string;
  error: string | undefined;
  id: string;
  onChange: (value: string) => void;
}) {
  const { fact, ...rest } = props;
  const label = `${fact.label}应当是`;
  if (fact.type === 'day') return <DateField {...rest} label={label} />;
  if (fact.type === 'choices')
    return (
      <ChoiceField
        id={rest.id}
        legend={label}
        many
        error={rest.error}
        choices={fact.choices.map((one) => ({ value: one, label: one }))}
        value={rest.value === '' ? [] : rest.value.split('、')}
        onChange={(next) => rest.onChange(next.join('、'))}
      />
    );
  if (fact.type === 'choice')
    return (
      <SelectField {...rest} label={label}>
        <option value="">请选择</option>
        {fact.choices.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
    );
  return <TextField {...rest} label={label} maxLength={1000} inputMode={fact.type === 'yuan' ? 'decimal' : 'text'} />;
}
