import type { ReactNode } from 'react';
import { Money } from '#console/fund/money.tsx';
import { TemplateName } from '#console/rooms/books/template-name.tsx';

interface OpeningTotalsProps {
  readonly totals: Readonly<Record<string, string>>;
  readonly packHash: string;
}

/** The older system's control totals by template. */
export function OpeningTotals({ totals, packHash }: OpeningTotalsProps): ReactNode {
  return (
    <ul className="plain-list">
      {Object.entries(totals).map(([template, amount]) => (
        <li key={template}>
          <TemplateName event={{ packHash, template }} /> <Money yuan={amount} />
        </li>
      ))}
    </ul>
  );
}
