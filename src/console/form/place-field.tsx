import { AutoComplete } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '#console/form/field.tsx';
import { useKnownPlaces } from '#console/form/known-places.ts';

interface PlaceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** Offered beside the places. */
  readonly also?: readonly { readonly value: string; readonly label: string }[];
}

/** A place by its path; those that are known are offered, and any other may be written. */
export function PlaceField({ label, value, onChange, hint, also = [] }: PlaceFieldProps): ReactNode {
  const places = useKnownPlaces();
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <AutoComplete
          {...ids}
          value={value}
          maxLength={200}
          options={[...places.map((place) => ({ value: place, label: place })), ...also]}
          showSearch={{ filterOption: (text, option) => String(option?.value).includes(text) }}
          onChange={(next: string) => onChange(next.trim())}
        />
      )}
    </Field>
  );
}
