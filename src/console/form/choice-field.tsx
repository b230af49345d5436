import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '#console/form/field.tsx';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | undefined) => void;
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  /** Whether it may be left without a choice. */
  readonly isOptional?: boolean;
}

/** A labelled choice from a list that can be searched by typing. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactNode {
  const { label, value, options, onChange, hint, placeholder, isOptional = false } = props;
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <Select
          {...ids}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={isOptional}
          value={value}
          options={options.map((option) => ({ ...option }))}
          placeholder={placeholder}
          onChange={(next: Value | undefined) => onChange(next)}
        />
      )}
    </Field>
  );
}
