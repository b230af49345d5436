import { useInfiniteQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  cellQuery,
  type CellAt,
  type StatementAsked,
  type StatementBody,
} from '#console/api/statement-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { OpenedFigure } from '#console/rooms/statements/opened-figure.tsx';

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
  const { pick } = useLanguage();
  const query = useInfiniteQuery(cellQuery(asked, cell));
  const form = statement.forms.find(({ id }) => id === cell.form);
  const names = [
    form,
    form?.lines.find(({ id }) => id === cell.line),
    form?.columns.find(({ id }) => id === cell.column),
    form?.parts.find(({ id }) => id === cell.part),
  ].flatMap((named) => (named === undefined ? [] : [pick(named.name)]));
  return <OpenedFigure title={names.join(' · ')} query={query} />;
}
