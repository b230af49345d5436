import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useFundCode } from '#console/rooms/books/fund-codes.ts';

const KINDS = ['institution', 'person', 'insurer', 'employer'] as const;
type Kind = (typeof KINDS)[number];

interface PayeeFieldsProps {
  /** `kind:id`; empty while something of it is missing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Who is paid, by kind and id. */
export function PayeeFields({ value, onChange }: PayeeFieldsProps): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const [kind, setKind] = useState<Kind>('institution');
  const id = value.split(':').slice(1).join(':');
  const tell = (nextKind: Kind, nextId: string): void =>
    onChange(nextId.trim() === '' ? '' : `${nextKind}:${nextId.trim()}`);
  return (
    <>
      <ChoiceField
        label={t('books.post.partyKind')}
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: code('parties', one) }))}
        onChange={(next) => {
          if (next === undefined) return;
          setKind(next);
          tell(next, id);
        }}
      />
      <TextField
        label={t('books.post.partyId')}
        name="payee-id"
        value={id}
        onChange={(next) => tell(kind, next)}
        maxLength={150}
      />
    </>
  );
}
