import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery, journalQuery, type EventFilter } from '#console/api/ledger-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { accountLabel } from '#console/rooms/books/account-label.ts';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import { MonthField } from '#console/fund/month-field.tsx';
import { PartyFields } from '#console/rooms/books/party-fields.tsx';
import { usePacks } from '#console/fund/use-packs.ts';

/** Kinds of counterparty that the ledger knows. */
const PARTIES = ['person', 'employer', 'institution', 'government', 'insurer', 'pool'] as const;

interface JournalFilterProps {
  readonly filter: EventFilter;
  readonly onFilter: (filter: EventFilter) => void;
}

/** The filters of the journal; they stand in its address, so that what is seen can be passed on. */
export function JournalFilter({ filter, onFilter }: JournalFilterProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const [draft, setDraft] = useState<EventFilter>(filter);
  const place = (useQuery(booksQuery).data ?? []).find(({ pool }) => pool === draft.pool)?.place;
  const { ofPlace } = usePacks();
  const journal = useQuery(journalQuery(ofPlace(place ?? ''))).data;
  const { pool, insuranceType } = draft;
  const set = (changed: Changed): void => setDraft(withoutNothing({ ...draft, ...changed }));
  return (
    <form
      className="filter-fields screen-only"
      aria-label={t('books.journal.filter')}
      onSubmit={(event) => {
        event.preventDefault();
        onFilter(draft);
      }}
    >
      <div className="fields">
        <BooksChoice
          value={pool === undefined || insuranceType === undefined ? undefined : { pool, insuranceType }}
          isOptional
          onChange={(books) => set({ pool: books?.pool, insuranceType: books?.insuranceType })}
        />
        <ChoiceField
          label={t('books.columns.account')}
          value={draft.account === undefined ? undefined : `${draft.book ?? 'cash'} ${draft.account}`}
          options={(journal?.accounts ?? []).map(({ book, code, name }) => ({
            value: `${book} ${code}`,
            label: accountLabel(code, pick(name)),
          }))}
          placeholder={t('books.any')}
          isOptional
          onChange={(key) => {
            const found = journal?.accounts.find(({ book, code }) => `${book} ${code}` === key);
            set({ book: found?.book, account: found?.code });
          }}
        />
        <ChoiceField
          label={t('books.columns.event')}
          value={draft.template}
          options={(journal?.templates ?? []).map(({ id, name }) => ({ value: id, label: pick(name) }))}
          placeholder={t('books.any')}
          isOptional
          onChange={(template) => set({ template })}
        />
        <PeriodAndParty draft={draft} set={set} />
      </div>
      <div className="form-actions">
        <Button type="primary" htmlType="submit">
          {t('books.journal.apply')}
        </Button>
        <Button onClick={() => onFilter({})}>{t('books.journal.clear')}</Button>
      </div>
    </form>
  );
}

type Changed = { readonly [Name in keyof EventFilter]: EventFilter[Name] | undefined };

interface PeriodAndPartyProps {
  readonly draft: EventFilter;
  readonly set: (changed: Changed) => void;
}

function PeriodAndParty({ draft, set }: PeriodAndPartyProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <MonthField
        label={t('books.journal.fromMonth')}
        name="from-month"
        value={draft.fromMonth ?? ''}
        onChange={(fromMonth) => set({ fromMonth })}
      />
      <MonthField
        label={t('books.journal.toMonth')}
        name="to-month"
        value={draft.toMonth ?? ''}
        onChange={(toMonth) => set({ toMonth })}
      />
      <PartyFields
        kinds={PARTIES}
        value={draft.counterparty ?? ''}
        onChange={(counterparty) => set({ counterparty })}
        isOptional
      />
    </>
  );
}

function withoutNothing(filter: Changed): EventFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  );
}
