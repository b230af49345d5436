import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCloseMonth, type Books } from '#console/api/ledger-queries.ts';
import { unsweptQuery, type Unswept } from '#console/api/payment-queries.ts';
import { FixedUnit } from '#console/amounts/unit-context.tsx';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { Money } from '#console/fund/money.tsx';
import { addMonths, parseMonth } from '#kernel/month';
import { holds, useAccount } from '#console/session/session.ts';

/**
 * Closes the next month of books, after a word that it is for good; for checkers of the place. What is not swept is
 * shown, and closed over only with the reason (NAT-28.7).
 */
export function CloseMonth({ books }: { readonly books: Books }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const account = useAccount();
  const close = useCloseMonth();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { pool, insuranceType } = books;
  const month = nextMonth(books);
  const held = useQuery({ ...unsweptQuery(month), enabled: isOpen });
  if (!holds(account, ['fund_checker'], books.place)) return null;
  const isOwn = (row: { readonly pool: string; readonly insuranceType: string }): boolean =>
    row.pool === pool && row.insuranceType === insuranceType;
  const unswept = held.data?.rows.filter(isOwn) ?? [];
  const carried = held.data?.carriedOver.find(isOwn);
  const what = `${pick(books.name)} · ${t(`schemes.${insuranceType}`)}`;
  const leave = (): void => {
    close.reset();
    setReason('');
    setOpen(false);
  };
  const unsweptReason = reason.trim();
  const isReady = held.isSuccess && (unswept.length === 0 || unsweptReason !== '');
  return (
    <>
      <Button aria-label={`${t('books.close.title', { month })} ${what}`} onClick={() => setOpen(true)}>
        {t('books.close.title', { month })}
      </Button>
      <Modal
        open={isOpen}
        title={`${t('books.close.title', { month })} · ${what}`}
        okText={t('books.close.confirm')}
        okButtonProps={{ danger: true, disabled: !isReady }}
        cancelText={t('office.cancel')}
        confirmLoading={close.isPending}
        onCancel={leave}
        onOk={() =>
          close.mutate(
            { pool, insuranceType, month, ...(unsweptReason === '' ? {} : { unsweptReason }) },
            { onSuccess: leave },
          )
        }
        destroyOnHidden
      >
        <p>{t('books.close.text')}</p>
        {carried === undefined ? null : <CarriedOver {...carried} month={month} />}
        {unswept.length === 0 ? null : (
          <UnsweptReason rows={unswept} month={month} reason={reason} onReason={setReason} />
        )}
        <div aria-live="polite">
          {held.isError ? <ProblemPanel error={held.error} /> : null}
          {close.isError ? <ProblemPanel error={close.error} /> : null}
        </div>
      </Modal>
    </>
  );
}

interface CarriedOverProps {
  readonly month: string;
  readonly pooled: string;
  readonly account: string;
}

/** What the year's plans moved to the expenditure account and nobody was paid: it stays, and is named. */
function CarriedOver({ month, pooled, account }: CarriedOverProps): ReactNode {
  const { t } = useTranslation();
  return (
    <FixedUnit unit="yuan">
      <p>{t('books.close.carriedOver', { month })}</p>
      <ul>
        {(['pooled', 'account'] as const).map((fund) => (
          <li key={fund}>
            {t(`fundCodes.funds.${fund}`)} <Money yuan={{ pooled, account }[fund]} /> {t('units.yuan')}
          </li>
        ))}
      </ul>
    </FixedUnit>
  );
}

interface UnsweptReasonProps extends UnsweptListProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** What is not swept, and why the month is closed all the same. */
function UnsweptReason({ rows, month, reason, onReason }: UnsweptReasonProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="fields-column">
      <FixedUnit unit="yuan">
        <UnsweptList rows={rows} month={month} />
      </FixedUnit>
      <TextField
        label={t('books.close.reason')}
        name="unswept-reason"
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={onReason}
      />
    </div>
  );
}

interface UnsweptListProps {
  readonly rows: readonly Unswept[];
  readonly month: string;
}

function UnsweptList({ rows, month }: UnsweptListProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div>
      <p>{t('books.close.unswept', { month })}</p>
      <ul>
        {rows.map(({ role, balance }) => (
          <li key={role}>
            {t(`payments.roles.${role}`)} <Money yuan={balance} /> {t('units.yuan')}
          </li>
        ))}
      </ul>
      <Link to="/fund/payments/sweep">{t('books.close.sweepFirst')}</Link>
    </div>
  );
}

/** Months are closed in order: the first one, or the one after the last that is closed. */
export function nextMonth({ closedThrough, firstMonth }: Books): string {
  const last = closedThrough === null ? undefined : parseMonth(closedThrough);
  return last === undefined ? firstMonth : addMonths(last, 1);
}
