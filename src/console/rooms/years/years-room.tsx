import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { poolsQuery } from '#console/api/ledger-queries.ts';
import { mattersQuery, sharesQuery, yearsQuery, type YearSummary } from '#console/api/year-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { MatterTable } from '#console/rooms/years/matter-table.tsx';
import { OpenYearForm } from '#console/rooms/years/open-year-form.tsx';
import { PhaseMark } from '#console/rooms/years/phase-mark.tsx';
import { OwnAccounts } from '#console/rooms/years/own-accounts.tsx';
import { OwnMatter } from '#console/rooms/years/own-matter.tsx';
import { PoolShares } from '#console/rooms/years/pool-shares.tsx';
import { RoomFrame } from '#console/rooms/years/room-frame.tsx';
import { Section } from '#console/fund/section.tsx';
import { YEAR_READERS } from '#console/rooms/years/year-roles.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** Every year of adjustment in the own places, and the matters that years take from decisions of their own. */
export function YearsRoom(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const isReader = holds(account, YEAR_READERS);
  const isMaker = holds(account, ['fund_maker']);
  const pools = useQuery({ ...poolsQuery, enabled: isReader }).data ?? [];
  // A year is the fund's; who has pools alone asks the fund above for what they need.
  const mayOpen = isMaker && pools.some(({ kind }) => kind === 'fund');
  const mayAsk = isMaker && !mayOpen && pools.length > 0;
  const years = useQuery({ ...yearsQuery, enabled: isReader });
  const matters = useQuery({ ...mattersQuery, enabled: isReader });
  const shares = useQuery({ ...sharesQuery, enabled: isReader });
  const fromAbove = (shares.data ?? []).filter(({ yearId }) => !years.data?.some(({ id }) => id === yearId));
  const none = mayOpen ? 'none' : fromAbove.length > 0 ? 'noneOwn' : 'noneForReader';
  const [isOpening, setOpening] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const open = (
    <ToggleButton label={t('years.open')} isOpen={isOpening} onToggle={setOpening} look="primary" />
  );
  const ask = (
    <ToggleButton label={t('years.askMatter')} isOpen={isAsking} onToggle={setAsking} look="small" />
  );
  return (
    <RoomFrame
      title={t('years.title')}
      text={t('years.text')}
      readers={YEAR_READERS}
      notYours={t('years.notYours')}
      actions={mayOpen ? open : null}
    >
      {isOpening ? <OpenYearForm onClose={() => setOpening(false)} /> : null}
      <QueryView query={years}>{(all) => <YearTable years={all} none={t(`years.${none}`)} />}</QueryView>
      {years.isSuccess && fromAbove.length > 0 ? <PoolShares shares={fromAbove} /> : null}
      {years.isSuccess ? <OwnAccounts shares={fromAbove} /> : null}
      <Section title={t('years.matters')} text={t('years.mattersText')} aside={mayAsk ? ask : null}>
        {isAsking ? <OwnMatter onClose={() => setAsking(false)} /> : null}
        <QueryView query={matters}>{(all) => <MatterTable matters={all} />}</QueryView>
      </Section>
    </RoomFrame>
  );
}

interface YearTableProps {
  readonly years: readonly YearSummary[];
  readonly none: string;
}

function YearTable({ years, none }: YearTableProps): ReactNode {
  const { t } = useTranslation();
  const columns = (['fund', 'scheme', 'year', 'version', 'phase', 'last'] as const).map((column) => ({
    label: t(`years.${column}`),
  }));
  return (
    <FundTable
      label={t('years.list')}
      columns={columns}
      none={none}
      rows={years.map((year) => (
        <YearRow key={year.id} year={year} />
      ))}
    />
  );
}

function YearRow({ year }: { readonly year: YearSummary }): ReactNode {
  const { t } = useTranslation();
  const poolName = usePoolName();
  const { lastStep } = year;
  return (
    <tr>
      <th scope="row">
        <Link to="/fund/years/$yearId" params={{ yearId: year.id }}>
          {poolName(year.fund)}
        </Link>
      </th>
      <td>{t(`schemes.${year.insuranceType}`)}</td>
      <td>{year.year}</td>
      <td>{t('years.versionNumber', { version: (year.inForce ?? year).version })}</td>
      <td>
        <PhaseMark year={year} />
        {year.uncovered === null ? null : (
          <div className="note">
            {t('years.uncovered')} <Money yuan={year.uncovered} />
          </div>
        )}
      </td>
      <td>{lastStep === null ? null : <WhoWhen by={lastStep.by} at={lastStep.at} />}</td>
    </tr>
  );
}
