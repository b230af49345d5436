import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BooksOf } from '#console/api/ledger-queries.ts';
import { useDraftPlan, type PlanLine } from '#console/api/payment-queries.ts';
import { FormActions } from '#console/form/form-actions.tsx';
import { TextField } from '#console/form/text-field.tsx';
import { AmountField } from '#console/fund/amount-field.tsx';
import { BooksChoice } from '#console/fund/books-choice.tsx';
import { MonthField } from '#console/fund/month-field.tsx';
import { MONTH } from '#console/fund/patterns.ts';
import { todayInChina } from '#console/fund/today.ts';
import { yuanText } from '#console/fund/yuan-text.ts';

const LINES: Readonly<Record<BooksOf['insuranceType'], readonly PlanLine['line'][]>> = {
  employee: ['5001.pooled', '5001.account', '5101.pooled', '5201.account', '5401.pooled', '5401.account'],
  resident: ['5001.pooled', '5101.pooled', '5401.pooled'],
};

/** Drafts a plan: what is open is known to the ledger, what is expected besides is typed. */
export function PlanForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const draftPlan = useDraftPlan();
  const [books, setBooks] = useState<BooksOf | undefined>();
  const [month, setMonth] = useState(() => todayInChina().slice(0, 7));
  const [typed, setTyped] = useState<Readonly<Partial<Record<PlanLine['line'], string>>>>({});
  const [note, setNote] = useState('');
  const lines = books === undefined ? [] : LINES[books.insuranceType];
  const expected = lines.flatMap((line) => {
    const text = typed[line] ?? '';
    return text.trim() === '' ? [] : [{ line, amount: yuanText(text) }];
  });
  const isReady =
    books !== undefined && MONTH.test(month) && expected.every(({ amount }) => amount !== undefined);
  return (
    <form
      className="card"
      aria-label={t('payments.plans.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const known = expected.map(({ line, amount = '' }) => ({ line, amount }));
        const body = { insuranceType: books.insuranceType, month, expected: known, note: note.trim() };
        draftPlan.mutate({ pool: books.pool, body }, { onSuccess: onClose });
      }}
    >
      <p className="note">{t('payments.plans.text')}</p>
      <div className="fields">
        <BooksChoice value={books} onChange={setBooks} offers={({ kind }) => kind === 'pool'} />
        <MonthField label={t('payments.plans.month')} name="plan-month" value={month} onChange={setMonth} />
        {lines.map((line) => (
          <AmountField
            key={line}
            label={t('payments.plans.expectedOf', { line: t(`payments.lines.${line}`) })}
            name={`expected-${line}`}
            value={typed[line] ?? ''}
            onChange={(next) => setTyped({ ...typed, [line]: next })}
          />
        ))}
        <TextField
          label={t('books.columns.note')}
          name="plan-note"
          value={note}
          onChange={setNote}
          maxLength={2000}
        />
      </div>
      <FormActions submit={t('payments.plans.add')} isReady={isReady} action={draftPlan} onCancel={onClose} />
    </form>
  );
}
