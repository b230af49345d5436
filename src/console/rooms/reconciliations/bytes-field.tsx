import type { ReactNode } from 'react';
import { Field } from '#console/form/field.tsx';

/** A file as requests carry it. */
export interface EncodedFile {
  readonly name: string;
  /** Its bytes in base64. */
  readonly content: string;
}

interface BytesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly onRead: (file: EncodedFile | undefined) => void;
}

/** A labelled choice of a file of any kind, read at once as it is, byte by byte. */
export function BytesField({ label, hint, accept, onRead }: BytesFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          type="file"
          accept={accept}
          className="file-input"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file === undefined) onRead(undefined);
            else void base64Of(file).then((content) => onRead({ name: file.name, content }));
          }}
        />
      )}
    </Field>
  );
}

/** So many bytes are turned at once: a call takes only so many arguments. */
const SLICE = 0x80_00;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += SLICE) {
    text += String.fromCodePoint(...bytes.subarray(start, start + SLICE));
  }
  return btoa(text);
}
