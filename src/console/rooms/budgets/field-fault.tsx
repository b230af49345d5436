import type { ReactNode } from 'react';

/** What is wrong with a field, below it. */
export function FieldFault({ text }: { readonly text: string | undefined }): ReactNode {
  return text === undefined ? null : <span className="fault">{text}</span>;
}

/** How a control shows that something is wrong with what it holds. */
export function faulty(fault: string | undefined): { status?: 'error'; 'aria-invalid'?: true } {
  return fault === undefined ? {} : { status: 'error', 'aria-invalid': true };
}
