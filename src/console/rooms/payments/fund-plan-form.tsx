import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFundPlan, type PaymentPlan } from '#console/api/payment-queries.ts';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/fund/amount-field.tsx';
import { yuanText } from '#console/fund/yuan-text.ts';

interface FundPlanFormProps {
  readonly plan: PaymentPlan;
  readonly about: string;
}

const FUNDS = ['pooled', 'account'] as const;

/** Moves an approved plan to the expenditure account: all that is open, or the part that the special account holds. */
export function FundPlanForm({ plan, about }: FundPlanFormProps): ReactNode {
  const { t } = useTranslation();
  const fund = useFundPlan();
  const open = { pooled: plan.openPooled, account: plan.openAccount };
  const [typed, setTyped] = useState(open);
  const [voucher, setVoucher] = useState('');
  const shown = FUNDS.filter((name) => open[name] !== '0.00');
  const amounts = shown.map((name) => [name, yuanText(typed[name])] as const);
  const isReady =
    amounts.every(([, amount]) => amount !== undefined) && amounts.some(([, amount]) => amount !== '0.00');
  return (
    <form
      aria-label={`${t('payments.plans.fund')} ${about}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const number = voucher.trim();
        fund.mutate({
          plan: plan.id,
          ...Object.fromEntries(amounts),
          ...(number === '' ? {} : { voucher: number }),
        });
      }}
    >
      <div className="fields">
        {shown.map((name) => (
          <AmountField
            key={name}
            label={t(`fundCodes.funds.${name}`)}
            name={`fund-${name}-${plan.id}`}
            value={typed[name]}
            onChange={(amount) => setTyped({ ...typed, [name]: amount })}
          />
        ))}
        <TextField
          label={t('books.columns.voucher')}
          name={`voucher-${plan.id}`}
          value={voucher}
          onChange={setVoucher}
          maxLength={100}
        />
      </div>
      <FormActions
        submit={t('payments.plans.fund')}
        isReady={isReady}
        action={fund}
        leave={t('payments.plans.allOpen')}
        onCancel={() => setTyped(open)}
      />
    </form>
  );
}
