import { useInfiniteQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnit } from '#console/amounts/unit-context.tsx';
import { formatAmount } from '#console/amounts/unit.ts';
import { bookFigureQuery, type BookFigureAt } from '#console/api/budget-queries.ts';
import { OpenedFigure } from '#console/rooms/statements/opened-figure.tsx';
import { fenOf } from '#kernel/fen';

/** A figure of the books that is opened, with its name. */
export interface OpenedBookFigure extends BookFigureAt {
  readonly name: string;
}

interface BookFigureProps extends OpenedBookFigure {
  readonly yuan: string;
  readonly onOpen: (figure: OpenedBookFigure) => void;
}

/** A figure of the books beside a budget; it opens the entries that it is made of. */
export function BookFigure({ yuan, onOpen, ...figure }: BookFigureProps): ReactNode {
  const { t } = useTranslation();
  const { unit } = useUnit();
  const amount = fenOf(yuan);
  const text = amount === 0n ? '–' : formatAmount(amount, unit);
  return (
    <button
      type="button"
      className={`figure money ${amount === 0n ? 'money-nil' : ''} ${amount < 0n ? 'money-red' : ''}`}
      aria-label={`${figure.name} ${formatAmount(amount, unit)}`}
      aria-haspopup="dialog"
      data-figure={`books/${figure.section}/${figure.row}`}
      title={`${formatAmount(amount, 'yuan')} ${t('units.yuan')}`}
      onClick={() => onOpen(figure)}
    >
      {text}
    </button>
  );
}

interface BookFigureDrawerProps {
  readonly budgetId: string;
  /** Closed without one. */
  readonly figure: OpenedBookFigure | undefined;
  readonly onClose: () => void;
}

/** What a figure of the books is made of, at the side of the page: accounts and months, entries, events and clauses. */
export function BookFigureDrawer({ budgetId, figure, onClose }: BookFigureDrawerProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Drawer
      open={figure !== undefined}
      onClose={onClose}
      size={680}
      title={t('statements.cell.title')}
      aria-label={t('statements.cell.title')}
      rootClassName="explanation"
      destroyOnHidden
    >
      {figure === undefined ? null : <Opened budgetId={budgetId} figure={figure} />}
    </Drawer>
  );
}

interface OpenedProps {
  readonly budgetId: string;
  readonly figure: OpenedBookFigure;
}

function Opened({ budgetId, figure: { name, row, section, month } }: OpenedProps): ReactNode {
  const query = useInfiniteQuery(bookFigureQuery(budgetId, { row, section, month }));
  return <OpenedFigure title={name} query={query} />;
}
