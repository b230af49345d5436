import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCloseMonth, type Books } from '#console/api/ledger-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { addMonths, parseMonth } from '#kernel/month';
import { holds, useAccount } from '#console/session/session.ts';

/** Closes the next month of books, after a word that it is for good; for checkers of the place. */
export function CloseMonth({ books }: { readonly books: Books }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const account = useAccount();
  const close = useCloseMonth();
  const [isOpen, setOpen] = useState(false);
  if (!holds(account, ['fund_checker'], books.place)) return null;
  const month = nextMonth(books);
  const what = `${pick(books.name)} · ${t(`schemes.${books.insuranceType}`)}`;
  const leave = (): void => {
    close.reset();
    setOpen(false);
  };
  return (
    <>
      <Button
        autoInsertSpace={false}
        aria-label={`${t('books.close.title', { month })} ${what}`}
        onClick={() => setOpen(true)}
      >
        {t('books.close.title', { month })}
      </Button>
      <Modal
        open={isOpen}
        title={`${t('books.close.title', { month })} · ${what}`}
        okText={t('books.close.confirm')}
        okButtonProps={{ danger: true, autoInsertSpace: false }}
        cancelText={t('office.cancel')}
        cancelButtonProps={{ autoInsertSpace: false }}
        confirmLoading={close.isPending}
        onCancel={leave}
        onOk={() =>
          close.mutate({ pool: books.pool, insuranceType: books.insuranceType, month }, { onSuccess: leave })
        }
        destroyOnHidden
      >
        <p>{t('books.close.text')}</p>
        <div aria-live="polite">{close.isError ? <ProblemPanel error={close.error} /> : null}</div>
      </Modal>
    </>
  );
}

/** Months are closed in order: the first one, or the one after the last that is closed. */
function nextMonth({ closedThrough, firstMonth }: Books): string {
  const last = closedThrough === null ? undefined : parseMonth(closedThrough);
  return last === undefined ? firstMonth : addMonths(last, 1);
}
