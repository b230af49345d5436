import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellEntry } from '#console/api/statement-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { Person } from '#console/fund/person.tsx';
import { Clauses } from '#console/fund/clauses.tsx';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';

/** An entry of a cell: what it adds, its event, and the clauses by which that was posted. */
export function CellEntryItem({ entry }: { readonly entry: CellEntry }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const code = useFundCode();
  const poolName = usePoolName();
  const { event, line, counterparty, note } = entry;
  return (
    <li className="cell-entry">
      <div className="cell-entry-head">
        <Link to="/fund/events/$number" params={{ number: event }}>
          {t('books.event.title', { number: event })}
        </Link>
        <span>{pick(entry.templateName)}</span>
        <Money yuan={entry.effect} />
      </div>
      <div className="note">
        {entry.month} · {entry.effectiveOn} · {poolName(entry.pool)} · <code>{entry.account}</code>{' '}
        {code('funds', entry.fund)} · {t('books.columns.line')} {line}
        {counterparty === null ? null : (
          <>
            {' · '}
            <Counterparty id={counterparty} />
          </>
        )}{' '}
        · <Person id={entry.actor} />
        {note === '' ? '' : ` · ${note}`}
      </div>
      <Clauses ids={entry.cite} packHash={entry.packHash} />
    </li>
  );
}
