import { Input } from 'antd';
import { useId, type ReactNode } from 'react';

interface StepFieldProps {
  readonly label: string;
  readonly name: 'note' | 'from';
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** As the contract has it; a day needs none. */
  readonly maxLength?: number;
  readonly hint?: string | undefined;
}

/** A labelled field of a step's form. */
export function StepField({ label, name, value, onChange, maxLength, hint }: StepFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="step-field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        name={name}
        type={name === 'from' ? 'date' : 'text'}
        autoComplete="off"
        autoFocus={name === 'note'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(maxLength === undefined ? {} : { maxLength })}
      />
      {hint === undefined ? null : <span className="note">{hint}</span>}
    </div>
  );
}
