import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reconciliationsQuery, type OtherStatement } from '#console/api/reconciliation-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { ImportForm } from '#console/rooms/reconciliations/import-form.tsx';
import { RECONCILIATION_READERS } from '#console/rooms/reconciliations/reconciler-roles.ts';
import { ReconciliationsFrame } from '#console/rooms/reconciliations/reconciliations-frame.tsx';
import { StateMark } from '#console/rooms/reconciliations/state-mark.tsx';
import { StatementList } from '#console/rooms/reconciliations/statement-list.tsx';
import { useAccountTitle } from '#console/rooms/reconciliations/use-account-title.ts';
import { holds, useAccount } from '#console/session/session.ts';

const COLUMNS = [
  'month',
  'account',
  'party',
  'opening',
  'closing',
  'lines',
  'state',
  'file',
  'imported',
] as const;
const FIGURES: readonly string[] = ['opening', 'closing', 'lines'];

/** Statements of other parties, the newest month first; each opens its reconciliation. */
export function ReconciliationsPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayImport = holds(account, ['reconciliation_maker']);
  const query = useQuery({ ...reconciliationsQuery, enabled: holds(account, RECONCILIATION_READERS) });
  const [isImporting, setImporting] = useState(false);
  const action = (
    <ToggleButton
      label={t('reconciliations.import')}
      isOpen={isImporting}
      onToggle={setImporting}
      look="primary"
    />
  );
  return (
    <ReconciliationsFrame part="months" actions={mayImport ? action : null}>
      {isImporting && mayImport ? <ImportForm onClose={() => setImporting(false)} /> : null}
      <UnitNote />
      <QueryView query={query}>
        {(statements) => (
          <StatementList statements={statements}>
            {(shown) => (
              <FundTable
                label={t('reconciliations.parts.months')}
                none={t('reconciliations.none')}
                columns={COLUMNS.map((column) => ({
                  label: t(`reconciliations.columns.${column}`),
                  isFigure: FIGURES.includes(column),
                }))}
                rows={shown.map((statement) => (
                  <StatementRow key={statement.id} statement={statement} />
                ))}
              />
            )}
          </StatementList>
        )}
      </QueryView>
    </ReconciliationsFrame>
  );
}

function StatementRow({ statement }: { readonly statement: OtherStatement }): ReactNode {
  const { pick } = useLanguage();
  const accountTitle = useAccountTitle();
  const { id, month, partyName, opening, closing, lineCount, state, fileName, fileHash } = statement;
  return (
    <tr className={state === 'replaced' ? 'row-over' : ''}>
      <th scope="row">
        <Link to="/fund/reconciliations/$statementId" params={{ statementId: id }}>
          {month}
        </Link>
      </th>
      <td>{accountTitle(statement)}</td>
      <td>{pick(partyName)}</td>
      <td className="figure-cell">
        <Money yuan={opening} />
      </td>
      <td className="figure-cell">
        <Money yuan={closing} />
      </td>
      <td className="figure-cell">{lineCount}</td>
      <td>
        <StateMark state={state} />
      </td>
      <td className="words">
        {fileName}
        <div className="note">
          <code title={fileHash}>{fileHash.slice(0, 12)}</code>
        </div>
      </td>
      <td>
        <WhoWhen by={statement.importedBy} at={statement.importedAt} />
      </td>
    </tr>
  );
}
