import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { payablesQuery, type PaymentRunWithLines } from '#console/api/payment-queries.ts';
import { Mark } from '#console/app/mark.tsx';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { RunLinks } from '#console/rooms/payments/run-links.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/**
 * After the bank sent payments back: what to do, line by line (another account) and then for all (pay again). A line that
 * no run has still to pay again leads to the run that did, or will.
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
  const isSettled = (of: number): boolean =>
    owed?.payables.every(({ returned: open }) =>
      open.every((one) => one.run !== run.id || one.line !== of),
    ) ?? false;
  const open = returned.filter(({ line }) => !isSettled(line));
  const textOf = isOwed ? 'payments.runs.returnedText' : 'payments.runs.returnedAdvance';
  return (
    <section className="card" aria-labelledby="run-returned">
      <h2 id="run-returned">
        {t(open.length > 0 ? 'payments.runs.returned' : 'payments.runs.returnedPaid')}
      </h2>
      {open.length > 0 ? <p>{t(textOf)}</p> : null}
      <ul>
        {returned.map(({ line, counterparty, number, reason, repeatedBy }) => (
          <li key={line}>
            <Counterparty id={counterparty} /> <code>{number}</code>{' '}
            {t('payments.accounts.sentBack', { reason: reason ?? '' })}{' '}
            <RunLinks label={t('payments.runs.paidAgainBy')} lines={repeatedBy} />
            {isSettled(line) ? (
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
