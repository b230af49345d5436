import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { budgetFigureQuery, budgetQuery, roundQuery, type BudgetView } from '#console/api/budget-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ExplanationDrawer } from '#console/explanation/explanation-drawer.tsx';
import { useFigureRoute } from '#console/explanation/figure-route.ts';
import { FigureScopeContext } from '#console/explanation/figure-scope.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { BudgetActions } from '#console/rooms/budgets/budget-actions.tsx';
import { BudgetHistory } from '#console/rooms/budgets/budget-history.tsx';
import { BudgetMark } from '#console/rooms/budgets/budget-marks.tsx';
import { BUDGET_READERS } from '#console/rooms/budgets/budget-roles.ts';
import { BudgetTableSection } from '#console/rooms/budgets/budget-table.tsx';
import { DeficitsSection } from '#console/rooms/budgets/deficits-section.tsx';
import { ExecutionSection } from '#console/rooms/budgets/execution-section.tsx';
import { FilesSection } from '#console/rooms/budgets/files-section.tsx';
import { OpeningsSection } from '#console/rooms/budgets/openings-section.tsx';
import { PapersSection } from '#console/rooms/budgets/papers-section.tsx';
import { RoomFrame } from '#console/rooms/years/room-frame.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const NO_NAMES = new Map<string, never>();

/** One budget: its table, how far it has come, and, once it is adopted, its execution and what follows. */
export function BudgetPage(): ReactNode {
  const { t } = useTranslation();
  const { budgetId } = useParams({ from: '/fund/budgets/$budgetId' });
  const isReader = holds(useAccount(), BUDGET_READERS);
  const query = useQuery({ ...budgetQuery(budgetId), enabled: isReader });
  if (!isReader) {
    return (
      <RoomFrame title={t('budgets.title')} readers={BUDGET_READERS} notYours={t('budgets.notYours')}>
        {null}
      </RoomFrame>
    );
  }
  return <QueryView query={query}>{(view) => <OpenedBudget key={view.budget.id} view={view} />}</QueryView>;
}

function OpenedBudget({ view }: { readonly view: BudgetView }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const route = useFigureRoute();
  const { open } = route;
  const { budget, state } = view;
  const round = useQuery(roundQuery(budget.roundId)).data;
  const packId = round?.round.packId ?? '';
  const scope = useMemo(() => ({ packId, poolNames: NO_NAMES, openFigure: open }), [packId, open]);
  const { pool, year, insuranceType, roundId } = budget;
  return (
    <FigureScopeContext value={scope}>
      <RoomFrame
        title={t('budgets.budgetTitle', {
          pool: poolName(pool),
          year,
          scheme: t(`schemes.${insuranceType}`),
        })}
        readers={BUDGET_READERS}
        notYours={t('budgets.notYours')}
        back={
          <Link to="/fund/budgets/rounds/$roundId" params={{ roundId }}>
            ← {t('budgets.backToRound')}
          </Link>
        }
        mark={<BudgetMark state={state} />}
        actions={
          <Button
            className="screen-only"
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        }
      >
        <BudgetActions view={view} />
        <OpeningsSection view={view} />
        <DeficitsSection view={view} />
        <BudgetTableSection view={view} />
        {view.current === null ? null : (
          <>
            <ExecutionSection budgetId={budget.id} year={budget.year} />
            <PapersSection view={view} indicators={round?.indicators ?? []} />
          </>
        )}
        <FilesSection view={view} />
        <BudgetHistory view={view} />
      </RoomFrame>
      <ExplanationDrawer
        explain={(figure) => budgetFigureQuery(budget.id, packId, figure)}
        figure={route.figure}
        trail={route.trail}
        stepTo={route.stepTo}
        backTo={route.backTo}
        close={route.close}
      />
    </FigureScopeContext>
  );
}
