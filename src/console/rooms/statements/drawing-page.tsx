import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { drawingQuery, type StatementAsked, type StatementDrawing } from '#console/api/statement-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { CellDrawer } from '#console/rooms/statements/cell-drawer.tsx';
import { DrawingChoice } from '#console/rooms/statements/drawing-choice.tsx';
import { ProposeStatement } from '#console/rooms/statements/propose-statement.tsx';
import { StatementForms } from '#console/rooms/statements/statement-forms.tsx';
import { StatementProof } from '#console/rooms/statements/statement-proof.tsx';
import { askedOf, cellText, readCell } from '#console/rooms/statements/statement-search.ts';
import { StatementsFrame } from '#console/rooms/statements/statements-frame.tsx';
import { useDrawnUnit } from '#console/rooms/statements/use-drawn-unit.ts';

/** A statement as the ledger gives it now: each cell opens to its entries; a maker hands it in for signing. */
export function DrawingPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/fund/statements' });
  const asked = askedOf(search);
  return (
    <StatementsFrame part="drawing">
      <DrawingChoice
        search={search}
        onChange={(next) => void navigate({ to: '/fund/statements', search: next, resetScroll: false })}
      />
      {asked === undefined ? (
        <p className="office-none">{t('statements.chooseFirst')}</p>
      ) : (
        <Drawing asked={asked} />
      )}
    </StatementsFrame>
  );
}

function Drawing({ asked }: { readonly asked: StatementAsked }): ReactNode {
  const unit = useDrawnUnit();
  const query = useQuery(drawingQuery(asked, unit));
  return <QueryView query={query}>{(drawing) => <Drawn asked={asked} drawing={drawing} />}</QueryView>;
}

interface DrawnProps {
  readonly asked: StatementAsked;
  readonly drawing: StatementDrawing;
}

function Drawn({ asked, drawing }: DrawnProps): ReactNode {
  const navigate = useNavigate();
  const search = useSearch({ from: '/fund/statements' });
  const { statement, comparisons, open } = drawing;
  const show = (cell: string | undefined): void => {
    const { cell: _closed, ...others } = search;
    void navigate({
      to: '/fund/statements',
      search: cell === undefined ? others : { ...others, cell },
      resetScroll: false,
    });
  };
  return (
    <>
      <ProposeStatement asked={asked} open={open} />
      <StatementForms statement={statement} onOpen={(cell) => show(cellText(cell))} />
      <StatementProof statement={statement} comparisons={comparisons} />
      <CellDrawer
        asked={asked}
        statement={statement}
        cell={readCell(search.cell)}
        onClose={() => show(undefined)}
      />
    </>
  );
}
