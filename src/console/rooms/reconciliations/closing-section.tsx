import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProposeClosing, type Reconciliation } from '#console/api/reconciliation-queries.ts';
import { ActionProblem } from '#console/app/action-problem.tsx';
import { FlowStanding } from '#console/fund/flow-standing.tsx';
import { Money } from '#console/fund/money.tsx';
import { WhoWhen } from '#console/fund/who-when.tsx';
import { BooksWord, PartyWord } from '#console/rooms/reconciliations/party-word.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** The end of a month: what is still missing, who proposed to close it, the other side's word, and the decision. */
export function ClosingSection({ month }: { readonly month: Reconciliation }): ReactNode {
  const { t } = useTranslation();
  const { statement, closing } = month;
  return (
    <section aria-labelledby="closing-title" className="fund-section">
      <div className="section-title">
        <h2 id="closing-title">{t('reconciliations.closing.title')}</h2>
        {closing === null ? null : <FlowStanding decision={closing.decision} />}
      </div>
      {closing === null ? null : <Proposed month={month} closing={closing} />}
      {statement.state === 'open' ? <Steps month={month} /> : null}
    </section>
  );
}

interface ProposedProps {
  readonly month: Reconciliation;
  readonly closing: NonNullable<Reconciliation['closing']>;
}

function Proposed({ month, closing }: ProposedProps): ReactNode {
  const { t } = useTranslation();
  const { decision } = closing;
  const waits = month.party === 'awaited' ? 'awaited' : 'proposed';
  const text = decision === null ? waits : decision === 'approved' ? 'closed' : 'rejected';
  return (
    <>
      <p>{t(`reconciliations.closing.${text}`)}</p>
      <dl className="fund-facts">
        <div>
          <dt>{t('reconciliations.closing.adjusted')}</dt>
          <dd>
            <Money yuan={closing.adjusted} />
          </dd>
        </div>
        <div>
          <dt>{t('books.columns.asked')}</dt>
          <dd>
            <WhoWhen by={closing.proposedBy} at={closing.proposedAt} />
          </dd>
        </div>
        <div>
          <dt>{t('reconciliations.closing.party')}</dt>
          <dd>
            <PartyWord month={month} closing={closing} />
          </dd>
        </div>
        <div>
          <dt>{t('books.columns.decided')}</dt>
          <dd>
            <BooksWord month={month} closing={closing} />
          </dd>
        </div>
      </dl>
    </>
  );
}

/** What stands between the month and its closing. */
function Steps({ month }: { readonly month: Reconciliation }): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const propose = useProposeClosing(month.statement.id);
  const open = month.differences.filter(({ approved }) => approved === null).length;
  const missing = [
    ...(open === 0 ? [] : [t('reconciliations.closing.needsAnswers', { count: open })]),
    ...(month.isNext ? [] : [t('reconciliations.closing.needsPrior')]),
    ...(month.isLedgerClosed ? [] : [t('reconciliations.closing.needsLedger')]),
  ];
  if (missing.length > 0) {
    return (
      <>
        <p>{t('reconciliations.closing.not')}</p>
        <ul className="closing-steps">
          {missing.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </>
    );
  }
  if (!holds(account, ['reconciliation_maker'], month.statement.place)) {
    return <p className="note">{t('reconciliations.closing.needsMaker')}</p>;
  }
  return (
    <>
      <p>{t('reconciliations.closing.ready')}</p>
      <Button type="primary" loading={propose.isPending} onClick={() => propose.mutate()}>
        {t('reconciliations.closing.propose')}
      </Button>
      <ActionProblem of={propose} />
    </>
  );
}
