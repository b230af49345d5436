import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openingsQuery, useDecideOpening, type Opening } from '#console/api/ledger-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { BooksFrame } from '#console/rooms/books/books-frame.tsx';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { FlowStanding } from '#console/fund/flow-standing.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { OpeningForm } from '#console/rooms/books/opening-form.tsx';
import { OpeningTotals } from '#console/rooms/books/opening-totals.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const COLUMNS = [
  'file',
  'place',
  'effectiveOn',
  'events',
  'totals',
  'reason',
  'asked',
  'state',
  'decided',
] as const;

/** Opening balances taken over from an older system: a file by one person, posted when another approves. */
export function OpeningsPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayAct = holds(account, ['fund_maker']);
  const query = useQuery({ ...openingsQuery, enabled: holds(account, FUND_READERS) });
  const [isProposing, setProposing] = useState(false);
  const propose = (
    <ToggleButton
      label={t('books.openings.propose')}
      isOpen={isProposing}
      onToggle={setProposing}
      look="primary"
    />
  );
  return (
    <BooksFrame part="openings" actions={mayAct ? propose : null}>
      {isProposing && mayAct ? <OpeningForm onClose={() => setProposing(false)} /> : null}
      <QueryView query={query}>
        {(openings) => (
          <FundTable
            label={t('books.parts.openings')}
            none={t('books.openings.none')}
            columns={COLUMNS.map((column) => ({ label: t(`books.columns.${column}`) }))}
            rows={openings.map((opening) => (
              <OpeningRow key={opening.id} opening={opening} />
            ))}
          />
        )}
      </QueryView>
    </BooksFrame>
  );
}

function OpeningRow({ opening }: { readonly opening: Opening }): ReactNode {
  const { t } = useTranslation();
  const decide = useDecideOpening();
  const { id, place, fileName, fileHash, decision } = opening;
  return (
    <tr className={decision === 'rejected' ? 'row-over' : ''}>
      <th scope="row">
        {fileName}
        <div className="note">
          <code title={fileHash}>{fileHash.slice(0, 12)}</code>
        </div>
      </th>
      <td>
        <code>{place}</code>
      </td>
      <td>{opening.effectiveOn}</td>
      <td>{t('books.openings.counts', { rows: opening.rowCount, events: opening.eventCount })}</td>
      <td>
        <OpeningTotals totals={opening.totals} packHash={opening.packHash} />
      </td>
      <td className="words">{opening.reason}</td>
      <td>
        <WhoWhen by={opening.requestedBy} at={opening.requestedAt} />
      </td>
      <td>
        <FlowStanding decision={decision} />
      </td>
      <td>
        {decision === null ? (
          <FlowDecision
            id={id}
            proposedBy={opening.requestedBy}
            place={place}
            decide={decide}
            about={fileName}
          />
        ) : (
          <WhoWhen by={opening.decidedBy} at={opening.decidedAt} />
        )}
      </td>
    </tr>
  );
}
