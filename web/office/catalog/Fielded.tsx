import { type ReactNode, useId } from 'react';
import { useFault } from './use-filing.ts';

/** What a control is given so that its label, hint and fault belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-describedby'?: string;
}

interface Props {
  readonly label: ReactNode;
  /** Path in the proposal, as the server names it in a refusal. */
  readonly path: string;
  readonly hint?: ReactNode;
  /** Also faults inside the field are told here. */
  readonly below?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A control with its label, a hint, and what is wrong with it. */
export function Fielded({ label, path, hint, below, children }: Props) {
  const id = useId();
  const fault = useFault(path, below);
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={fault ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="quiet">
          {hint}
        </span>
      )}
      {children({ id, ...(fault ? { 'aria-invalid': true } : {}), ...(told ? { 'aria-describedby': told } : {}) })}
      {fault && (
        <span id={`${id}-fault`} className="field-fault">
          × {fault}
        </span>
      )}
    </div>
  );
}

/** A fault that belongs to a group rather than to one control. */
export function GroupFault({ path }: { path: string }) {
  const fault = useFault(path);
  return fault ? <p className="field-fault">× {fault}</p> : null;
}
