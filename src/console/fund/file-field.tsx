import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#console/form/field.tsx';
import { readText } from '#console/form/read-text.ts';

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

/** A labelled choice of a CSV file from this machine, read as text at once; one that is no text is not taken. */
export function FileField({ label, hint, onRead }: FileFieldProps): ReactNode {
  const { t } = useTranslation();
  const [isUnreadable, setUnreadable] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    const text = file === undefined ? undefined : readText(await file.arrayBuffer());
    setUnreadable(file !== undefined && text === undefined);
    onRead(file === undefined || text === undefined ? undefined : { name: file.name, text });
  };
  return (
    <Field label={label} hint={isUnreadable ? t('books.notText') : hint}>
      {(ids) => (
        <input
          {...ids}
          type="file"
          accept=".csv,text/csv"
          className="file-input"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      )}
    </Field>
  );
}
