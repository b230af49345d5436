import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '#console/app/more-button.tsx';
import { approvalsQuery, useDecideApproval, type Approval } from '#console/api/ledger-queries.ts';
import { Loading } from '#console/app/page-states.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { ToggleButton } from '#console/form/toggle-button.tsx';
import { ApprovalForm } from '#console/rooms/books/approval-form.tsx';
import { FixedUnit } from '#console/amounts/unit-context.tsx';
import { BooksFrame } from '#console/rooms/books/books-frame.tsx';
import { FlowDecision } from '#console/fund/flow-decision.tsx';
import { FlowStanding } from '#console/fund/flow-standing.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { TemplateWord } from '#console/fund/template-word.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { holds, useAccount } from '#console/session/session.ts';

const COLUMNS = [
  'number',
  'event',
  'pool',
  'amount',
  'cause',
  'reason',
  'asked',
  'state',
  'decided',
  'used',
] as const;

/** Restricted uses: asked for by one person, decided by another, used by one event at most. */
export function ApprovalsPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const mayAct = holds(account, ['fund_maker']);
  const query = useInfiniteQuery({ ...approvalsQuery, enabled: holds(account, FUND_READERS) });
  const [isAsking, setAsking] = useState(false);
  const ask = (
    <ToggleButton label={t('books.approvals.ask')} isOpen={isAsking} onToggle={setAsking} look="primary" />
  );
  return (
    <BooksFrame part="approvals" actions={mayAct ? ask : null}>
      <FixedUnit unit="yuan">
        {isAsking && mayAct ? <ApprovalForm onClose={() => setAsking(false)} /> : null}
        <UnitNote />
        {query.isPending ? <Loading /> : null}
        {query.isError ? <ProblemPanel error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.isSuccess ? (
          <FundTable
            label={t('books.parts.approvals')}
            none={t('books.approvals.none')}
            columns={COLUMNS.map((column) => ({
              label: t(`books.columns.${column}`),
              isFigure: column === 'amount',
            }))}
            rows={query.data.pages
              .flatMap(({ approvals }) => approvals)
              .map((approval) => (
                <ApprovalRow key={approval.number} approval={approval} />
              ))}
          />
        ) : null}
        <MoreButton label={t('books.journal.more')} query={query} />
      </FixedUnit>
    </BooksFrame>
  );
}

function ApprovalRow({ approval }: { readonly approval: Approval }): ReactNode {
  const { t } = useTranslation();
  const code = useFundCode();
  const poolName = usePoolName();
  const decide = useDecideApproval();
  const { number, template, pool, insuranceType, amount, cause, reason, year, decision, usedBy } = approval;
  return (
    <tr className={decision === 'rejected' ? 'row-over' : ''}>
      <th scope="row">{number}</th>
      <td>
        <TemplateWord template={template} pool={pool} />
        {year === null ? null : <div className="note">{t('books.approvals.ofYear', { year })}</div>}
      </td>
      <td>
        {poolName(pool)} <span className="note">{t(`schemes.${insuranceType}`)}</span>
      </td>
      <td className="figure-cell">
        <Money yuan={amount} />
      </td>
      <td>{code('causes', cause)}</td>
      <td className="words">{reason}</td>
      <td>
        <WhoWhen by={approval.requestedBy} at={approval.requestedAt} />
      </td>
      <td>
        <FlowStanding decision={decision} />
      </td>
      <td>
        {decision === null && approval.partOf !== null ? (
          <span className="note">{t(`books.approvals.partOf.${approval.partOf}`)}</span>
        ) : decision === null ? (
          <FlowDecision
            id={number}
            proposedBy={approval.requestedBy}
            decide={decide}
            about={number}
            reasonLabel={t('books.decide.rejectedFor')}
            reasonFor="rejected"
          />
        ) : (
          <>
            <WhoWhen by={approval.decidedBy} at={approval.decidedAt} />
            {approval.rejectedFor === null ? null : <div className="words">{approval.rejectedFor}</div>}
          </>
        )}
      </td>
      <td>
        {usedBy === null ? null : (
          <Link to="/fund/events/$number" params={{ number: usedBy }}>
            {t('books.event.title', { number: usedBy })}
          </Link>
        )}
      </td>
    </tr>
  );
}
