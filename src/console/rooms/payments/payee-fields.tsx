import type { ReactNode } from 'react';
import { PartyFields } from '#console/rooms/books/party-fields.tsx';

const KINDS = ['institution', 'person', 'insurer', 'employer'] as const;

interface PayeeFieldsProps {
  /** `kind:id`; empty while something of it is missing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Who is paid, by kind and id. */
export function PayeeFields({ value, onChange }: PayeeFieldsProps): ReactNode {
  return <PartyFields kinds={KINDS} value={value} onChange={onChange} />;
}
