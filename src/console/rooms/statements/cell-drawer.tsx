import { useInfiniteQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '#console/app/more-button.tsx';
import {
  cellQuery,
  type CellAt,
  type StatementAsked,
  type StatementBody,
} from '#console/api/statement-queries.ts';
import { Loading } from '#console/app/page-states.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { Money } from '#console/rooms/books/money.tsx';
import { WithheldNote } from '#console/rooms/books/withheld-note.tsx';
import { CellEntryItem } from '#console/rooms/statements/cell-entry.tsx';
import { CellTerms } from '#console/rooms/statements/cell-terms.tsx';

interface CellDrawerProps {
  readonly asked: StatementAsked;
  readonly statement: StatementBody;
  /** Closed without one. */
  readonly cell: CellAt | undefined;
  readonly onClose: () => void;
}

/** What a cell is made of, at the side of the page: accounts and months, entries, their events and clauses. */
export function CellDrawer({ asked, statement, cell, onClose }: CellDrawerProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Drawer
      open={cell !== undefined}
      onClose={onClose}
      size={680}
      title={t('statements.cell.title')}
      aria-label={t('statements.cell.title')}
      rootClassName="explanation"
      destroyOnHidden
    >
      {cell === undefined ? null : <Opened asked={asked} statement={statement} cell={cell} />}
    </Drawer>
  );
}

interface OpenedProps extends Omit<CellDrawerProps, 'onClose' | 'cell'> {
  readonly cell: CellAt;
}

function Opened({ asked, statement, cell }: OpenedProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const query = useInfiniteQuery(cellQuery(asked, cell));
  const form = statement.forms.find(({ id }) => id === cell.form);
  const names = [
    form,
    form?.lines.find(({ id }) => id === cell.line),
    form?.columns.find(({ id }) => id === cell.column),
    form?.parts.find(({ id }) => id === cell.part),
  ].flatMap((named) => (named === undefined ? [] : [pick(named.name)]));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  const { pages } = query.data;
  const amount = pages[0]?.amount ?? null;
  const entries = pages.flatMap((page) => page.entries);
  return (
    <>
      <header className="cell-head">
        <h2>{names.join(' · ')}</h2>
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
