import type { ReactNode } from 'react';
import { Field } from '#console/form/field.tsx';

/** A file as it was read. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
}

interface FileFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly onRead: (file: ReadFile | undefined) => void;
}

/** A labelled choice of a CSV file from this machine, read as text at once. */
export function FileField({ label, hint, onRead }: FileFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          type="file"
          accept=".csv,text/csv"
          className="file-input"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file === undefined) onRead(undefined);
            else void file.text().then((text) => onRead({ name: file.name, text }));
          }}
        />
      )}
    </Field>
  );
}
