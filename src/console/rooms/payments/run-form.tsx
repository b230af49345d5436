import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BooksOf } from '#console/api/ledger-queries.ts';
import { payablesQuery, useProposeRun, type ProposedRun } from '#console/api/payment-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FormActions } from '#console/form/form-actions.tsx';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { todayInChina } from '#console/fund/today.ts';
import { PayableChoice } from '#console/rooms/payments/payable-choice.tsx';
import { needsCategory, payableRows, runOfDraft, type RunDraft } from '#console/rooms/payments/run-draft.ts';
import { RunFields } from '#console/rooms/payments/run-fields.tsx';

interface RunFormProps {
  /** The books for which returned payments are to be paid again; where undefined, a run of benefits is begun. */
  readonly again: BooksOf | undefined;
  readonly onClose: () => void;
}

/** Gathers a payment run: everything of a purpose and category that is owed, or what is ticked. */
export function RunForm({ again, onClose }: RunFormProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const propose = useProposeRun();
  const [draft, setDraft] = useState<RunDraft>(() => ({
    books: again,
    purpose: again === undefined ? 'benefit' : 'returned',
    category: undefined,
    paysOn: todayInChina(),
    changed: [],
    advance: { payee: '', amount: '' },
  }));
  const { books, purpose, category, changed } = draft;
  const isOfPayables = books !== undefined && purpose !== 'prepayment';
  const payables = useQuery({
    ...payablesQuery(books?.pool ?? '', books?.insuranceType ?? 'employee'),
    enabled: isOfPayables,
  });
  const run = runOfDraft(draft, payableRows(payables.data?.payables ?? [], draft));
  if (propose.isSuccess && propose.data.leftOut.length > 0) return <LeftOut run={propose.data} />;
  const choice = (
    <QueryView query={payables}>
      {({ payables: owed, isPartial }) => (
        <>
          <PayableChoice
            rows={payableRows(owed, draft)}
            changed={changed}
            onChange={(next) => setDraft({ ...draft, changed: next })}
          />
          {isPartial ? <p className="note">{t('payments.runs.isPartial')}</p> : null}
        </>
      )}
    </QueryView>
  );
  return (
    <form
      className="card"
      aria-label={t('payments.runs.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (run === undefined) return;
        propose.mutate(run, {
          onSuccess: ({ id, leftOut }) => {
            if (leftOut.length === 0) void navigate({ to: '/fund/payments/runs/$id', params: { id } });
          },
        });
      }}
    >
      <RunFields draft={draft} onChange={setDraft} />
      {!isOfPayables ? null : needsCategory(purpose) && category === undefined ? (
        <p className="office-none">{t('payments.runs.categoryFirst')}</p>
      ) : (
        choice
      )}
      <FormActions
        submit={t('payments.runs.add')}
        isReady={run !== undefined}
        action={propose}
        onCancel={onClose}
      />
    </form>
  );
}

/** After a run was proposed that could not take everybody: who is not in it, and why. */
function LeftOut({ run: { id, leftOut } }: { readonly run: ProposedRun }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className="card" role="status">
      <p>{t('payments.runs.leftOut')}</p>
      <ul>
        {leftOut.map(({ counterparty, code }) => (
          <li key={counterparty}>
            <Counterparty id={counterparty} />
            {i18n.exists(`payments.runs.why.${code}`)
              ? t('payments.runs.because', { why: t(`payments.runs.why.${code as 'category_unknown'}`) })
              : null}
          </li>
        ))}
      </ul>
      <Link to="/fund/payments/runs/$id" params={{ id }}>
        {t('payments.runs.toRun')}
      </Link>
    </div>
  );
}
