import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedCell } from '#console/api/statement-queries.ts';
import { MoreButton } from '#console/app/more-button.tsx';
import { Loading } from '#console/app/page-states.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { Money } from '#console/fund/money.tsx';
import { WithheldNote } from '#console/fund/withheld-note.tsx';
import { CellEntryItem } from '#console/rooms/statements/cell-entry.tsx';
import { CellTerms } from '#console/rooms/statements/cell-terms.tsx';
import '#console/rooms/statements/statements.css';

interface OpenedFigureProps {
  readonly title: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<OpenedCell>>;
}

/** A figure of the books with what it is made of: accounts and months, then page by page its entries. */
export function OpenedFigure({ title, query }: OpenedFigureProps): ReactNode {
  const { t } = useTranslation();
  if (query.isPending) return <Loading />;
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  const { pages } = query.data;
  const amount = pages[0]?.amount ?? null;
  const entries = pages.flatMap((page) => page.entries);
  return (
    <>
      <header className="cell-head">
        <h2>{title}</h2>
        <p className="cell-amount">{amount === null ? '—' : <Money yuan={amount} />}</p>
      </header>
      <CellTerms terms={pages[0]?.terms ?? []} />
      <h3>{t('statements.cell.entries')}</h3>
      {entries.length === 0 ? <p className="note">{t('statements.cell.none')}</p> : null}
      <ul className="cell-entries">
        {entries.map((entry) => (
          <CellEntryItem key={`${entry.event} ${String(entry.line)} ${String(entry.term)}`} entry={entry} />
        ))}
      </ul>
      <WithheldNote count={pages[0]?.withheld ?? 0} />
      <MoreButton label={t('books.journal.more')} query={query} />
    </>
  );
}
