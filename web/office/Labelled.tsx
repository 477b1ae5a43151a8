import { type ReactNode, useId } from 'react';

interface Props {
  readonly label: ReactNode;
  /** Stands on one line with its control. */
  readonly inline?: boolean;
  readonly id?: string;
  readonly children: (id: string) => ReactNode;
}

/** A control with its label, tied together by the id that the control is given. */
export function Labelled({ label, inline, id, children }: Props) {
  const made = useId();
  return (
    <div className={inline ? 'field-inline' : 'field'}>
      <label htmlFor={id ?? made}>{label}</label>
      {children(id ?? made)}
    </div>
  );
}
