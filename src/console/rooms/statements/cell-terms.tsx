import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedCell } from '#console/api/statement-queries.ts';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { usePoolName } from '#console/fund/use-pool-names.ts';

type Term = OpenedCell['terms'][number];

/** How a cell is added up: which side of which accounts, of which funds and months, plus or minus. */
export function CellTerms({ terms }: { readonly terms: readonly Term[] }): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const poolName = usePoolName();
  const words = (term: Term): string =>
    [
      `${code('books', term.book)} ${t(`statements.cell.${term.side}`)}`,
      term.accounts.join('、'),
      ...(term.funds === null ? [] : [term.funds.map((one) => code('funds', one)).join('、')]),
      ...(term.sources === null ? [] : [term.sources.map((one) => code('sources', one)).join('、')]),
      ...(term.categories === null ? [] : [term.categories.map((one) => code('categories', one)).join('、')]),
      ...(term.parties === null ? [] : [term.parties.map((one) => code('parties', one)).join('、')]),
      term.pools.map(poolName).join('、'),
      `${term.from ?? t('statements.cell.begin')} → ${term.to}`,
      ...(term.openings === null ? [] : [t('statements.cell.openings')]),
    ].join(' · ');
  return (
    <>
      <h3>{t('statements.cell.terms')}</h3>
      <ul className="plain-list note">
        {terms.map((term) => (
          <li key={`${String(term.sign)} ${words(term)}`}>
            {term.sign < 0 ? '−' : '+'} {words(term)}
          </li>
        ))}
      </ul>
    </>
  );
}
