import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useImportStatement } from '#console/api/reconciliation-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/fund/amount-field.tsx';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import { MonthField } from '#console/fund/month-field.tsx';
import { BytesField } from '#console/rooms/reconciliations/bytes-field.tsx';
import {
  ACCOUNTS_OF,
  FILE_COLUMNS,
  importOf,
  NO_IMPORT,
  PROFILE_IDS,
  type ImportDraft,
} from '#console/rooms/reconciliations/import-draft.ts';

const PARTIES = ['bank', 'finance', 'treasury', 'tax'] as const;

/** Imports a statement of another party: whose it is, its balances, and the file; whole or not at all. */
export function ImportForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const action = useImportStatement();
  const [draft, setDraft] = useState<ImportDraft>(NO_IMPORT);
  const change = (next: Partial<ImportDraft>): void => setDraft({ ...draft, ...next });
  const wanted = importOf(draft);
  return (
    <form
      className="card"
      aria-label={t('reconciliations.import')}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== undefined) action.mutate(wanted);
      }}
    >
      <div className="fields">
        <BooksChoice value={draft.books} onChange={(books) => change({ books })} />
        <AccountFields draft={draft} onChange={change} />
        <FileFields draft={draft} onChange={change} />
      </div>
      {draft.profile === 'own' ? <Headings draft={draft} onChange={change} /> : null}
      <FormActions
        submit={t('reconciliations.form.submit')}
        isReady={wanted !== undefined && !action.isSuccess}
        action={action}
        onCancel={onClose}
        {...(action.isSuccess ? { leave: t('office.close') } : {})}
      />
      {action.isSuccess ? (
        <p className="posted" role="status">
          {t('reconciliations.form.done', { count: action.data.lines })}{' '}
          <Link to="/fund/reconciliations/$statementId" params={{ statementId: action.data.id }}>
            {t('reconciliations.form.open')}
          </Link>
        </p>
      ) : null}
    </form>
  );
}

interface FieldsProps {
  readonly draft: ImportDraft;
  readonly onChange: (next: Partial<ImportDraft>) => void;
}

function AccountFields({ draft, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const { party } = draft;
  const accounts = party === undefined ? [] : ACCOUNTS_OF[party];
  return (
    <>
      <ChoiceField
        label={t('reconciliations.form.party')}
        value={party}
        options={PARTIES.map((value) => ({ value, label: t(`reconciliations.parties.${value}`) }))}
        placeholder={t('office.choose')}
        onChange={(next) =>
          onChange({ party: next, account: next === undefined ? undefined : ACCOUNTS_OF[next][0] })
        }
      />
      <ChoiceField
        label={t('reconciliations.form.account')}
        value={draft.account}
        options={accounts.map((value) => ({ value, label: t(`reconciliations.accounts.${value}`) }))}
        placeholder={t('office.choose')}
        onChange={(account) => onChange({ account })}
      />
      <MonthField
        label={t('reconciliations.form.month')}
        name="statement-month"
        value={draft.month}
        onChange={(month) => onChange({ month })}
      />
      {party === 'tax' ? null : (
        <>
          <AmountField
            label={t('reconciliations.form.opening')}
            name="statement-opening"
            value={draft.opening}
            onChange={(opening) => onChange({ opening })}
          />
          <AmountField
            label={t('reconciliations.form.closing')}
            name="statement-closing"
            value={draft.closing}
            hint={t('reconciliations.form.balanceHint')}
            onChange={(closing) => onChange({ closing })}
          />
        </>
      )}
    </>
  );
}

function FileFields({ draft, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <ChoiceField
        label={t('reconciliations.form.profile')}
        value={draft.profile}
        options={PROFILE_IDS.map((value) => ({ value, label: t(`reconciliations.profiles.${value}`) }))}
        placeholder={t('office.choose')}
        hint={t('reconciliations.form.profileHint')}
        onChange={(profile) => onChange({ profile })}
      />
      <BytesField
        label={t('reconciliations.form.file')}
        hint={t('reconciliations.form.fileHint')}
        accept=".csv,.xlsx"
        onRead={(file) => onChange({ file })}
      />
    </>
  );
}

/** Which heading of the file holds what, of a bank that writes in its own way. */
function Headings({ draft, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="own-headings">
      <legend>{t('reconciliations.profiles.own')}</legend>
      <p className="note">{t('reconciliations.ownHint')}</p>
      <div className="fields">
        {FILE_COLUMNS.map((column) => (
          <TextField
            key={column}
            label={t(`reconciliations.fields.${column}`)}
            name={`heading-${column}`}
            value={draft.headings[column] ?? ''}
            maxLength={100}
            onChange={(heading) => onChange({ headings: { ...draft.headings, [column]: heading } })}
          />
        ))}
      </div>
    </fieldset>
  );
}
