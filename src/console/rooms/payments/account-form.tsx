import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsuranceType } from '#console/api/ledger-queries.ts';
import { useProposeBankAccount, type BankAccount } from '#console/api/payment-queries.ts';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { SubjectField } from '#console/fund/subject-field.tsx';
import { TypeField } from '#console/fund/type-field.tsx';
import { PayeeFields } from '#console/rooms/payments/payee-fields.tsx';
import type { AccountStart } from '#console/rooms/payments/payment-search.ts';

const ROLES = ['income', 'treasury', 'special', 'expenditure', 'payee'] as const;

interface Draft {
  readonly pool: string | undefined;
  readonly role: BankAccount['role'] | undefined;
  readonly insuranceType: InsuranceType | undefined;
  readonly payee: string;
  readonly holder: string;
  readonly bank: string;
  readonly number: string;
}

const EMPTY: Draft = {
  pool: undefined,
  role: undefined,
  insuranceType: undefined,
  payee: '',
  holder: '',
  bank: '',
  number: '',
};

interface AccountFormProps {
  /** The payee who needs another account, where the form was asked for one. */
  readonly start: AccountStart;
  readonly onClose: () => void;
}

/** Proposes a bank account of the fund, or of somebody whom the pool pays. */
export function AccountForm({ start, onClose }: AccountFormProps): ReactNode {
  const { t } = useTranslation();
  const propose = useProposeBankAccount();
  const [draft, setDraft] = useState<Draft>(() =>
    start.payee === undefined ? EMPTY : { ...EMPTY, pool: start.pool, role: 'payee', payee: start.payee },
  );
  const { pool, role, insuranceType, payee } = draft;
  const [holder, bank, number] = [draft.holder.trim(), draft.bank.trim(), draft.number.replaceAll(' ', '')];
  const isPayee = role === 'payee';
  const isReady =
    pool !== undefined &&
    role !== undefined &&
    (isPayee ? payee !== '' : insuranceType !== undefined) &&
    holder !== '' &&
    bank !== '' &&
    /^\d{8,32}$/.test(number);
  return (
    <form
      className="card"
      aria-label={t('payments.accounts.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const of = isPayee
          ? { insuranceType: null, counterparty: payee }
          : { insuranceType: insuranceType ?? null, counterparty: null };
        propose.mutate({ pool, body: { role, ...of, holder, bank, number } }, { onSuccess: onClose });
      }}
    >
      <div className="fields">
        <SubjectField value={pool} onChange={(next) => setDraft({ ...draft, pool: next })} />
        <ChoiceField
          label={t('payments.columns.role')}
          value={role}
          options={ROLES.map((value) => ({ value, label: t(`payments.roles.${value}`) }))}
          placeholder={t('office.choose')}
          onChange={(next) => setDraft({ ...draft, role: next })}
        />
        {isPayee ? (
          <PayeeFields value={payee} onChange={(next) => setDraft({ ...draft, payee: next })} />
        ) : (
          <TypeField value={insuranceType} onChange={(next) => setDraft({ ...draft, insuranceType: next })} />
        )}
        {(['holder', 'bank', 'number'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`payments.accounts.${name}`)}
            name={`account-${name}`}
            value={draft[name]}
            onChange={(next) => setDraft({ ...draft, [name]: next })}
            maxLength={200}
            hint={name === 'number' ? t('payments.accounts.numberHint') : undefined}
          />
        ))}
      </div>
      <FormActions
        submit={t('payments.accounts.add')}
        isReady={isReady}
        action={propose}
        onCancel={onClose}
      />
    </form>
  );
}
