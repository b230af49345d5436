import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '#console/form/field.tsx';

interface MonthFieldProps {
  readonly label: string;
  readonly name: string;
  /** As 2026-01; empty for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

/** A labelled month, chosen or typed as the browser offers it. */
export function MonthField({ label, hint, onChange, ...input }: MonthFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <Input
          {...ids}
          {...input}
          type="month"
          placeholder="2026-01"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
