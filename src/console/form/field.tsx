import { useId, type ReactNode } from 'react';
import '#console/form/form.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The control, which takes the id by which the label and the hint point at it. */
  readonly children: (ids: { readonly id: string; readonly 'aria-describedby'?: string }) => ReactNode;
}

/** A control with its label above and, below, what to know of it. */
export function Field({ label, hint, children }: FieldProps): ReactNode {
  const id = useId();
  const described = hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...described })}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="note">
          {hint}
        </span>
      )}
    </div>
  );
}
