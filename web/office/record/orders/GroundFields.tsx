import { DayField } from '../../DayField.tsx';
import { Labelled } from '../../Labelled.tsx';
import { TextLine } from '../../TextInput.tsx';

/** The paper an order rests on, as it is typed. */
export interface Ground {
  readonly title: string;
  readonly number: string;
  readonly office: string;
  readonly day: string;
}

export const emptyGround: Ground = { title: '', number: '', office: '', day: '' };

interface Props {
  readonly ground: Ground;
  readonly change: (ground: Ground) => void;
  readonly today: string;
}

const fields = [
  ['title', '文书名称'],
  ['number', '文号、案号'],
  ['office', '作出的法院或者机关'],
] as const;

/** 依据的文书. */
export function GroundFields({ ground, change, today }: Props) {
  return (
    <fieldset className="line-card">
      <legend>依据的文书</legend>
      {fields.map(([key, label]) => (
        <Labelled key={key} label={label}>
          {(id) => (
            <TextLine
              id={id}
              maxLength={100}
              value={ground[key]}
              onChange={(event) => change({ ...ground, [key]: event.target.value })}
            />
          )}
        </Labelled>
      ))}
      <DayField label="文书日期" value={ground.day} max={today} change={(day) => change({ ...ground, day })} />
    </fieldset>
  );
}
