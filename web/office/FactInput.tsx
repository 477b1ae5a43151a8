import { Select } from 'antd';
import type { ObjectionView } from '#contract/objection-views.ts';
import { DayField } from './DayField.tsx';
import { Labelled } from './Labelled.tsx';
import { TextLine } from './TextInput.tsx';

interface Props {
  readonly fact: Pick<ObjectionView['facts'][number], 'label' | 'type' | 'choices'>;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** One named value of a record, given in its own way: a day, one of a list, several of a list, words. */
export function FactInput(props: Props) {
  const { fact, value, change } = props;
  if (fact.type === 'day') return <DayField label={fact.label} value={value} change={(day) => change(day ?? '')} />;
  return (
    <Labelled label={fact.label}>
      {(id) =>
        fact.type === 'choices' ? (
          <Select
            id={id}
            mode="multiple"
            value={value === '' ? [] : value.split('、')}
            options={fact.choices.map((name) => ({ value: name, label: name }))}
            onChange={(kinds: string[]) => change(kinds.join('、'))}
          />
        ) : fact.type === 'choice' ? (
          <Select
            id={id}
            value={value || undefined}
            options={fact.choices.map((name) => ({ value: name, label: name }))}
            onChange={change}
          />
        ) : (
          <TextLine id={id} maxLength={1000} value={value} onChange={(event) => change(event.target.value)} />
        )
      }
    </Labelled>
  );
}
