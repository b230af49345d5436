import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentRunWithLines } from '#console/api/payment-queries.ts';
import { Counterparty } from '#console/rooms/books/counterparty.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** After the bank sent payments back: what to do, payee by payee (another account) and then for all (pay again). */
export function ReturnedNotice({ run: { run, lines } }: { readonly run: PaymentRunWithLines }): ReactNode {
  const { t } = useTranslation();
  const mayAct = holds(useAccount(), ['fund_maker'], run.place);
  const returned = lines.filter(({ answers }) => answers.includes('rejected'));
  if (returned.length === 0) return null;
  const { pool, insuranceType } = run;
  // An advance that never left is undone and owed to nobody: it is proposed anew, not paid again.
  const isOwed = run.purpose !== 'prepayment';
  return (
    <section className="card" aria-labelledby="run-returned">
      <h2 id="run-returned">{t('payments.runs.returned')}</h2>
      <p>{t(isOwed ? 'payments.runs.returnedText' : 'payments.runs.returnedAdvance')}</p>
      <ul>
        {returned.map(({ line, counterparty, number, reason }) => (
          <li key={line}>
            <Counterparty id={counterparty} /> <code>{number}</code>{' '}
            {t('payments.accounts.sentBack', { reason: reason ?? '' })}{' '}
            {mayAct ? (
              <Link to="/fund/payments/accounts" search={{ pool, payee: counterparty }}>
                {t('payments.runs.otherAccount')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {mayAct && isOwed ? (
        <Link to="/fund/payments" search={{ pool, insuranceType }}>
          {t('payments.runs.payAgain')}
        </Link>
      ) : null}
    </section>
  );
}
