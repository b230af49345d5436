import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { payablesQuery, type PaymentRunWithLines } from '#console/api/payment-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { Counterparty } from '#console/rooms/books/counterparty.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/**
 * After the bank sent payments back: what to do, payee by payee (another account) and then for all (pay again). A payee
 * to whom nothing that came back is owed any more has been paid again, or is in a run that will.
 */
export function ReturnedNotice({ run: { run, lines } }: { readonly run: PaymentRunWithLines }): ReactNode {
  const { t } = useTranslation();
  const mayAct = holds(useAccount(), ['fund_maker'], run.place);
  const returned = lines.filter(({ answers }) => answers.includes('rejected'));
  const { pool, insuranceType } = run;
  // An advance that never left is undone and owed to nobody: it is proposed anew, not paid again.
  const isOwed = run.purpose !== 'prepayment';
  const owed = useQuery({
    ...payablesQuery(pool, insuranceType),
    enabled: isOwed && returned.length > 0,
  }).data;
  if (returned.length === 0) return null;
  const isSettled = (payee: string): boolean =>
    owed?.payables.every(({ purpose, counterparty }) => purpose !== 'returned' || counterparty !== payee) ??
    false;
  const open = returned.filter(({ counterparty }) => !isSettled(counterparty));
  const textOf = isOwed ? 'payments.runs.returnedText' : 'payments.runs.returnedAdvance';
  return (
    <section className="card" aria-labelledby="run-returned">
      <h2 id="run-returned">
        {t(open.length > 0 ? 'payments.runs.returned' : 'payments.runs.returnedPaid')}
      </h2>
      {open.length > 0 ? <p>{t(textOf)}</p> : null}
      <ul>
        {returned.map(({ line, counterparty, number, reason }) => (
          <li key={line}>
            <Counterparty id={counterparty} /> <code>{number}</code>{' '}
            {t('payments.accounts.sentBack', { reason: reason ?? '' })}{' '}
            {isSettled(counterparty) ? (
              <Mark tone="good">{t('payments.runs.paidAgain')}</Mark>
            ) : mayAct ? (
              <Link to="/fund/payments/accounts" search={{ pool, payee: counterparty }}>
                {t('payments.runs.otherAccount')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {mayAct && isOwed && open.length > 0 ? (
        <Link to="/fund/payments" search={{ pool, insuranceType }}>
          {t('payments.runs.payAgain')}
        </Link>
      ) : null}
    </section>
  );
}
