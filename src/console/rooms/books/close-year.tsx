import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCloseYear, type Books } from '#console/api/ledger-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { nextMonth } from '#console/rooms/books/close-month.tsx';
import { OutcomeNotice } from '#console/rooms/books/outcome-notice.tsx';
import { usePacks } from '#console/fund/use-packs.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** Closes the year of books whose December is the next month to be closed; for makers of the place (NAT-28.2). */
export function CloseYear({ books }: { readonly books: Books }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const account = useAccount();
  const { postingOf } = usePacks();
  const close = useCloseYear();
  const [isOpen, setOpen] = useState(false);
  const [year = '', month] = nextMonth(books).split('-');
  if (month !== '12' || !holds(account, ['fund_maker'], books.place)) return null;
  const { pool, insuranceType } = books;
  const title = t('books.closeYear.title', { year });
  const what = `${pick(books.name)} · ${t(`schemes.${insuranceType}`)}`;
  const isDone = close.data?.refusal === null;
  return (
    <>
      <Button aria-label={`${title} ${what}`} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Modal
        open={isOpen}
        title={`${title} · ${what}`}
        okText={title}
        okButtonProps={{ disabled: isDone }}
        cancelText={t(isDone ? 'office.close' : 'office.cancel')}
        confirmLoading={close.isPending}
        onCancel={() => {
          close.reset();
          setOpen(false);
        }}
        onOk={() => close.mutate({ pool, insuranceType, year, pack: postingOf(books.place) })}
        destroyOnHidden
      >
        <p>{t('books.closeYear.text')}</p>
        <div aria-live="polite">
          {close.isSuccess ? <OutcomeNotice outcome={close.data} /> : null}
          {close.isError ? <ProblemPanel error={close.error} /> : null}
        </div>
      </Modal>
    </>
  );
}
