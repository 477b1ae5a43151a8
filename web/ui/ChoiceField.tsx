import type { ReactNode } from 'react';

/** One answer: what is sent, what is read, and what it means. */
export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface ChoiceFieldProps {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  choices: readonly Choice[];
  /** Several may be chosen. */
  many?: boolean;
  /** Short answers stand side by side. */
  inline?: boolean;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Radio buttons or tick boxes with targets of full width. The first box carries the id that the error summary links to. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { id, legend, hint, error, choices, many = false, inline = false, value, onChange } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const toggle = (chosen: string) => {
    if (!many) return onChange([chosen]);
    onChange(value.includes(chosen) ? value.filter((one) => one !== chosen) : [...value, chosen]);
  };
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} aria-describedby={described}>
      <legend className="field-label">{legend}</legend>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <span aria-hidden="true">× </span>
          {error}
        </p>
      )}
      <div className={inline ? 'choices choices-inline' : 'choices'}>
        {choices.map((choice, index) => (
          <label className="choice" key={choice.value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={id}
              value={choice.value}
              checked={value.includes(choice.value)}
              onChange={() => toggle(choice.value)}
            />
            <span>
              <span className="choice-label">{choice.label}</span>
              {choice.hint && <span className="choice-hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
