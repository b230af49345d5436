import { Input } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '#console/form/field.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'date' | 'number';
  readonly hint?: string | undefined;
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  /** Several lines, for reasons. */
  readonly rows?: number;
}

/** A labelled text; passwords are typed in hidden, and browsers suggest nothing unless told what it is. */
export function TextField({ label, hint, onChange, rows, ...input }: TextFieldProps): ReactNode {
  const { type = 'text', autoComplete = 'off', ...rest } = input;
  return (
    <Field label={label} hint={hint}>
      {(ids) =>
        rows === undefined ? (
          <Input
            {...ids}
            {...rest}
            type={type}
            autoComplete={autoComplete}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input.TextArea
            {...ids}
            {...rest}
            rows={rows}
            autoComplete={autoComplete}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
