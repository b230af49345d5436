import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reconciliationQuery, type Reconciliation } from '#console/api/reconciliation-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { BalanceTable } from '#console/rooms/reconciliations/balance-table.tsx';
import { ClosingSection } from '#console/rooms/reconciliations/closing-section.tsx';
import { DifferencesSection } from '#console/rooms/reconciliations/differences-section.tsx';
import { MatchesSection } from '#console/rooms/reconciliations/matches-section.tsx';
import { PlaceClauses } from '#console/rooms/reconciliations/place-clauses.tsx';
import { RECONCILIATION_READERS } from '#console/rooms/reconciliations/reconciler-roles.ts';
import { ReconciliationsFrame } from '#console/rooms/reconciliations/reconciliations-frame.tsx';
import { StateMark } from '#console/rooms/reconciliations/state-mark.tsx';
import { useAccountTitle } from '#console/rooms/reconciliations/use-account-title.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** One month of one account: both balances adjusted, every difference, what was matched, and its closing. */
export function ReconciliationPage(): ReactNode {
  const { statementId } = useParams({ from: '/fund/reconciliations/$statementId' });
  const { t } = useTranslation();
  const accountTitle = useAccountTitle();
  const mayRead = holds(useAccount(), RECONCILIATION_READERS);
  const query = useQuery({ ...reconciliationQuery(statementId), enabled: mayRead });
  const statement = query.data?.statement;
  const title =
    statement === undefined
      ? t('reconciliations.title')
      : t('reconciliations.page.title', { account: accountTitle(statement), month: statement.month });
  return (
    <ReconciliationsFrame part="months" title={title} actions={<Exports id={statementId} />}>
      <Link to="/fund/reconciliations" className="screen-only">
        {t('reconciliations.page.back')}
      </Link>
      <QueryView query={query}>{(month) => <Month month={month} />}</QueryView>
    </ReconciliationsFrame>
  );
}

function Month({ month }: { readonly month: Reconciliation }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {month.statement.state === 'replaced' ? (
        <Alert type="warning" showIcon title={t('reconciliations.page.replaced')} />
      ) : null}
      <Facts month={month} />
      <UnitNote />
      {month.statement.party === 'tax' ? null : <BalanceTable month={month} />}
      <DifferencesSection month={month} />
      <MatchesSection month={month} />
      <ClosingSection month={month} />
    </>
  );
}

function Facts({ month: { statement, cite, partyName } }: { readonly month: Reconciliation }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return (
    <dl className="fund-facts">
      <div>
        <dt>{t('reconciliations.columns.state')}</dt>
        <dd>
          <StateMark state={statement.state} />
        </dd>
      </div>
      <div>
        <dt>{t('reconciliations.columns.party')}</dt>
        <dd>{pick(statement.partyName)}</dd>
      </div>
      <div>
        <dt>{t('reconciliations.closing.party')}</dt>
        <dd>{pick(partyName)}</dd>
      </div>
      <div>
        <dt>{t('reconciliations.columns.file')}</dt>
        <dd>
          {statement.fileName} <code title={statement.fileHash}>{statement.fileHash.slice(0, 12)}</code>
        </dd>
      </div>
      <div>
        <dt>{t('reconciliations.columns.lines')}</dt>
        <dd>{statement.lineCount}</dd>
      </div>
      <div>
        <dt>{t('reconciliations.columns.imported')}</dt>
        <dd>
          <WhoWhen by={statement.importedBy} at={statement.importedAt} />
          {statement.byParty ? <div className="note">{t('reconciliations.page.byParty')}</div> : null}
        </dd>
      </div>
      <div>
        <dt>{t('books.columns.clauses')}</dt>
        <dd>
          <PlaceClauses ids={cite} place={statement.place} />
        </dd>
      </div>
    </dl>
  );
}

/** Plain links to the balance adjustment as a file. */
function Exports({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const address = `/api/v1/reconciliations/${encodeURIComponent(id)}`;
  return (
    <span className="row-actions screen-only">
      <Button icon={<FileExcelOutlined aria-hidden />} href={`${address}/export.xlsx`} download>
        {t('exports.workbook')}
      </Button>
      <Button icon={<FilePdfOutlined aria-hidden />} href={`${address}/export.pdf`} download>
        {t('exports.pdf')}
      </Button>
    </span>
  );
}
