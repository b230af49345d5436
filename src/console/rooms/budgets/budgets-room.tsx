import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roundsQuery, type Round } from '#console/api/budget-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { BUDGET_READERS } from '#console/rooms/budgets/budget-roles.ts';
import { RoundMark } from '#console/rooms/budgets/budget-marks.tsx';
import { OpenRoundForm } from '#console/rooms/budgets/open-round-form.tsx';
import { PlaceName } from '#console/fund/place-name.tsx';
import { RoomFrame } from '#console/rooms/years/room-frame.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** Every year of budgets in the own places. */
export function BudgetsRoom(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayOpen = holds(account, ['budget_maker']);
  const query = useQuery({ ...roundsQuery, enabled: holds(account, BUDGET_READERS) });
  const [isOpening, setOpening] = useState(false);
  const open = (
    <ToggleButton label={t('budgets.openRound')} isOpen={isOpening} onToggle={setOpening} look="primary" />
  );
  return (
    <RoomFrame
      title={t('budgets.title')}
      text={t('budgets.text')}
      readers={BUDGET_READERS}
      notYours={t('budgets.notYours')}
      actions={mayOpen ? open : null}
    >
      {isOpening ? <OpenRoundForm onClose={() => setOpening(false)} /> : null}
      <QueryView query={query}>
        {(rounds) => (
          <FundTable
            label={t('budgets.rounds')}
            columns={(['place', 'year', 'pack', 'opened', 'state'] as const).map((column) => ({
              label: t(`budgets.${column}`),
            }))}
            none={t(mayOpen ? 'budgets.none' : 'budgets.noneForReader')}
            rows={rounds.map((round) => (
              <RoundRow key={round.id} round={round} />
            ))}
          />
        )}
      </QueryView>
    </RoomFrame>
  );
}

function RoundRow({ round }: { readonly round: Round }): ReactNode {
  const { id, place, year, packId, opened } = round;
  return (
    <tr>
      <th scope="row">
        <Link to="/fund/budgets/rounds/$roundId" params={{ roundId: id }}>
          <PlaceName path={place} />
        </Link>
      </th>
      <td>
        <Link to="/fund/budgets/rounds/$roundId" params={{ roundId: id }}>
          {year}
        </Link>
      </td>
      <td>
        <Link to="/policy/$packId" params={{ packId }}>
          {packId}
        </Link>
      </td>
      <td>
        <WhoWhen by={opened.by} at={opened.at} />
      </td>
      <td>
        <RoundMark round={round} />
      </td>
    </tr>
  );
}
