import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roundQuery, type RoundBudget, type RoundView } from '#console/api/budget-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ClauseLink } from '#console/explanation/clause-link.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { BudgetMark, RoundMark } from '#console/rooms/budgets/budget-marks.tsx';
import { BUDGET_READERS } from '#console/rooms/budgets/budget-roles.ts';
import { ConsolidationSection } from '#console/rooms/budgets/consolidation-section.tsx';
import { DraftDesk } from '#console/rooms/budgets/draft-desk.tsx';
import { usePlaceName } from '#console/fund/use-place-name.ts';
import { RoomFrame } from '#console/rooms/years/room-frame.tsx';
import { Section } from '#console/fund/section.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** One year of budgets of a compiling place: each pool's budget, and their consolidation. */
export function RoundPage(): ReactNode {
  const { t } = useTranslation();
  const { roundId } = useParams({ from: '/fund/budgets/rounds/$roundId' });
  const isReader = holds(useAccount(), BUDGET_READERS);
  const query = useQuery({ ...roundQuery(roundId), enabled: isReader });
  if (!isReader) {
    return (
      <RoomFrame title={t('budgets.title')} readers={BUDGET_READERS} notYours={t('budgets.notYours')}>
        {null}
      </RoomFrame>
    );
  }
  return <QueryView query={query}>{(view) => <OpenedRound key={view.round.id} view={view} />}</QueryView>;
}

function OpenedRound({ view }: { readonly view: RoundView }): ReactNode {
  const { t } = useTranslation();
  const { round, packStatus, cite, budgets } = view;
  const account = useAccount();
  const placeName = usePlaceName();
  const mayDraft = round.adopted === null && holds(account, ['budget_maker']);
  const [isDrafting, setDrafting] = useState(false);
  const draft = (
    <ToggleButton label={t('budgets.draft')} isOpen={isDrafting} onToggle={setDrafting} look="primary" />
  );
  return (
    <RoomFrame
      title={t('budgets.roundTitle', { place: placeName(round.place), year: round.year })}
      readers={BUDGET_READERS}
      notYours={t('budgets.notYours')}
      back={<Link to="/fund/budgets">← {t('budgets.back')}</Link>}
      mark={<RoundMark round={round} />}
      actions={mayDraft ? draft : null}
    >
      {packStatus === 'draft' ? <Alert type="warning" showIcon title={t('budgets.draftPack')} /> : null}
      <p className="note">
        {t('budgets.basis')}{' '}
        {cite.map((id) => (
          <ClauseLink key={id} id={id} packId={round.packId} />
        ))}
      </p>
      {isDrafting ? <DraftDesk view={view} onClose={() => setDrafting(false)} /> : null}
      <Section title={t('budgets.budgets')}>
        <FundTable
          label={t('budgets.budgets')}
          columns={(['pool', 'scheme', 'version', 'state'] as const).map((column) => ({
            label: t(`budgets.${column}`),
          }))}
          none={t('budgets.noBudgets')}
          rows={budgets.map((budget) => (
            <BudgetRow key={budget.id} budget={budget} />
          ))}
        />
      </Section>
      <ConsolidationSection view={view} />
    </RoomFrame>
  );
}

function BudgetRow({ budget }: { readonly budget: RoundBudget }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { id, pool, insuranceType, version, state } = budget;
  return (
    <tr>
      <th scope="row">
        <Link to="/fund/budgets/$budgetId" params={{ budgetId: id }}>
          {poolName(pool)}
        </Link>
      </th>
      <td>{t(`schemes.${insuranceType}`)}</td>
      <td>{t('budgets.versionNumber', { number: version })}</td>
      <td>
        <BudgetMark state={state} />
      </td>
    </tr>
  );
}
