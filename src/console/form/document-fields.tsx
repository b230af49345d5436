import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#console/form/text-field.tsx';

/** A document as records name it. */
export interface NamedDocument {
  readonly document: string;
  /** SHA-256, 64 hexadecimal digits. */
  readonly documentHash: string;
}

export const NO_DOCUMENT: NamedDocument = { document: '', documentHash: '' };

interface DocumentFieldsProps {
  readonly value: NamedDocument;
  readonly onChange: (document: NamedDocument) => void;
}

/** The number of a document and its hash, which is reckoned from the file here or typed in. */
export function DocumentFields({ value, onChange }: DocumentFieldsProps): ReactNode {
  const { t } = useTranslation();
  const file = useId();
  const [isReading, setReading] = useState(false);
  const read = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setReading(true);
    const documentHash = await sha256Of(chosen);
    setReading(false);
    onChange({ document: value.document === '' ? chosen.name : value.document, documentHash });
  };
  return (
    <>
      <TextField
        label={t('years.document')}
        name="document"
        value={value.document}
        maxLength={400}
        onChange={(document) => onChange({ ...value, document })}
      />
      <div className="field">
        <label htmlFor={file}>{t('years.documentFile')}</label>
        <input
          id={file}
          type="file"
          aria-describedby={`${file}-hint`}
          aria-busy={isReading}
          onChange={(event) => void read(event.target.files?.[0])}
        />
        <span id={`${file}-hint`} className="note">
          {t('years.documentFileHint')}
        </span>
      </div>
      <TextField
        label={t('years.documentHash')}
        name="document-hash"
        value={value.documentHash}
        maxLength={64}
        onChange={(text) => onChange({ ...value, documentHash: text.trim().toLowerCase() })}
      />
    </>
  );
}

export function isNamed({ document, documentHash }: NamedDocument): boolean {
  return document.trim() !== '' && /^[0-9a-f]{64}$/.test(documentHash);
}

async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
